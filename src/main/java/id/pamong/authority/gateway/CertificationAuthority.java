package id.pamong.authority.gateway;

import id.pamong.office.database.LocalGovernmentId;
import java.util.List;
import java.util.Set;

/**
 * A way to a certification authority (MDN-5, 13(2)). It declares what it can; what it cannot is
 * never called. Several ways may lead to one authority: orders to BSrE travel by its portal, while
 * a gateway tells what became of them.
 */
public interface CertificationAuthority {
    /** Stable code of the way, such as {@code builtin} or {@code manual}. */
    String id();

    /** Code of the authority it leads to, as {@code ca.allowed} of a regulation names it. */
    default String authority() {
        return id();
    }

    Set<Capability> capabilities();

    /** Name of the CA that issues for that local government, as people read it. */
    String name(LocalGovernmentId government);

    /** What its certificates for that local government are before the law. */
    Standing standing(LocalGovernmentId government);

    /** What can be ordered from it; the start of an application offers nothing else. */
    Set<ProfileId> products();

    /**
     * Orders a certificate ({@link Capability#ORDER}). The same request key gives the same
     * certificate. With {@link Capability#SAME_TRANSACTION} it joins the open transaction of the
     * local government.
     */
    default OrderOutcome order(CertificateOrder order) {
        throw new IllegalStateException(id() + " takes no orders");
    }

    /**
     * Revokes ({@link Capability#REVOKE}), holds or releases ({@link Capability#HOLD}). The same
     * order again changes nothing more. With {@link Capability#SAME_TRANSACTION} it joins the open
     * transaction of the local government.
     */
    default StatusOutcome change(StatusOrder order) {
        throw new IllegalStateException(id() + " declares no change of status");
    }

    /** Every root and issuing certificate of this way, whatever the local government. */
    List<KnownAuthority> known();
}
