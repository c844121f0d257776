package id.pamong.lifecycle.certificate;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.SystemHandedOver;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whoever answers for a system has its certificates: they go over with the system, so that the one
 * who answers for it renews or revokes them. The key stays at the host; the trail says who had them
 * before.
 */
@Component
class HandedSystems {
    private final CertificateLifeRows rows;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    HandedSystems(
            CertificateLifeRows rows,
            AuditTrail audit,
            TenantTransactions transactions,
            Clock clock) {
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
                        rows.ofSystem(system.system(), clock.instant()).stream()
                                .filter(one -> !one.person().equals(system.to()))
                                .forEach(one -> {
                                    rows.handOver(one.id(), system.to());
                                    audit.record(
                                            new AuditRecord(
                                                    "certificate.hand-over",
                                                    null,
                                                    "certificate",
                                                    one.id().value(),
                                                    "HANDED_OVER",
                                                    Map.of(
                                                            "from", one.person().toString(),
                                                            "to", system.to().toString())));
                                }));
    }
}
