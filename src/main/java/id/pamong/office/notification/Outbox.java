package id.pamong.office.notification;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.protection.KeyPurpose;
import id.pamong.office.protection.Seals;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * E-mail on its way: sealed with the command that causes it, carried after the commit, tried again
 * with growing pauses, and erased when it was taken.
 */
@Component
public class Outbox {
    /** About three days with the pauses of {@link #pause}. */
    public static final int MOST_ATTEMPTS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final String ADDRESS = "outbox.address";
    private static final String CONTENT = "outbox.content";

    private final OutboxRows rows;
    private final MailCarrier carrier;
    private final Seals seals;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    Outbox(
            OutboxRows rows,
            MailCarrier carrier,
            Seals seals,
            LocalGovernments governments,
            TenantTransactions transactions,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.carrier = carrier;
        this.seals = seals;
        this.governments = governments;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first; the next page begins after the last of the one before. */
    public List<OutboxMail> newest(LocalGovernmentId government, @Nullable UUID after, int limit) {
        return transactions.inTenant(government, () -> rows.newest(after, limit));
    }

    /**
     * A page of the outbox by age.
     *
     * @param state name of the only state, or empty
     * @param after last mail of the page before, or null
     */
    public List<OutboxMail> list(
            LocalGovernmentId government,
            String state,
            @Nullable UUID after,
            boolean descending,
            int limit) {
        return transactions.inTenant(government, () -> rows.list(state, after, descending, limit));
    }

    /** How many wait or were given up. */
    public int unsent(LocalGovernmentId government) {
        return transactions.inTenant(government, rows::unsent);
    }

    /** Tries everything unsent again now, after a relay was set or mended. */
    public void tryAgain(LocalGovernmentId government, @Nullable UUID by) {
        transactions.inTenant(
                government,
                () -> {
                    int mails = rows.dueNow(clock.instant());
                    audit.record(
                            new AuditRecord(
                                    "notification.try-again",
                                    by,
                                    "outbox",
                                    null,
                                    "DUE",
                                    Map.of("mails", mails)));
                    deliverAfterCommit(government);
                });
    }

    /** In the open transaction of the local government. */
    void put(LocalGovernmentId government, String address, byte[] content, String messageKey) {
        rows.add(
                UUID.randomUUID(),
                seals.seal(
                        KeyPurpose.MAIL,
                        government,
                        address.getBytes(StandardCharsets.UTF_8),
                        ADDRESS),
                hint(address),
                seals.seal(KeyPurpose.MAIL, government, content, CONTENT),
                messageKey,
                clock.instant());
        deliverAfterCommit(government);
    }

    private void deliverAfterCommit(LocalGovernmentId government) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        Thread.ofVirtual().name("mail").start(() -> deliverQuietly(government));
                    }
                });
    }

    /** The scheduled delivery takes over whatever goes wrong here. */
    private void deliverQuietly(LocalGovernmentId government) {
        try {
            deliver(government);
        } catch (RuntimeException broken) {
            LOG.warn("delivery right after the commit failed, the schedule repeats it", broken);
        }
    }

    /** Everything that is due, in every local government. */
    void deliverAll() {
        governments.all().forEach(government -> deliver(government.id()));
    }

    private void deliver(LocalGovernmentId government) {
        boolean more = true;
        while (more) {
            more = transactions.inTenant(government, () -> deliverNext(government));
        }
    }

    private boolean deliverNext(LocalGovernmentId government) {
        Optional<OutboxRows.Due> due = rows.nextDue(clock.instant());
        due.ifPresent(mail -> carry(government, mail));
        return due.isPresent();
    }

    private void carry(LocalGovernmentId government, OutboxRows.Due mail) {
        String address =
                new String(
                        seals.open(KeyPurpose.MAIL, government, mail.address(), ADDRESS),
                        StandardCharsets.UTF_8);
        byte[] content = seals.open(KeyPurpose.MAIL, government, mail.content(), CONTENT);
        Instant now = clock.instant();
        switch (carrier.carry(government, mail.id(), address, content)) {
            case CarryOutcome.Taken() -> rows.sent(mail.id(), now);
            case CarryOutcome.NoRelay() ->
                    // Waits without counting; a relay that is set makes everything due.
                    rows.failed(
                            mail.id(),
                            "NO_RELAY",
                            false,
                            now.plus(Duration.ofMinutes(10)),
                            mail.attempts());
            case CarryOutcome.Failed(String problem) -> {
                int attempts = mail.attempts() + 1;
                rows.failed(
                        mail.id(),
                        problem,
                        attempts >= MOST_ATTEMPTS,
                        now.plus(pause(attempts)),
                        attempts);
            }
        }
    }

    /** One minute, doubled with every attempt, at most six hours. */
    static Duration pause(int attempts) {
        Duration longest = Duration.ofHours(6);
        Duration doubled = Duration.ofMinutes(1L << Math.min(attempts - 1, 10));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    /** First letter and domain. */
    static String hint(String address) {
        int at = address.indexOf('@');
        return at < 1 ? "•••" : address.charAt(0) + "•••" + address.substring(at);
    }
}
