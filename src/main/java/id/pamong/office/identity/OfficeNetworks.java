package id.pamong.office.identity;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.means.NetworkRows;
import id.pamong.office.refusal.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The networks of a local government's offices: where many people share one address, limits that
 * count by address are wider. Nothing else follows from being there.
 */
@Component
public class OfficeNetworks {
    private final TenantTransactions transactions;
    private final NetworkRows rows;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Clock clock;

    OfficeNetworks(
            TenantTransactions transactions,
            NetworkRows rows,
            Permissions permissions,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    /** One network, such as {@code 103.12.84.0/24}. */
    public record Network(UUID id, String network, String label) {}

    /** Whether the address lies in one of them; anything that is no address does not. */
    public boolean contains(LocalGovernmentId government, String address) {
        return transactions.inTenant(government, () -> rows.contains(address));
    }

    public List<Network> of(LocalGovernmentId government) {
        return transactions.inTenant(government, rows::all);
    }

    /** What an entry came to. */
    public sealed interface Outcome {
        /** It counts from now on; entering it twice changes nothing but its name. */
        record Added() implements Outcome {}

        /** Not an address and length, or wider than one office (/16, for IPv6 /32). */
        record NoNetwork() implements Outcome {}
    }

    /**
     * Declares a network.
     *
     * @param typed such as {@code 103.12.84.0/24} or {@code 2001:db8:12::/48}
     * @param label what people call it
     */
    public Outcome add(Actor actor, String typed, String label) {
        permissions.require(actor, "identity.set-networks");
        return transactions.inTenant(
                actor.government(),
                () -> {
                    boolean added =
                            rows.add(typed, label, clock.instant(), actor.account().value());
                    record(actor, null, added ? "ADDED" : "NO_NETWORK");
                    return added ? new Outcome.Added() : new Outcome.NoNetwork();
                });
    }

    public void remove(Actor actor, UUID network) {
        permissions.require(actor, "identity.set-networks");
        transactions.inTenant(
                actor.government(),
                () -> {
                    if (!rows.remove(network)) {
                        throw new NotFound("network.not-found");
                    }
                    record(actor, network, "REMOVED");
                });
    }

    private void record(
            Actor actor, @org.jspecify.annotations.Nullable UUID network, String outcome) {
        audit.record(
                new AuditRecord(
                        "identity.set-networks",
                        actor.account().value(),
                        "network",
                        network,
                        outcome,
                        Map.of()));
    }
}
