package id.pamong.authority.gateway;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    private final List<CertificationAuthority> ways;
    private final Orders orders;
    private final ObjectProvider<OrderListener> listeners;
    private final TenantTransactions transactions;
    private final Clock clock;

    OrderBook(
            List<CertificationAuthority> ways,
            Orders orders,
            ObjectProvider<OrderListener> listeners,
            TenantTransactions transactions,
            Clock clock) {
        this.ways = List.copyOf(ways);
        this.orders = orders;
        this.listeners = listeners;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The way that serves the local government: the one that takes orders by program. */
    public CertificationAuthority authorityOf(LocalGovernmentId government) {
        return ways.stream()
                .filter(way -> way.capabilities().contains(Capability.ORDER))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("no way to an authority: " + government));
    }

    /**
     * Places the order with the authority of its local government; an order already placed with the
     * same key answers what came of it. With {@link Capability#SAME_TRANSACTION} it joins the open
     * transaction; otherwise it refuses to run inside one.
     */
    public OrderOutcome place(CertificateOrder order) {
        CertificationAuthority way = authorityOf(order.government());
        if (way.capabilities().contains(Capability.SAME_TRANSACTION)) {
            return transactions.inTenant(order.government(), () -> placeWithin(order, way));
        }
        if (transactions.currentIfAny().isPresent()) {
            throw new IllegalStateException("the intent must be committed before the call");
        }
        transactions.inTenant(
                order.government(), () -> orders.intend(order, way.id(), clock.instant()));
        return transactions.inTenant(order.government(), () -> send(order.requestKey()));
    }

    /**
     * Intent and outcome are one row of one transaction: nothing can come between them. Of two at
     * once the second waits for the first one's row and answers what stands in it.
     */
    private OrderOutcome placeWithin(CertificateOrder order, CertificationAuthority way) {
        Optional<Orders.Entry> before = orders.byKey(order.requestKey());
        if (before.isPresent() && before.get().isSettled()) {
            return before.get().outcome();
        }
        OrderOutcome outcome = way.order(order);
        Instant now = clock.instant();
        if (orders.enter(order, way.id(), outcome, nextTry(outcome, now, 0), now)) {
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

    /** Sends again what has had no answer, each in its own transaction. */
    int sendDue(LocalGovernmentId government, int most) {
        List<RequestKey> due =
                transactions.inTenant(government, () -> orders.due(clock.instant(), most));
        due.forEach(key -> transactions.inTenant(government, () -> send(key)));
        return due.size();
    }

    /** The row is held, so that two senders never send at once. */
    private OrderOutcome send(RequestKey key) {
        Orders.Entry entry = orders.hold(key).orElseThrow();
        if (entry.isSettled()) {
            return entry.outcome();
        }
        OrderOutcome outcome = way(entry.authority()).order(entry.order());
        Instant now = clock.instant();
        orders.answer(key, outcome, nextTry(outcome, now, entry.tries()), now);
        tell(entry.order(), outcome);
        return outcome;
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
