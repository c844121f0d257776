package id.pamong.lifecycle.counter;

import id.pamong.lifecycle.enrollment.ApplicationDesk;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.CertificateOffers;
import id.pamong.lifecycle.enrollment.Endorsement;
import id.pamong.lifecycle.enrollment.LetterDesk;
import id.pamong.lifecycle.enrollment.PaperDossiers;
import id.pamong.office.archive.FileId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.regulation.Finding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Staff key what stands on the paper, mark the scans as true copies and submit for the applicant,
 * who confirms all of it in person before a certificate is made.
 */
@Component
public class CounterKeying {
    private static final String KEY = "counter.key";
    private static final String CERTIFY = "counter.certify";
    private static final String SUBMIT = "counter.submit";

    private final CounterRows rows;
    private final CounterGate gate;
    private final PaperDossiers dossiers;
    private final CertificateOffers offers;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;

    CounterKeying(
            CounterRows rows,
            CounterGate gate,
            PaperDossiers dossiers,
            CertificateOffers offers,
            LocalGovernments governments,
            TenantTransactions transactions) {
        this.rows = rows;
        this.gate = gate;
        this.dossiers = dossiers;
        this.offers = offers;
        this.governments = governments;
        this.transactions = transactions;
    }

    /**
     * Keys the application and what stands on the letters.
     *
     * @param letters number, date, giver and title by kind
     * @param request of a system's host, PEM; empty without one
     * @return every finding at once; empty when it is kept
     */
    public List<Finding> key(
            Actor actor,
            CounterFileId id,
            int version,
            ApplicationDesk.Fields fields,
            Map<Endorsement.Kind, LetterDesk.ScanFields> letters,
            String request) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    CounterFile file = gate.require(actor, id, KEY, version);
                    if (file.papers().stream().anyMatch(paper -> paper.part() == null)) {
                        throw new Conflict("counter.state");
                    }
                    Optional<ApplicationId> open =
                            dossiers.openFor(
                                    actor.government(),
                                    file.person(),
                                    wants(actor, file),
                                    file.application());
                    if (open.isEmpty()) {
                        return List.of(Finding.blocking("counter.under-way", "isian"));
                    }
                    PaperDossiers.Keying keying =
                            dossiers.key(actor, open.get(), keyed(file, fields, letters, request));
                    return switch (keying) {
                        case PaperDossiers.Keying.Refused(List<Finding> findings) -> findings;
                        case PaperDossiers.Keying.Kept(var dossier) -> {
                            rows.keyedInto(
                                    id,
                                    dossier.id(),
                                    dossiers.paperSha256(actor.government(), dossier.id()));
                            rows.move(file, CounterState.KEYED);
                            gate.did(
                                    actor,
                                    id,
                                    KEY,
                                    CounterDeed.Deed.KEYED,
                                    Map.of(
                                            "application", dossier.id().toString(),
                                            "dossier", dossier.sha256()));
                            yield List.of();
                        }
                    };
                });
    }

    private CertificateOffers.Offer wants(Actor actor, CounterFile file) {
        return offers.find(governments.get(actor.government()), file.type(), file.kind())
                .orElseThrow(() -> new Conflict("application.not-offered"));
    }

    private static PaperDossiers.Keyed keyed(
            CounterFile file,
            ApplicationDesk.Fields fields,
            Map<Endorsement.Kind, LetterDesk.ScanFields> letters,
            String request) {
        Map<String, FileId> papers = new HashMap<>();
        Map<Endorsement.Kind, PaperDossiers.PaperLetter> scans =
                new EnumMap<>(Endorsement.Kind.class);
        for (CounterPaper paper : file.papers()) {
            FileId part = Objects.requireNonNull(paper.part());
            Optional<Endorsement.Kind> kind =
                    java.util.Arrays.stream(Endorsement.Kind.values())
                            .filter(one -> one.name().equals(paper.item()))
                            .findFirst();
            kind.ifPresentOrElse(
                    letter ->
                            scans.put(
                                    letter,
                                    new PaperDossiers.PaperLetter(
                                            letters.getOrDefault(
                                                    letter,
                                                    new LetterDesk.ScanFields("", "", "", "")),
                                            part)),
                    () -> papers.put(paper.item(), part));
        }
        return new PaperDossiers.Keyed(fields, request, papers, scans);
    }

    /**
     * Marks the scans as true copies of the paper (sesuai asli).
     *
     * @param compared whether the officer compared every page with the original
     * @param declared whether the form bears the wet-signed declaration of truth (MDN-17a)
     * @return every finding at once; empty when it is marked
     */
    public List<Finding> certify(
            Actor actor, CounterFileId id, int version, boolean compared, boolean declared) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    CounterFile file = gate.require(actor, id, CERTIFY, version);
                    List<Finding> findings = new ArrayList<>(changedSinceKeyed(actor, file));
                    if (!compared) {
                        findings.add(Finding.blocking("counter.not-compared", "compared"));
                    }
                    if (!declared) {
                        findings.add(Finding.blocking("counter.not-declared", "declared"));
                    }
                    if (findings.isEmpty()) {
                        rows.move(file, CounterState.CERTIFIED);
                        gate.did(
                                actor,
                                id,
                                CERTIFY,
                                CounterDeed.Deed.CERTIFIED,
                                Map.of("keyed", Objects.requireNonNull(file.keyedSha256())));
                    }
                    return List.copyOf(findings);
                });
    }

    /** The mark and the submission hold for what was keyed from the paper, and for nothing else. */
    private List<Finding> changedSinceKeyed(Actor actor, CounterFile file) {
        String now =
                dossiers.paperSha256(
                        actor.government(), Objects.requireNonNull(file.application()));
        return now.equals(file.keyedSha256())
                ? List.of()
                : List.of(Finding.blocking("counter.changed-since-keyed", "isian"));
    }

    /** What only the applicant can mend is said to the officer in other words. */
    private static Finding toOfficer(Finding finding) {
        return switch (finding.code()) {
            case "enrollment.email-not-proved" ->
                    Finding.blocking("counter.email-not-proved", finding.field())
                            .citing(finding.citations());
            case "email.missing" ->
                    Finding.blocking("counter.email-missing", finding.field())
                            .citing(finding.citations());
            default -> finding;
        };
    }

    /**
     * Submits the application for the applicant.
     *
     * @return every finding at once; empty when it is in the queue
     */
    public List<Finding> submit(Actor actor, CounterFileId id, int version) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    CounterFile file = gate.require(actor, id, SUBMIT, version);
                    ApplicationId application = Objects.requireNonNull(file.application());
                    List<Finding> changed = changedSinceKeyed(actor, file);
                    if (!changed.isEmpty()) {
                        return changed;
                    }
                    PaperDossiers.Submission submission =
                            dossiers.submit(
                                    actor.government(), application, "paper:" + file.number());
                    return switch (submission) {
                        case PaperDossiers.Submission.Refused(List<Finding> findings) ->
                                findings.stream().map(CounterKeying::toOfficer).toList();
                        case PaperDossiers.Submission.Submitted(var dossier) -> {
                            rows.move(file, CounterState.SUBMITTED);
                            gate.did(
                                    actor,
                                    id,
                                    SUBMIT,
                                    CounterDeed.Deed.SUBMITTED,
                                    Map.of(
                                            "application", dossier.id().toString(),
                                            "dossier", dossier.sha256()));
                            yield List.of();
                        }
                    };
                });
    }
}
