package id.pamong.lifecycle.destruction;

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
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.page.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Asks the owners of keys whose certificates have ended, destroys the signing keys kept here on
 * their day, and reminds once of what is late. Each certificate in a transaction of its own, so
 * that one in trouble stops no other; a second run, or another node, finds nothing left to do.
 */
@Component
public class KeyEndRun {
    private static final Logger LOG = LoggerFactory.getLogger(KeyEndRun.class);
    private static final int PAGE = 500;

    private final KeyEndRows rows;
    private final KeyEnds ends;
    private final Statements statements;
    private final Certificates certificates;
    private final LocalGovernments governments;
    private final Notifications notifications;
    private final Dates dates;
    private final AuditTrail audit;
    private final TenantTransactions transactions;

    KeyEndRun(
            KeyEndRows rows,
            KeyEnds ends,
            Statements statements,
            Certificates certificates,
            LocalGovernments governments,
            Notifications notifications,
            Dates dates,
            AuditTrail audit,
            TenantTransactions transactions) {
        this.rows = rows;
        this.ends = ends;
        this.statements = statements;
        this.certificates = certificates;
        this.governments = governments;
        this.notifications = notifications;
        this.dates = dates;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Every hour, for every local government. */
    @Configuration(proxyBeanMethods = false)
    static class Hourly {
        @Bean
        static RecurringTask<Void> endsOfKeys(KeyEndRun run, LocalGovernments governments) {
            return Tasks.recurring("key-ends", FixedDelay.ofHours(1))
                    .execute((instance, context) -> {
                        for (LocalGovernment government : governments.all()) {
                            try {
                                run.run(government.id());
                            } catch (RuntimeException broken) {
                                // Whatever it was: the others are not to wait for it.
                                LOG.error("the ended keys of a government wait", broken);
                            }
                        }
                    });
        }
    }

    /** Everything that is due now. */
    void run(LocalGovernmentId government) {
        run(government, PAGE);
    }

    /** As above, so many at a time; one that failed waits for the next run. */
    void run(LocalGovernmentId government, int page) {
        LocalGovernment home = governments.get(government);
        Instant now = ends.now();
        List<KeyEndRows.Unasked> ended = unasked(government, now, null, page);
        while (!ended.isEmpty()) {
            ended.forEach(one -> alone(government, () -> ask(home, one.certificate())));
            ended = unasked(government, now, ended.getLast(), page);
        }
        LocalDate today = home.dateAt(now);
        List<KeyEnd> due = due(government, today, null, page);
        while (!due.isEmpty()) {
            due.forEach(end -> alone(government, () -> late(home, end, now)));
            due = due(government, today, due.getLast(), page);
        }
    }

    private List<KeyEndRows.Unasked> unasked(
            LocalGovernmentId government,
            Instant now,
            KeyEndRows.@Nullable Unasked after,
            int page) {
        return transactions.inTenant(government, () -> rows.unasked(now, after, page));
    }

    private List<KeyEnd> due(
            LocalGovernmentId government, LocalDate today, @Nullable KeyEnd after, int page) {
        return transactions.inTenant(government, () -> rows.due(today, after, page));
    }

    private void alone(LocalGovernmentId government, Runnable work) {
        try {
            transactions.inTenant(government, work);
        } catch (RuntimeException broken) {
            // Whatever it was: the other certificates are not to wait for it.
            LOG.error("the key of an ended certificate waits", broken);
        }
    }

    private void ask(LocalGovernment home, CertificateId id) {
        RegisteredCertificate certificate = certificates.byId(home.id(), id).orElseThrow();
        ends.asked(home.id(), certificate)
                .filter(rows::open)
                .ifPresent(end -> {
                    tell(home, certificate, end, message(certificate, end));
                    record(certificate, "ASKED", Map.of());
                });
    }

    private static String message(RegisteredCertificate certificate, KeyEnd end) {
        if (end.dueOn() == null) {
            return "key-end-kept";
        }
        return certificate.isKeyHere() ? "key-end-planned" : "key-end-asked";
    }

    private void late(LocalGovernment home, KeyEnd due, Instant now) {
        KeyEnd end = rows.hold(due.certificate()).orElseThrow();
        RegisteredCertificate certificate =
                certificates.byId(home.id(), end.certificate()).orElseThrow();
        if (end.done() != null) {
            return;
        }
        if (certificate.isKeyHere()) {
            KeyEnd.Done done =
                    statements.end(home, certificate, KeyEnd.By.PROGRAM, KeyEnd.Means.SEALED, now);
            record(certificate, "DESTROYED", KeyEnds.facts(done));
        } else {
            rows.reminded(end.certificate(), now);
            tell(home, certificate, end, "key-end-late");
            record(certificate, "REMINDED", Map.of());
        }
    }

    private void tell(
            LocalGovernment home, RegisteredCertificate certificate, KeyEnd end, String message) {
        Map<String, String> arguments = new HashMap<>();
        arguments.put("subject", certificate.subject());
        arguments.put("serial", certificate.serial());
        arguments.put("ended", dates.on(end.endedAt(), home));
        arguments.put("until", end.dueOn() == null ? "-" : dates.on(end.dueOn()));
        notifications.tell(
                home.id(),
                certificate.person(),
                message,
                arguments,
                "/sertifikat/" + certificate.id() + "/pemusnahan",
                List.of());
    }

    private void record(
            RegisteredCertificate certificate, String outcome, Map<String, Object> facts) {
        audit.record(
                new AuditRecord(
                        "key-end.follow",
                        null,
                        "certificate",
                        certificate.id().value(),
                        outcome,
                        facts));
    }
}
