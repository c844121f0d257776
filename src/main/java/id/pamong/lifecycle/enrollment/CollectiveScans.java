package id.pamong.lifecycle.enrollment;

import id.pamong.lifecycle.enrollment.LetterDesk.ScanFields;
import id.pamong.lifecycle.subscriber.PersonNames;
import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.archive.IntakeOutcome;
import id.pamong.office.archive.Paper;
import id.pamong.office.archive.PaperIntake;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.PersonId;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Regulations;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** One letter on paper for all of a batch: its scan with number, date and giver, linked to each. */
@Component
public class CollectiveScans {
    private static final String COMMAND = "enrollment.attach-many";

    private final CollectiveDesk desk;
    private final CollectiveRows rows;
    private final CollectiveSubmission submission;
    private final LetterDesk letterDesk;
    private final LetterGivers givers;
    private final ApplicationLetters letters;
    private final Applications applications;
    private final OwnDossiers own;
    private final Archive archive;
    private final PaperIntake intake;
    private final Regulations regulations;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;

    CollectiveScans(
            CollectiveDesk desk,
            CollectiveRows rows,
            CollectiveSubmission submission,
            LetterDesk letterDesk,
            LetterGivers givers,
            ApplicationLetters letters,
            Applications applications,
            OwnDossiers own,
            Archive archive,
            PaperIntake intake,
            Regulations regulations,
            LocalGovernments governments,
            TenantTransactions transactions) {
        this.desk = desk;
        this.rows = rows;
        this.submission = submission;
        this.letterDesk = letterDesk;
        this.givers = givers;
        this.letters = letters;
        this.applications = applications;
        this.own = own;
        this.archive = archive;
        this.intake = intake;
        this.regulations = regulations;
        this.governments = governments;
        this.transactions = transactions;
    }

    /** What became of a scan. */
    public sealed interface Outcome {
        /**
         * It is in the dossiers.
         *
         * @param others names for whom someone else gives this letter
         */
        record Attached(int people, int submitted, List<String> others) implements Outcome {
            public Attached {
                others = List.copyOf(others);
            }
        }

        record Refused(List<Finding> findings) implements Outcome {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /**
     * Attaches the scan to every member who has no such letter yet. Where the giver is recognised,
     * only to those for whom that giver is the right one; an unknown one is left to the officer.
     */
    public Outcome attach(
            Actor actor,
            CollectiveBatchId id,
            Endorsement.Kind kind,
            ScanFields fields,
            @Nullable String fileName,
            @Nullable InputStreamSource upload)
            throws IOException {
        transactions.inTenant(actor.government(), () -> desk.require(actor, id, COMMAND).id());
        List<Finding> findings = letterDesk.check(actor, kind, fields);
        if (fileName == null || upload == null) {
            findings.add(Finding.blocking("enrollment.scan-missing", kind + "-file"));
            return new Outcome.Refused(findings);
        }
        return switch (intake.accept(kind + "-file", fileName, upload)) {
            case IntakeOutcome.Refused(List<Finding> refused) -> {
                findings.addAll(refused);
                yield new Outcome.Refused(findings);
            }
            case IntakeOutcome.Accepted(Paper paper) ->
                    findings.isEmpty()
                            ? transactions.inTenant(
                                    actor.government(), () -> keep(actor, id, kind, fields, paper))
                            : new Outcome.Refused(findings);
        };
    }

    private Outcome keep(
            Actor actor,
            CollectiveBatchId id,
            Endorsement.Kind kind,
            ScanFields fields,
            Paper paper) {
        desk.require(actor, id, COMMAND);
        LocalGovernment government = governments.get(actor.government());
        LocalDate datedOn = LocalDate.parse(fields.datedOn());
        Instant now = own.now();
        Map<Dossier, Optional<LetterGivers.Giver>> open = new LinkedHashMap<>();
        for (CollectiveMember member : rows.members(id)) {
            if (member.takesLetters() && !member.letters().contains(kind)) {
                Dossier dossier = applications.find(member.application()).orElseThrow();
                open.put(
                        dossier,
                        givers.expected(
                                government,
                                regulations.byHash(dossier.regulationHash()),
                                member.person(),
                                kind,
                                datedOn));
            }
        }
        @Nullable PersonId giver =
                open.values().stream()
                        .flatMap(Optional::stream)
                        .map(LetterGivers.Giver::person)
                        .filter(person -> PersonNames.isNameOf(fields.giverName(), person.name()))
                        .findFirst()
                        .map(person -> person.id())
                        .orElse(null);
        List<Dossier> its = new ArrayList<>();
        List<String> others = new ArrayList<>();
        open.forEach((dossier, expected) -> {
            boolean fits =
                    giver == null
                            || expected.filter(one -> one.person().id().equals(giver)).isPresent();
            if (fits) {
                its.add(dossier);
            } else {
                others.add(dossier.applicant().displayName());
            }
        });
        if (its.isEmpty()) {
            return new Outcome.Refused(
                    List.of(Finding.blocking("collective.nobody-needs", kind + "-file")));
        }
        FileId file = archive.store(actor.government(), LetterDesk.fileKind(kind), paper);
        Endorsement letter =
                new Endorsement(
                        UUID.randomUUID(),
                        kind,
                        Endorsement.Form.SCAN,
                        fields.number(),
                        datedOn,
                        giver,
                        fields.giverName(),
                        fields.giverTitle(),
                        file,
                        archive.describe(actor.government(), file).sha256(),
                        now);
        letters.keep(letter);
        for (Dossier dossier : its) {
            letters.link(dossier.id(), letter, now);
            desk.toEndorsement(dossier, now);
        }
        int submitted =
                submission.submitConfirmed(
                        government.id(), its.stream().map(Dossier::id).toList(), now);
        desk.record(
                actor,
                COMMAND,
                id,
                "ATTACHED",
                Map.of(
                        "kind",
                        kind.name(),
                        "file",
                        file.toString(),
                        "applications",
                        its.stream().map(dossier -> dossier.id().toString()).toList()));
        return new Outcome.Attached(its.size(), submitted, others);
    }
}
