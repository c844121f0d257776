package id.pamong.lifecycle.enrollment;

import id.pamong.lifecycle.enrollment.LetterDesk.ScanFields;
import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.archive.IntakeOutcome;
import id.pamong.office.archive.Paper;
import id.pamong.office.archive.PaperIntake;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.PersonId;
import id.pamong.office.regulation.Finding;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    private final GiverAuthorities authorities;
    private final ApplicationLetters letters;
    private final Applications applications;
    private final OwnDossiers own;
    private final Archive archive;
    private final PaperIntake intake;
    private final LocalGovernments governments;
    private final Notifications notifications;
    private final TenantTransactions transactions;

    CollectiveScans(
            CollectiveDesk desk,
            CollectiveRows rows,
            CollectiveSubmission submission,
            LetterDesk letterDesk,
            GiverAuthorities authorities,
            ApplicationLetters letters,
            Applications applications,
            OwnDossiers own,
            Archive archive,
            PaperIntake intake,
            LocalGovernments governments,
            Notifications notifications,
            TenantTransactions transactions) {
        this.desk = desk;
        this.rows = rows;
        this.submission = submission;
        this.letterDesk = letterDesk;
        this.authorities = authorities;
        this.letters = letters;
        this.applications = applications;
        this.own = own;
        this.archive = archive;
        this.intake = intake;
        this.governments = governments;
        this.notifications = notifications;
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
     * Attaches the scan to those whom it names and who have no such letter yet, and tells each of
     * them. Where the giver is recognised, only to those for whom that giver is the right one; an
     * unknown one is left to the officer.
     *
     * @param named whose names stand in the letter
     */
    public Outcome attach(
            Actor actor,
            CollectiveBatchId id,
            Endorsement.Kind kind,
            ScanFields fields,
            Set<ApplicationId> named,
            @Nullable String fileName,
            @Nullable InputStreamSource upload)
            throws IOException {
        transactions.inTenant(actor.government(), () -> desk.require(actor, id, COMMAND).id());
        List<Finding> findings = letterDesk.check(actor, kind, fields);
        if (named.isEmpty()) {
            findings.add(Finding.blocking("collective.nobody-named", kind + "-named"));
        }
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
                                    actor.government(),
                                    () -> keep(actor, id, kind, fields, named, paper))
                            : new Outcome.Refused(findings);
        };
    }

    private Outcome keep(
            Actor actor,
            CollectiveBatchId id,
            Endorsement.Kind kind,
            ScanFields fields,
            Set<ApplicationId> named,
            Paper paper) {
        desk.require(actor, id, COMMAND);
        LocalGovernment government = governments.get(actor.government());
        LocalDate datedOn = LocalDate.parse(fields.datedOn());
        Instant now = own.now();
        List<Dossier> open = new ArrayList<>();
        for (CollectiveMember member : rows.members(id)) {
            if (member.mayTake(kind) && named.contains(member.application())) {
                open.add(applications.find(member.application()).orElseThrow());
            }
        }
        @Nullable PersonId giver =
                open.stream()
                        .map(dossier ->
                                letterDesk.recognise(
                                        government, dossier, datedOn, fields.giverName()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        List<Dossier> its = new ArrayList<>();
        List<String> others = new ArrayList<>();
        Set<GiverAuthority> rights = new LinkedHashSet<>();
        for (Dossier dossier : open) {
            Optional<GiverAuthority> right =
                    Optional.ofNullable(giver)
                            .flatMap(known ->
                                    letterDesk.rightOf(government, dossier, kind, datedOn, known));
            if (giver == null || right.isPresent()) {
                its.add(dossier);
                right.ifPresent(rights::add);
            } else {
                others.add(dossier.applicant().displayName());
            }
        }
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
        rights.stream().findFirst().ifPresent(right -> authorities.keep(letter.letter(), right));
        for (Dossier dossier : its) {
            letters.link(dossier.id(), letter, now);
            desk.toEndorsement(dossier, now);
        }
        int submitted =
                submission.submitConfirmed(
                        government.id(), its.stream().map(Dossier::id).toList(), now);
        its.forEach(dossier -> tell(government.id(), dossier.id(), fields.number()));
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

    private void tell(LocalGovernmentId government, ApplicationId application, String number) {
        CollectiveMember member = rows.member(application).orElseThrow();
        notifications.tell(
                government,
                member.person(),
                member.state() == ApplicationState.SUBMITTED
                        ? "collective-submitted"
                        : "collective-given",
                Map.of("number", number, "application", member.number()),
                "/permohonan/" + application,
                List.of());
    }
}
