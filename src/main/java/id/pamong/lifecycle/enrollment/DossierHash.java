package id.pamong.lifecycle.enrollment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form of a dossier: the line {@code pamong-dossier-1}, then one line {@code
 * key:length:value} for each field in the order below, length in bytes of UTF-8, sets and lists by
 * name. State, version and steps are left out: the decision moves them, the dossier stays.
 */
final class DossierHash {
    private DossierHash() {}

    /** The dossier with its hash. */
    static Dossier sealed(Dossier dossier) {
        return dossier.withHash(sha256(canonical(dossier)));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    static String canonical(Dossier dossier) {
        StringBuilder form = new StringBuilder("pamong-dossier-1\n");
        ApplicantFacts who = dossier.applicant();
        line(form, "application", dossier.id());
        line(form, "type", dossier.type());
        line(form, "regulation", dossier.regulationHash());
        line(form, "person", who.enteredAs());
        line(form, "name", who.displayName());
        line(form, "class", who.employmentClass());
        line(form, "nip", who.nip());
        line(form, "agency", who.agency());
        line(form, "agency-name", who.agencyName());
        line(form, "post", who.post());
        line(form, "rank", who.rank());
        dossier.uses().stream().sorted().forEach(use -> line(form, "use", use));
        dossier.duties().stream().sorted().forEach(duty -> line(form, "duty", duty));
        line(form, "purpose", dossier.purpose());
        line(form, "email", dossier.officialEmail());
        line(form, "email-confirmed", dossier.emailConfirmedAt());
        particulars(form, dossier.particulars());
        dossier.papers().stream()
                .sorted(java.util.Comparator.comparing(DossierPaper::item))
                .forEach(paper -> line(form, "paper", paper.item() + " " + paper.sha256()));
        dossier.endorsements().stream()
                .sorted(java.util.Comparator.comparing(Endorsement::kind))
                .forEach(letter -> {
                    line(form, "letter", letter.kind() + " " + letter.sha256());
                    line(form, "letter-number", letter.number());
                    line(form, "letter-date", letter.datedOn());
                    line(form, "letter-giver", letter.giver());
                    line(form, "letter-giver-name", letter.giverName());
                    line(form, "letter-giver-title", letter.giverTitle());
                });
        line(form, "declared", dossier.declaredAt());
        line(form, "declaration", dossier.declarationSha256());
        return form.toString();
    }

    /** Only what is claimed is written, so that an individual dossier keeps its form. */
    private static void particulars(StringBuilder form, Particulars claimed) {
        Particulars.PositionClaim position = claimed.position();
        if (position != null) {
            line(form, "position-kind", position.kind());
            line(form, "position-name", position.name());
            line(form, "decree-number", position.decreeNumber());
            line(form, "decree-date", position.decreeOn());
            line(form, "decree-post", position.decreePost());
            line(form, "decree-from", position.decreeFrom());
            line(form, "decree-until", position.decreeUntil());
            line(form, "designation-number", position.designationNumber());
            line(form, "designation-date", position.designationOn());
            line(form, "designation-for", position.designationFor());
            line(form, "designation-until", position.designationUntil());
        }
        Particulars.SystemClaim system = claimed.system();
        if (system != null) {
            line(form, "system", system.system());
            line(form, "system-name", system.systemName());
            system.hosts().forEach(host -> line(form, "host", host));
            line(form, "request", system.request());
        }
        Particulars.Sponsorship sponsorship = claimed.sponsorship();
        if (sponsorship != null) {
            line(form, "policy", sponsorship.policy());
            line(form, "policy-number", sponsorship.policyNumber());
            line(form, "sponsor", sponsorship.sponsor());
            line(form, "sponsor-name", sponsorship.sponsorName());
            line(form, "sponsored-until", sponsorship.until());
        }
    }

    private static void line(StringBuilder form, String key, @Nullable Object value) {
        String text = value == null ? "" : value.toString();
        form.append(key)
                .append(':')
                .append(text.getBytes(StandardCharsets.UTF_8).length)
                .append(':')
                .append(text)
                .append('\n');
    }
}
