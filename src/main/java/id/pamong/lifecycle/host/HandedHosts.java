package id.pamong.lifecycle.host;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.SystemHandedOver;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A permit ends when somebody else answers for its system, since whoever drew the secret may keep a
 * copy. The one who answers now asks for a permit anew.
 */
@Component
class HandedHosts {
    private final HostRows rows;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    HandedHosts(HostRows rows, AuditTrail audit, TenantTransactions transactions, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** In the transaction that tells it. */
    @EventListener
    void on(SystemHandedOver system) {
        transactions.inTenant(
                system.government(),
                () ->
                        rows.openOf(system.system())
                                .forEach(permit -> {
                                    rows.end(permit, clock.instant());
                                    audit.record(
                                            new AuditRecord(
                                                    "host.end",
                                                    null,
                                                    "host-permit",
                                                    permit,
                                                    "HANDED_OVER",
                                                    Map.of("to", system.to().toString())));
                                }));
    }
}
