package id.pamong.authority.gateway;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Revoking, holding and releasing certificates at the authority they came from (MDN-15, CJR-16).
 * Keeps no record of its own: who asked and why is the caller's command and the caller's audit
 * record.
 */
@Component
public class CertificateStatuses {
    private final List<CertificationAuthority> ways;
    private final Orders orders;
    private final TenantTransactions transactions;

    CertificateStatuses(
            List<CertificationAuthority> ways, Orders orders, TenantTransactions transactions) {
        this.ways = List.copyOf(ways);
        this.orders = orders;
        this.transactions = transactions;
    }

    /**
     * Changes the status of the certificate that came of an order. With {@link
     * Capability#SAME_TRANSACTION} it joins the open transaction and is seen by others when that
     * commits.
     */
    public StatusOutcome change(
            LocalGovernmentId government, RequestKey ordered, StatusChange change) {
        Optional<Orders.Entry> entry =
                transactions.inTenant(government, () -> orders.byKey(ordered));
        return entry.isPresent() && entry.get().outcome() instanceof OrderOutcome.Issued issued
                ? change(
                        entry.get().way(),
                        new StatusOrder(government, issued.certificateDer(), change))
                : new StatusOutcome.Refused("certificate.not-found");
    }

    /** As the other, for a certificate whose way is known: {@code builtin} and so on. */
    public StatusOutcome change(String authority, StatusOrder order) {
        CertificationAuthority way = way(authority);
        return way.capabilities().contains(needed(order.change()))
                ? way.change(order)
                : new StatusOutcome.Refused("status.not-by-program");
    }

    /** What can be asked of the way by program; what cannot is a person's work at its portal. */
    public Set<Capability> capabilitiesOf(String authority) {
        return way(authority).capabilities();
    }

    private static Capability needed(StatusChange change) {
        return switch (change) {
            case StatusChange.Revoke _ -> Capability.REVOKE;
            case StatusChange.Hold _, StatusChange.Release _ -> Capability.HOLD;
        };
    }

    private CertificationAuthority way(String id) {
        return ways.stream()
                .filter(way -> way.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no way " + id));
    }
}
