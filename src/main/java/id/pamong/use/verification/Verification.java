package id.pamong.use.verification;

import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.gateway.Authorities;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.signature.CheckReport;
import id.pamong.authority.signature.DocumentCheck;
import id.pamong.authority.signature.DocumentSource;
import id.pamong.authority.signature.SignatureReport;
import id.pamong.authority.signature.TrustedAuthorities;
import id.pamong.authority.signature.Verdict;
import id.pamong.lifecycle.certificate.CertificateState;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.Posts;
import id.pamong.office.organization.SigningCapacity;
import id.pamong.use.signing.Letter;
import id.pamong.use.signing.Signing;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Anyone checks a document (MDN-2(2)d, 8(2)). Nothing of the file is kept; the audit trail gets the
 * verdict, for the statistics of use.
 */
@Component
public class Verification {
    private final DocumentCheck check;
    private final Authorities authorities;
    private final BuiltinAuthority builtin;
    private final Signing signing;
    private final Certificates certificates;
    private final Posts posts;
    private final LocalGovernments governments;
    private final AuditTrail trail;
    private final TenantTransactions transactions;
    private final Clock clock;

    Verification(
            DocumentCheck check,
            Authorities authorities,
            BuiltinAuthority builtin,
            Signing signing,
            Certificates certificates,
            Posts posts,
            LocalGovernments governments,
            AuditTrail trail,
            TenantTransactions transactions,
            Clock clock) {
        this.check = check;
        this.authorities = authorities;
        this.builtin = builtin;
        this.signing = signing;
        this.certificates = certificates;
        this.posts = posts;
        this.governments = governments;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The letter that a QR code points at. */
    public Optional<Letter> registered(LocalGovernmentId government, String token) {
        return signing.byToken(government, token);
    }

    /**
     * Checks a file.
     *
     * @param expected the letter of the QR code, when the file is to be compared with it
     */
    public CheckResult check(
            LocalGovernmentId government, DocumentSource file, Optional<Letter> expected) {
        CheckReport report = check.check(file, trusted(), clock.instant());
        Optional<Letter> registered = expected.or(() -> found(government, report));
        boolean copy =
                registered
                        .map(Letter::signature)
                        .filter(signature -> signature.sha256().equals(report.sha256()))
                        .isPresent();
        List<Integer> changed = report.changedPages();
        if (changed.isEmpty() && report.verdict() == Verdict.BERUBAH && registered.isPresent()) {
            changed = check.differentPages(signing.signedFile(government, registered.get()), file);
        }
        transactions.inTenant(
                government,
                () ->
                        trail.record(
                                new AuditRecord(
                                        "verification.check",
                                        null,
                                        "document",
                                        registered.map(letter -> letter.id().value()).orElse(null),
                                        report.reason().name(),
                                        Map.of("size", report.size()))));
        return new CheckResult(
                report,
                registered,
                copy,
                posts(government, report, registered),
                blockedHere(government, report),
                changed);
    }

    /**
     * A certificate that is blocked here while its authority has not revoked it: readers elsewhere
     * cannot know.
     */
    private Map<String, Instant> blockedHere(LocalGovernmentId government, CheckReport report) {
        Map<String, Instant> blocked = new HashMap<>();
        for (SignatureReport each : report.signatures()) {
            owner(government, each)
                    .map(RegisteredCertificate::state)
                    .ifPresent(state -> {
                        switch (state) {
                            case CertificateState.Blocked(Instant since, var kind) ->
                                    blocked.put(each.mark(), since);
                            case CertificateState.InForce _, CertificateState.Revoked _ -> {}
                        }
                    });
        }
        return blocked;
    }

    /** The post of a letter signed here against the register of that day. */
    public SignerPosts posts(LocalGovernmentId government, Letter letter) {
        Letter.Signature signature =
                Optional.ofNullable(letter.signature())
                        .orElseThrow(() -> new IllegalArgumentException("not signed"));
        return posts(
                government,
                certificates.bySha256(government, signature.certificateSha256()),
                letter.owner(),
                signature.post(),
                signature.at());
    }

    private Map<String, SignerPosts> posts(
            LocalGovernmentId government, CheckReport report, Optional<Letter> registered) {
        Map<String, SignerPosts> known = new HashMap<>();
        for (SignatureReport each : report.signatures()) {
            Optional<Letter> here =
                    registered.filter(letter ->
                            Optional.ofNullable(letter.signature())
                                    .filter(own -> own.mark().equals(each.mark()))
                                    .isPresent());
            Instant at = each.signedAt();
            if (here.isPresent()) {
                known.put(each.mark(), posts(government, here.get()));
            } else if (at != null) {
                owner(government, each)
                        .ifPresent(owner ->
                                known.put(
                                        each.mark(),
                                        posts(
                                                government,
                                                Optional.of(owner),
                                                owner.person(),
                                                Objects.requireNonNullElse(each.post(), ""),
                                                at)));
            }
        }
        return known;
    }

    private SignerPosts posts(
            LocalGovernmentId government,
            Optional<RegisteredCertificate> certificate,
            PersonId signer,
            String claimed,
            Instant at) {
        return new SignerPosts(
                certificate.map(one -> kind(one, claimed)).orElse(SignerPosts.Kind.POST),
                claimed,
                posts.titlesOn(government, signer, governments.get(government).dateAt(at)));
    }

    private static SignerPosts.Kind kind(RegisteredCertificate certificate, String claimed) {
        if (certificate.profile() == ProfileId.ORGANISATION_SEAL) {
            return SignerPosts.Kind.SEAL;
        }
        String named = certificate.post();
        return certificate.designated() && named != null && SigningCapacity.isSame(named, claimed)
                ? SignerPosts.Kind.AUTHORITY
                : SignerPosts.Kind.POST;
    }

    /** The certificate, when it was issued by way of this office. */
    private Optional<RegisteredCertificate> owner(
            LocalGovernmentId government, SignatureReport signature) {
        X509Certificate certificate = signature.certificate();
        if (certificate == null) {
            return Optional.empty();
        }
        try {
            String sha256 =
                    HexFormat.of()
                            .formatHex(
                                    MessageDigest.getInstance("SHA-256")
                                            .digest(certificate.getEncoded()));
            return certificates.bySha256(government, sha256);
        } catch (NoSuchAlgorithmException | CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<Letter> found(LocalGovernmentId government, CheckReport report) {
        return report.signatures().stream()
                .map(SignatureReport::mark)
                .filter(mark -> !mark.isEmpty())
                .map(mark -> signing.byMark(government, mark))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private TrustedAuthorities trusted() {
        return TrustedAuthorities.of(authorities.trusted(), builtin.revocations());
    }
}
