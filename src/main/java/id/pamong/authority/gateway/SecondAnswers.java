package id.pamong.authority.gateway;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Answers of an authority that contradict the one by which an order was settled (MDN-13(2)). None
 * is dropped: a second certificate may be in someone's hands.
 */
@Component
public class SecondAnswers {
    static final String CLOSE = "authority.close-answer";
    private static final int SHORTEST_NOTE = 10;
    private static final int LONGEST_NOTE = 1000;
    private static final int MOST = 200;

    private final Orders orders;
    private final SecondAnswerRows rows;
    private final Permissions permissions;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    SecondAnswers(
            Orders orders,
            SecondAnswerRows rows,
            Permissions permissions,
            TenantTransactions transactions,
            AuditTrail audit,
            Clock clock) {
        this.orders = orders;
        this.rows = rows;
        this.permissions = permissions;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that nobody has looked into, the oldest first. */
    public List<SecondAnswer> open(LocalGovernmentId government) {
        return transactions.inTenant(government, () -> rows.open(MOST));
    }

    /**
     * Someone has found out what became of the second answer.
     *
     * @param note what was found out and done
     * @return everything wrong with it; empty when the case is closed
     */
    public List<Finding> close(Actor actor, UUID id, String note) {
        permissions.require(actor, CLOSE);
        return transactions.inTenant(
                actor.government(),
                () -> {
                    SecondAnswer answer =
                            rows.hold(id).orElseThrow(() -> new NotFound("answer.not-found"));
                    if (answer.closedAt() != null) {
                        throw new Conflict("answer.closed");
                    }
                    String text = note.strip();
                    if (text.length() < SHORTEST_NOTE || text.length() > LONGEST_NOTE) {
                        return List.of(
                                Finding.blocking(
                                        "answer.note", "answerNote", SHORTEST_NOTE, LONGEST_NOTE));
                    }
                    rows.close(id, actor.account(), text, clock.instant());
                    audit.record(
                            new AuditRecord(
                                    CLOSE,
                                    actor.account().value(),
                                    "order",
                                    answer.key().value(),
                                    "CLOSED",
                                    Map.of("secondAnswer", id.toString())));
                    return List.of();
                });
    }

    /**
     * Holds an answer that came too late against the one that stands. Joins the open transaction.
     *
     * @return whether it says something else
     */
    boolean note(CertificateOrder order, String way, OrderOutcome late, Instant now) {
        OrderOutcome first = orders.byKey(order.requestKey()).orElseThrow().outcome();
        if (isSame(first, late)) {
            return false;
        }
        UUID id = UUID.randomUUID();
        boolean added =
                switch (late) {
                    case OrderOutcome.Issued issued ->
                            rows.add(
                                    id,
                                    order.requestKey(),
                                    way,
                                    sha256(issued.certificateDer()),
                                    issued,
                                    now);
                    case OrderOutcome.Refused(String code) ->
                            rows.add(id, order.requestKey(), way, code, null, now);
                    case OrderOutcome.Accepted _, OrderOutcome.Unavailable _ -> false;
                };
        if (added) {
            audit.record(
                    new AuditRecord(
                            "authority.second-answer",
                            null,
                            "order",
                            order.requestKey().value(),
                            "OPENED",
                            Map.of("secondAnswer", id.toString(), "way", way)));
        }
        return true;
    }

    private static boolean isSame(OrderOutcome first, OrderOutcome late) {
        return switch (late) {
            case OrderOutcome.Issued(byte[] certificate, var _) ->
                    first instanceof OrderOutcome.Issued(byte[] known, var _)
                            && Arrays.equals(known, certificate);
            case OrderOutcome.Refused _ -> first instanceof OrderOutcome.Refused;
            case OrderOutcome.Accepted _, OrderOutcome.Unavailable _ -> true;
        };
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
