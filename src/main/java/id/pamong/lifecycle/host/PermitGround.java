package id.pamong.lifecycle.host;

import id.pamong.authority.gateway.Capability;
import id.pamong.authority.gateway.CertificateOrder;
import id.pamong.authority.gateway.OrderBook;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.ElectronicSystems;
import id.pamong.office.organization.LocalGovernments;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether a permit may rest on a certificate: of a system that is in service with the same hosts,
 * for which the same person answers, from the authority that serves by program in our own
 * transaction. Asked when it is given and each time it is used.
 */
@Component
class PermitGround {
    private final ElectronicSystems systems;
    private final OrderBook orders;
    private final LocalGovernments governments;
    private final Clock clock;

    PermitGround(
            ElectronicSystems systems,
            OrderBook orders,
            LocalGovernments governments,
            Clock clock) {
        this.systems = systems;
        this.orders = orders;
        this.governments = governments;
        this.clock = clock;
    }

    /** Why not, as a stable code; empty if it may. */
    Optional<String> objection(LocalGovernmentId government, RegisteredCertificate certificate) {
        if (certificate.system() == null || !certificate.profile().isOfSystem()) {
            return Optional.of("permit.not-of-system");
        }
        if (!certificate.isUsableAt(clock.instant())) {
            return Optional.of("permit.certificate");
        }
        var today = governments.get(government).dateAt(clock.instant());
        Optional<CertificateOrder> order = orders.ordered(government, certificate.requestKey());
        boolean same =
                systems.find(government, certificate.system())
                        .filter(system -> system.isInServiceOn(today))
                        .filter(system -> system.isAnsweredForBy(certificate.person()))
                        .filter(system ->
                                order.isPresent()
                                        && system.hosts().containsAll(order.get().dnsNames()))
                        .isPresent();
        if (!same) {
            return Optional.of("permit.system");
        }
        return orders.authorityOf(government, certificate.profile())
                        .capabilities()
                        .contains(Capability.SAME_TRANSACTION)
                ? Optional.empty()
                : Optional.of("permit.authority");
    }
}
