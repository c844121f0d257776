package id.pamong.authority.gateway;

/** Hears how an order ended, in the transaction that records it. Implemented by higher rooms. */
public interface OrderListener {
    /** Called once for each order that was issued or refused. */
    void settled(CertificateOrder order, OrderOutcome outcome);
}
