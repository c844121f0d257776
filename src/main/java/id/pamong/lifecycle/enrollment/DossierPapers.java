package id.pamong.lifecycle.enrollment;

import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.archive.FileKind;
import id.pamong.office.archive.IntakeOutcome;
import id.pamong.office.archive.Paper;
import id.pamong.office.archive.PaperIntake;
import id.pamong.office.archive.StoredFile;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.regulation.CertificateType;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Regulations;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** The papers that the applicant puts into the dossier (MDN-10(3)d), through the guarded intake. */
@Component
public class DossierPapers {
    private final Enrollment enrollment;
    private final Applications applications;
    private final OwnDossiers own;
    private final PaperIntake intake;
    private final Archive archive;
    private final Regulations regulations;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;

    DossierPapers(
            Enrollment enrollment,
            Applications applications,
            OwnDossiers own,
            PaperIntake intake,
            Archive archive,
            Regulations regulations,
            LocalGovernments governments,
            TenantTransactions transactions) {
        this.enrollment = enrollment;
        this.applications = applications;
        this.own = own;
        this.intake = intake;
        this.archive = archive;
        this.regulations = regulations;
        this.governments = governments;
        this.transactions = transactions;
    }

    /** What became of a paper. */
    public sealed interface Adding {
        record Added(Dossier dossier) implements Adding {}

        /** Not taken in; why and what to do. */
        record Refused(List<Finding> findings) implements Adding {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /** Puts a paper of the checklist into the dossier; the one that was there is replaced. */
    public Adding addPaper(
            Actor actor, ApplicationId id, String item, String fileName, InputStreamSource upload)
            throws IOException {
        CertificateType type =
                transactions.inTenant(
                        actor.government(),
                        () -> own.require(actor, id, "enrollment.add-paper").type());
        return switch (intake.accept(item, fileName, upload)) {
            case IntakeOutcome.Refused(List<Finding> findings) ->
                    new Adding.Refused(cite(actor, type, item, findings));
            case IntakeOutcome.Accepted(Paper paper) ->
                    transactions.inTenant(actor.government(), () -> keep(actor, id, item, paper));
        };
    }

    /** Takes a paper out of the dossier. */
    public Dossier removePaper(Actor actor, ApplicationId id, String item) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Dossier dossier = own.require(actor, id, "enrollment.add-paper");
                    applications.dropPaper(id, item);
                    applications.change(dossier, dossier.in(dossier.state(), own.now()));
                    own.record(actor, "enrollment.add-paper", id, "REMOVED", Map.of("item", item));
                    return enrollment.dossier(actor.government(), id);
                });
    }

    private Adding keep(Actor actor, ApplicationId id, String item, Paper paper) {
        Dossier dossier = own.require(actor, id, "enrollment.add-paper");
        FileKind kind =
                switch (item) {
                    case DossierPaper.IDENTITY_CARD -> FileKind.IDENTITY_CARD;
                    case DossierPaper.APPOINTMENT_DECREE, DossierPaper.AUTHORITY_DESIGNATION ->
                            FileKind.DECREE;
                    default -> FileKind.SUPPORTING_PAPER;
                };
        FileId file = archive.store(actor.government(), kind, paper);
        Instant now = own.now();
        putPaper(id, item, archive.describe(actor.government(), file), paper.pages(), now);
        applications.change(dossier, dossier.in(dossier.state(), now));
        own.record(
                actor,
                "enrollment.add-paper",
                id,
                "ADDED",
                Map.of("item", item, "file", file.toString()));
        return new Adding.Added(enrollment.dossier(actor.government(), id));
    }

    /** Puts the scan of a paper that lies in the archive already; the one there is replaced. */
    void putScan(
            LocalGovernmentId government, ApplicationId id, String item, FileId scan, Instant now) {
        StoredFile file = archive.describe(government, scan);
        putPaper(id, item, file, file.pages(), now);
    }

    private void putPaper(ApplicationId id, String item, StoredFile file, int pages, Instant now) {
        String ending =
                switch (file.mediaType()) {
                    case "image/jpeg" -> ".jpg";
                    case "image/png" -> ".png";
                    default -> ".pdf";
                };
        applications.putPaper(
                id,
                new DossierPaper(
                        item,
                        file.id(),
                        item.toLowerCase(Locale.ROOT).replace('_', '-') + ending,
                        file.mediaType(),
                        pages,
                        file.signed(),
                        file.sha256(),
                        now));
    }

    private List<Finding> cite(
            Actor actor, CertificateType type, String item, List<Finding> findings) {
        LocalGovernment government = governments.get(actor.government());
        return regulations.profile(government.regulationId()).checklist(type).stream()
                .filter(entry -> entry.item().equals(item))
                .findFirst()
                .map(entry ->
                        findings.stream()
                                .map(found -> found.citing(List.of(entry.clause())))
                                .toList())
                .orElse(findings);
    }

    /** Keeps the written application that was made here. */
    void keepLetter(LocalGovernmentId government, ApplicationId id, byte[] pdf, Instant now) {
        FileId file =
                archive.store(government, FileKind.APPLICATION_LETTER, "application/pdf", pdf);
        putPaper(id, DossierPaper.APPLICATION_LETTER, archive.describe(government, file), 1, now);
    }
}
