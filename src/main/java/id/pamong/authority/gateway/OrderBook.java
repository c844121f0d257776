package id.pamong.authority.gateway;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.refusal.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Intent, call, outcome of every order (MDN-13(2)). The request key is committed before the outside
 * world is called; an order without an answer is sent again with the same key. A way with {@link
 * Capability#SAME_TRANSACTION} has intent, certificate and outcome in the caller's own transaction.
 */
@Component
public class OrderBook {
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int LONGEST_SHIFT = 6;

    /** No call lasts longer; after it an order is taken for unanswered. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(5);

    private static final int MOST_SHOWN = 200;
    private static final Logger LOG = LoggerFactory.getLogger(OrderBook.class);

    private final List<CertificationAuthority> ways;
    private final ServingAuthorities serving;
    private final Orders orders;
    private final SecondAnswers second;
    private final ObjectProvider<OrderListener> listeners;
    private final TenantTransactions transactions;
    private final Clock clock;

    OrderBook(
            List<CertificationAuthority> ways,
            ServingAuthorities serving,
            Orders orders,
            SecondAnswers second,
            ObjectProvider<OrderListener> listeners,
            TenantTransactions transactions,
            Clock clock) {
        this.ways = List.copyOf(ways);
        this.serving = serving;
        this.orders = orders;
        this.second = second;
        this.listeners = listeners;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The way that serves the local government for a product today. */
    public CertificationAuthority authorityOf(LocalGovernmentId government, ProfileId profile) {
        return serving.of(government, profile);
    }

    /** The way that an order was placed with, whoever serves the local government by now. */
    public CertificationAuthority placedWith(LocalGovernmentId government, RequestKey requestKey) {
        return transactions.inTenant(
                government, () -> way(orders.byKey(requestKey).orElseThrow().way()));
    }

    /**
     * Writes the intent and asks nobody: in the open transaction, so that whatever says that there
     * is an order commits together with it. Who dies after that leaves an order that is due.
     */
    public void intend(CertificateOrder order) {
        transactions.inTenant(
                order.government(),
                () ->
                        orders.intend(
                                order,
                                authorityOf(order.government(), order.profile()),
                                clock.instant()));
    }

    /**
     * Places the order with the authority of its local government; an order already placed with the
     * same key answers what came of it. With {@link Capability#SAME_TRANSACTION} it joins the open
     * transaction; otherwise it refuses to run inside one.
     */
    public OrderOutcome place(CertificateOrder order) {
        Optional<Orders.Entry> before =
                transactions.inTenant(order.government(), () -> orders.byKey(order.requestKey()));
        if (before.isPresent() && before.get().isSettled()) {
            return before.get().outcome();
        }
        CertificationAuthority way =
                before.map(entry -> way(entry.way()))
                        .orElseGet(() -> authorityOf(order.government(), order.profile()));
        if (way.capabilities().contains(Capability.SAME_TRANSACTION)) {
            return transactions.inTenant(order.government(), () -> placeWithin(order, way));
        }
        if (transactions.isOpen()) {
            throw new IllegalStateException("the intent must be committed before the call");
        }
        transactions.inTenant(order.government(), () -> orders.intend(order, way, clock.instant()));
        send(order.government(), order.requestKey());
        return outcomeOf(order.government(), order.requestKey()).orElseThrow();
    }

    /**
     * Intent and outcome are one row of one transaction: nothing can come between them. Of two at
     * once the second waits for the first one's row and answers what stands in it.
     */
    private OrderOutcome placeWithin(CertificateOrder order, CertificationAuthority way) {
        OrderOutcome outcome = way.order(order);
        Instant now = clock.instant();
        if (orders.enter(order, way, outcome, nextTry(outcome, now, 0), now)) {
            tell(order, outcome);
            return outcome;
        }
        return orders.byKey(order.requestKey()).orElseThrow().outcome();
    }

    /** What came of an order so far; empty if there is none with that key. */
    public Optional<OrderOutcome> outcomeOf(LocalGovernmentId government, RequestKey requestKey) {
        return transactions.inTenant(
                government, () -> orders.byKey(requestKey).map(Orders.Entry::outcome));
    }

    /** What was ordered; empty if there is none with that key. */
    public Optional<CertificateOrder> ordered(LocalGovernmentId government, RequestKey requestKey) {
        return transactions.inTenant(
                government, () -> orders.byKey(requestKey).map(Orders.Entry::order));
    }

    /** Orders that nobody has settled, the oldest first. */
    public List<OpenOrder> open(LocalGovernmentId government) {
        return transactions.inTenant(government, () -> orders.open(MOST_SHOWN));
    }

    /**
     * Sends again what has had no answer. An order whose answer cannot be taken in stays open and
     * keeps none of the others waiting.
     */
    int sendDue(LocalGovernmentId government, int most) {
        List<RequestKey> due =
                transactions.inTenant(government, () -> orders.due(clock.instant(), most));
        for (RequestKey key : due) {
            try {
                send(government, key);
            } catch (RuntimeException e) { // whatever it is, the others are not to wait for it
                LOG.error("order {} cannot be settled", key, e);
            }
        }
        return due.size();
    }

    /**
     * Takes the order, asks outside of any transaction, and writes the answer. Whoever dies between
     * leaves an order that is due again, with the same key.
     */
    private void send(LocalGovernmentId government, RequestKey key) {
        Instant taken = clock.instant();
        Instant lease = taken.plus(LONGEST_CALL).truncatedTo(ChronoUnit.MICROS);
        Optional<Orders.Entry> due =
                transactions.inTenant(government, () -> orders.take(key, taken, lease));
        if (due.isEmpty()) {
            return;
        }
        CertificateOrder order = due.get().order();
        CertificationAuthority way = way(due.get().way());
        boolean together = way.capabilities().contains(Capability.SAME_TRANSACTION);
        @Nullable OrderOutcome asked =
                together ? null : ReturnedAnswer.checked(order, way.order(order));
        transactions.inTenant(
                government,
                () -> {
                    OrderOutcome outcome = asked == null ? way.order(order) : fit(order, asked);
                    Instant now = clock.instant();
                    if (orders.answer(
                            key, outcome, nextTry(outcome, now, due.get().tries()), lease, now)) {
                        tell(order, outcome);
                    } else {
                        second.note(order, way.id(), outcome, now);
                    }
                });
    }

    /** What became of an answer that came without being asked for. */
    public sealed interface Taking {
        /** It settled the order, or said once more what was known. */
        record Taken() implements Taking {}

        /** It is not what was ordered, with every reason as a stable code; nothing changed. */
        record Unfit(List<String> faults) implements Taking {
            public Unfit {
                faults = List.copyOf(faults);
            }
        }

        /** The order was settled otherwise before: an open case. */
        record Second() implements Taking {}
    }

    /**
     * Takes in an answer that nobody waited for: read from a portal by an officer, or found by
     * asking after the certificate. Joins the open transaction; the caller's command leaves the
     * audit record.
     *
     * @throws NotFound if there is no such order
     */
    public Taking take(LocalGovernmentId government, RequestKey key, OrderOutcome answer) {
        return transactions.inTenant(
                government,
                () -> {
                    Orders.Entry entry =
                            orders.byKey(key).orElseThrow(() -> new NotFound("order.not-found"));
                    List<String> faults = faults(entry.order(), answer);
                    if (!faults.isEmpty()) {
                        return new Taking.Unfit(faults);
                    }
                    Instant now = clock.instant();
                    if (orders.answer(key, answer, nextTry(answer, now, 0), null, now)) {
                        tell(entry.order(), answer);
                        return new Taking.Taken();
                    }
                    return second.note(entry.order(), entry.way(), answer, now)
                            ? new Taking.Second()
                            : new Taking.Taken();
                });
    }

    /** What those who would register it have against an answer. */
    private List<String> faults(CertificateOrder order, OrderOutcome answer) {
        return switch (ReturnedAnswer.checked(order, answer)) {
            case OrderOutcome.Issued issued ->
                    listeners.stream()
                            .flatMap(listener -> listener.faults(order, issued).stream())
                            .toList();
            case OrderOutcome.Unavailable(String reason) -> List.of(reason);
            case OrderOutcome.Accepted _, OrderOutcome.Refused _ -> List.of();
        };
    }

    private OrderOutcome fit(CertificateOrder order, OrderOutcome answer) {
        return answer instanceof OrderOutcome.Issued && !faults(order, answer).isEmpty()
                ? new OrderOutcome.Unavailable(ReturnedAnswer.UNFIT)
                : answer;
    }

    private void tell(CertificateOrder order, OrderOutcome outcome) {
        switch (outcome) {
            case OrderOutcome.Issued _, OrderOutcome.Refused _ ->
                    listeners.forEach(listener -> listener.settled(order, outcome));
            case OrderOutcome.Accepted _, OrderOutcome.Unavailable _ -> {}
        }
    }

    private static @Nullable Instant nextTry(OrderOutcome outcome, Instant now, int tries) {
        return switch (outcome) {
            case OrderOutcome.Issued _, OrderOutcome.Refused _ -> null;
            case OrderOutcome.Accepted _ -> now.plus(LONGEST_WAIT);
            case OrderOutcome.Unavailable _ -> now.plus(wait(tries));
        };
    }

    private static Duration wait(int tries) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(tries, LONGEST_SHIFT));
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }

    private CertificationAuthority way(String id) {
        return ways.stream()
                .filter(way -> way.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no way " + id));
    }
}
