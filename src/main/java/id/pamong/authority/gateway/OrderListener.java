package id.pamong.authority.gateway;

import java.util.List;

/** Hears how an order ended, in the transaction that records it. Implemented by higher rooms. */
public interface OrderListener {
    /**
     * What stands against registering the answer of an authority outside, as stable codes; asked
     * before it settles anything.
     */
    default List<String> faults(CertificateOrder order, OrderOutcome.Issued answer) {
        return List.of();
    }

    /** Called once for each order that was issued or refused. */
    void settled(CertificateOrder order, OrderOutcome outcome);
}
