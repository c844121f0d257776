package id.pamong.lifecycle.revocation.loss;

import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.archive.FileKind;
import id.pamong.office.archive.IntakeOutcome;
import id.pamong.office.archive.Paper;
import id.pamong.office.archive.PaperIntake;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.Keyset;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.letter.LetterKind;
import id.pamong.office.letter.Letters;
import id.pamong.office.letter.Signatory;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Regulations;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * The papers of a report (MDN-15(3)): the statement that the owner signs in the own session and the
 * superior acknowledges in theirs, and the report to the competent authority.
 */
@Component
public class LossPapers {
    private static final int LONGEST = 200;

    private final LossRows rows;
    private final Letters letters;
    private final Archive archive;
    private final PaperIntake intake;
    private final Notifications notifications;
    private final People people;
    private final LocalGovernments governments;
    private final Regulations regulations;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    LossPapers(
            LossRows rows,
            Letters letters,
            Archive archive,
            PaperIntake intake,
            Notifications notifications,
            People people,
            LocalGovernments governments,
            Regulations regulations,
            Permissions permissions,
            AuditTrail audit,
            TenantTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.letters = letters;
        this.archive = archive;
        this.intake = intake;
        this.notifications = notifications;
        this.people = people;
        this.governments = governments;
        this.regulations = regulations;
        this.permissions = permissions;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The report for its owner, the superior who is asked, the officers and the head of the office.
     */
    public LossReport view(Actor actor, LossReportId id) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    LossReport report = find(id);
                    if (!permissions.allows(
                            actor, "revocation.view-loss", "*", scopes(actor, report))) {
                        throw new NotFound("keyloss.not-found");
                    }
                    return report;
                });
    }

    /** One's own report; not found for anyone else. */
    public LossReport mine(Actor actor, LossReportId id) {
        LossReport report = view(actor, id);
        if (!report.person().equals(actor.person())) {
            throw new NotFound("keyloss.not-found");
        }
        return report;
    }

    /** How this person stands to the report. */
    public static Set<Scope> scopes(Actor actor, LossReport report) {
        if (report.person().equals(actor.person())) {
            return Set.of(Scope.OWN);
        }
        LossReport.Statement statement = report.statement();
        return statement != null && actor.person().equals(statement.asked())
                ? Set.of(Scope.SUBORDINATE, Scope.OTHERS)
                : Set.of(Scope.OTHERS);
    }

    /** A page of all reports. */
    public List<LossReport> list(
            LocalGovernmentId government,
            String text,
            boolean descending,
            @Nullable UUID after,
            int limit) {
        return transactions.inTenant(
                government,
                () ->
                        rows.list(
                                new Keyset("key_loss_report", "r", "reported_at", descending),
                                text.strip(),
                                after,
                                limit));
    }

    /** Which authorities the regulation knows for a report. */
    public List<String> authorities(LocalGovernmentId government) {
        return regulations
                .profile(governments.get(government).regulationId())
                .setting("lostKey.authorities")
                .values();
    }

    /** The owner signs the statement; the superior of today is asked to acknowledge it. */
    public LossReport sign(Actor actor, LossReportId id) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    LossReport report = own(actor, id, "revocation.sign-loss-statement");
                    if (report.statement() != null) {
                        return report;
                    }
                    LocalGovernment home = governments.get(actor.government());
                    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    Person owner = people.get(actor.government(), actor.person());
                    String number =
                            letters.nextNumber(
                                            actor.government(),
                                            LetterKind.LOSS_STATEMENT,
                                            home.dateAt(now))
                                    .text();
                    byte[] pdf =
                            letters.pdf(
                                    actor.government(),
                                    "loss-statement",
                                    Map.of(
                                            "number",
                                            number,
                                            "report",
                                            report.number(),
                                            "owner",
                                            owner,
                                            "kind",
                                            report.kind().name(),
                                            "reportedAt",
                                            report.reportedAt(),
                                            "circumstances",
                                            report.circumstances(),
                                            "signatory",
                                            new Signatory(
                                                    owner.post(),
                                                    owner.displayName(),
                                                    owner.rank(),
                                                    owner.groupedNip(),
                                                    "Dinyatakan secara elektronik dari akun"
                                                            + " pemilik")));
                    FileId file =
                            archive.store(
                                    actor.government(), FileKind.KEY_LOSS, "application/pdf", pdf);
                    Optional<PersonId> superior =
                            people.superiorOf(actor.government(), actor.person(), home.dateAt(now))
                                    .map(Person::id);
                    rows.state(
                            id,
                            new LossReport.Statement(
                                    number, file, now, superior.orElse(null), null, null));
                    superior.ifPresent(asked ->
                            notifications.tell(
                                    actor.government(),
                                    asked,
                                    "keyloss-acknowledge",
                                    Map.of("owner", owner.displayName(), "number", report.number()),
                                    "/laporan-kunci/" + id,
                                    List.of()));
                    record(
                            actor,
                            "revocation.sign-loss-statement",
                            id,
                            superior.isPresent() ? "SIGNED" : "SIGNED_WITHOUT_SUPERIOR",
                            Map.of("file", file.toString()));
                    return find(id);
                });
    }

    /** The superior who was asked takes note of the statement. */
    public LossReport acknowledge(Actor actor, LossReportId id) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    LossReport report =
                            rows.hold(id).orElseThrow(() -> new NotFound("keyloss.not-found"));
                    LossReport.Statement statement = report.statement();
                    if (statement == null || !actor.person().equals(statement.asked())) {
                        throw new NotFound("keyloss.not-found");
                    }
                    permissions.require(
                            actor, "revocation.acknowledge-loss", "*", Set.of(Scope.SUBORDINATE));
                    if (statement.acknowledgedAt() != null) {
                        return report;
                    }
                    rows.acknowledge(
                            id, actor.person(), clock.instant().truncatedTo(ChronoUnit.MICROS));
                    notifications.tell(
                            actor.government(),
                            report.person(),
                            "keyloss-acknowledged",
                            Map.of("number", report.number()),
                            "/laporan-kunci/" + id,
                            List.of());
                    record(actor, "revocation.acknowledge-loss", id, "ACKNOWLEDGED", Map.of());
                    return find(id);
                });
    }

    /** What is typed with the report to the competent authority. */
    public record Typed(String kind, String number, String on, String office) {}

    /**
     * Adds the report to the competent authority.
     *
     * @return everything wrong with it; empty when it is kept
     */
    public List<Finding> attach(
            Actor actor,
            LossReportId id,
            Typed typed,
            @Nullable String fileName,
            @Nullable InputStreamSource upload)
            throws IOException {
        LossReport report =
                transactions.inTenant(
                        actor.government(), () -> own(actor, id, "revocation.add-loss-paper"));
        List<Finding> findings = new ArrayList<>();
        if (!authorities(actor.government()).contains(typed.kind())) {
            findings.add(Finding.blocking("keyloss.authority-kind", "authorityKind"));
        }
        text(typed.number(), "authorityNumber", findings);
        text(typed.office(), "authorityOffice", findings);
        LocalDate on = day(typed.on());
        LocalDate today = governments.get(actor.government()).dateAt(clock.instant());
        if (on == null || on.isAfter(today) || on.isBefore(today.minusYears(2))) {
            findings.add(Finding.blocking("keyloss.authority-date", "authorityOn"));
        }
        Optional<Paper> paper = Optional.empty();
        if (upload == null || fileName == null) {
            findings.add(Finding.blocking("keyloss.authority-file", "authorityFile"));
        } else {
            switch (intake.accept("authorityFile", fileName, upload)) {
                case IntakeOutcome.Accepted(Paper accepted) -> paper = Optional.of(accepted);
                case IntakeOutcome.Refused(List<Finding> refused) -> findings.addAll(refused);
            }
        }
        if (!findings.isEmpty()) {
            return findings;
        }
        Paper accepted = paper.orElseThrow();
        transactions.inTenant(
                actor.government(),
                () -> {
                    FileId file = archive.store(actor.government(), FileKind.KEY_LOSS, accepted);
                    rows.attach(
                            report.id(),
                            new LossReport.AuthorityReport(
                                    typed.kind(),
                                    typed.number(),
                                    Objects.requireNonNull(on),
                                    typed.office(),
                                    file));
                    record(
                            actor,
                            "revocation.add-loss-paper",
                            id,
                            "ADDED",
                            Map.of("file", file.toString(), "kind", typed.kind()));
                });
        return List.of();
    }

    /** A paper's bytes for one who may see the report. */
    public byte[] paper(Actor actor, LossReportId id, LossPaper which) {
        LossReport report = view(actor, id);
        LossReport.Statement statement = report.statement();
        LossReport.AuthorityReport authority = report.authority();
        FileId file =
                switch (which) {
                    case STATEMENT, ACKNOWLEDGEMENT -> statement == null ? null : statement.file();
                    case AUTHORITY_REPORT -> authority == null ? null : authority.file();
                };
        if (file == null) {
            throw new NotFound("keyloss.not-found");
        }
        return archive.read(actor.government(), file);
    }

    private LossReport own(Actor actor, LossReportId id, String command) {
        LossReport report = rows.hold(id).orElseThrow(() -> new NotFound("keyloss.not-found"));
        if (!report.person().equals(actor.person())) {
            throw new NotFound("keyloss.not-found");
        }
        permissions.require(actor, command, "*", Set.of(Scope.OWN));
        return report;
    }

    private LossReport find(LossReportId id) {
        return rows.find(id).orElseThrow(() -> new NotFound("keyloss.not-found"));
    }

    private static void text(String typed, String field, List<Finding> findings) {
        if (typed.isBlank() || typed.length() > LONGEST) {
            findings.add(
                    Finding.blocking("keyloss." + field.toLowerCase(Locale.ROOT), field, LONGEST));
        }
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            return null;
        }
    }

    private void record(
            Actor actor,
            String command,
            LossReportId id,
            String outcome,
            Map<String, Object> facts) {
        audit.record(
                new AuditRecord(
                        command,
                        actor.account().value(),
                        "key-loss-report",
                        id.value(),
                        outcome,
                        facts));
    }
}
