package id.pamong.lifecycle.renewal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Role;
import id.pamong.office.installation.PublicAddress;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.page.Dates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Reminders before certificates end (MDN-14(2)), from a ledger: each mark once to each audience,
 * however often this runs and on how many nodes, and none once a successor exists. Superiors and
 * the office get one digest a run instead of a message for each certificate.
 */
@Component
public class RenewalReminders {
    private static final int MOST = 5_000;
    private static final int NAMED = 15;

    private final RenewalRows rows;
    private final Renewals renewals;
    private final Certificates certificates;
    private final People people;
    private final Accounts accounts;
    private final LocalGovernments governments;
    private final Notifications notifications;
    private final PublicAddress address;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final Dates dates;
    private final Clock clock;

    RenewalReminders(
            RenewalRows rows,
            Renewals renewals,
            Certificates certificates,
            People people,
            Accounts accounts,
            LocalGovernments governments,
            Notifications notifications,
            PublicAddress address,
            Permissions permissions,
            AuditTrail audit,
            TenantTransactions transactions,
            Dates dates,
            Clock clock) {
        this.rows = rows;
        this.renewals = renewals;
        this.certificates = certificates;
        this.people = people;
        this.accounts = accounts;
        this.governments = governments;
        this.notifications = notifications;
        this.address = address;
        this.permissions = permissions;
        this.audit = audit;
        this.transactions = transactions;
        this.dates = dates;
        this.clock = clock;
    }

    /** Every hour, for every local government. */
    @Configuration(proxyBeanMethods = false)
    static class Hourly {
        @Bean
        static RecurringTask<Void> remindersOfRenewal(
                RenewalReminders reminders, LocalGovernments governments) {
            return Tasks.recurring("renewal-reminders", FixedDelay.ofHours(1))
                    .execute((instance, context) -> {
                        governments.each(reminders::run);
                    });
        }
    }

    /** One certificate in a digest. */
    private record Line(String owner, LocalDate until) {}

    /** Sends what is due now. */
    void run(LocalGovernmentId government) {
        LocalGovernment home = governments.get(government);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ReminderPlan plan = renewals.plan(home);
        List<RegisteredCertificate> ending =
                certificates.ending(
                        government, now, now.plus(Duration.ofDays(plan.horizon() + 1L)), MOST);
        Map<PersonId, List<Line>> superiors = new LinkedHashMap<>();
        List<Line> office = new ArrayList<>();
        transactions.inTenant(
                government,
                () -> {
                    for (RegisteredCertificate one : ending) {
                        LocalDate until = home.dateAt(one.notAfter());
                        OptionalInt mark = plan.mark(home.dateAt(now), until);
                        if (mark.isPresent()) {
                            due(home, one, mark.getAsInt(), until, now, superiors, office);
                        }
                    }
                    superiors.forEach((superior, lines) ->
                            digest(
                                    government,
                                    superior,
                                    lines,
                                    "renewal-digest-superior",
                                    "/beranda"));
                    if (!office.isEmpty()) {
                        accounts.holdersOf(government, Role.RA_OFFICER)
                                .forEach(officer ->
                                        digest(
                                                government,
                                                officer,
                                                office,
                                                "renewal-digest-office",
                                                "/petugas/masa-berlaku"));
                    }
                });
    }

    private void due(
            LocalGovernment home,
            RegisteredCertificate one,
            int mark,
            LocalDate until,
            Instant now,
            Map<PersonId, List<Line>> superiors,
            List<Line> office) {
        String owner = people.byId(home.id(), one.person()).map(Person::displayName).orElse("");
        if (owner.isEmpty()) {
            return;
        }
        for (ReminderPlan.Audience audience : ReminderPlan.audiences(mark)) {
            if (!rows.firstTime(one.id(), mark, audience, now)) {
                continue;
            }
            switch (audience) {
                case OWNER, CAMPAIGN -> tellOwner(home, one, until, now);
                case SUPERIOR ->
                        people.superiorOf(home.id(), one.person(), home.dateAt(now))
                                .map(Person::id)
                                .ifPresent(superior ->
                                        superiors
                                                .computeIfAbsent(superior, key -> new ArrayList<>())
                                                .add(new Line(owner, until)));
                case OFFICE -> office.add(new Line(owner, until));
            }
            audit.record(
                    new AuditRecord(
                            "renewal.remind",
                            null,
                            "certificate",
                            one.id().value(),
                            "REMINDED",
                            Map.of("days", mark, "audience", audience.name())));
        }
    }

    private void tellOwner(
            LocalGovernment home, RegisteredCertificate one, LocalDate until, Instant now) {
        String path = "/sertifikat/" + one.id() + "/perbarui";
        notifications.tell(
                home.id(),
                one.person(),
                "renewal-reminder",
                Map.of(
                        "subject",
                        one.subject(),
                        "until",
                        dates.on(until),
                        "days",
                        String.valueOf(ChronoUnit.DAYS.between(home.dateAt(now), until))),
                path,
                List.of(
                        ExpiryCalendar.of(
                                "sertifikat-" + one.serial(),
                                until,
                                "Hari terakhir sertifikat elektronik, perbarui sebelumnya",
                                address.web() + "/" + home.slug() + path,
                                now)));
    }

    private void digest(
            LocalGovernmentId government,
            PersonId to,
            List<Line> lines,
            String message,
            String path) {
        String named =
                lines.stream()
                        .limit(NAMED)
                        .map(line -> "- " + line.owner() + ": " + dates.on(line.until()))
                        .collect(Collectors.joining("\n"));
        notifications.tell(
                government,
                to,
                message,
                Map.of(
                        "count",
                        String.valueOf(lines.size()),
                        "names",
                        lines.size() > NAMED ? named + "\n- …" : named),
                path,
                List.of());
    }

    /**
     * A campaign of the office: everyone chosen is reminded in one act, at most once a day.
     *
     * @return how many were reminded
     */
    public int campaign(Actor actor, List<CertificateId> chosen) {
        permissions.require(actor, "renewal.campaign");
        LocalGovernment home = governments.get(actor.government());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return transactions.inTenant(
                actor.government(),
                () -> {
                    List<String> reminded = new ArrayList<>();
                    for (CertificateId id : chosen.stream().distinct().limit(MOST).toList()) {
                        certificates
                                .byId(actor.government(), id)
                                .filter(one -> one.isUsableAt(now))
                                .filter(one ->
                                        certificates.successorOf(actor.government(), id).isEmpty())
                                .filter(one ->
                                        people.byId(actor.government(), one.person()).isPresent())
                                .filter(one ->
                                        rows.firstTime(
                                                id,
                                                (int) home.dateAt(now).toEpochDay(),
                                                ReminderPlan.Audience.CAMPAIGN,
                                                now))
                                .ifPresent(one -> {
                                    tellOwner(home, one, home.dateAt(one.notAfter()), now);
                                    reminded.add(id.toString());
                                });
                    }
                    audit.record(
                            new AuditRecord(
                                    "renewal.campaign",
                                    actor.account().value(),
                                    "local-government",
                                    actor.government().value(),
                                    "REMINDED",
                                    Map.of(
                                            "chosen",
                                            chosen.size(),
                                            "reminded",
                                            reminded.size(),
                                            "certificates",
                                            reminded)));
                    return reminded.size();
                });
    }
}
