package id.pamong.authority.gateway;

import id.pamong.office.database.LocalGovernmentId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Intent, call, outcome of every order (MDN-13(2)). The request key is committed before the outside
 * world is called; an order without an answer is sent again with the same key.
 */
@Component
public class OrderBook {

    /** The way that serves the local government. */
    public CertificationAuthority authorityOf(LocalGovernmentId government) {
        throw new UnsupportedOperationException();
    }

    /**
     * Places the order with the authority of its local government; an order already placed with the
     * same key answers what came of it. Joins the open transaction when the way can.
     */
    public OrderOutcome place(CertificateOrder order) {
        throw new UnsupportedOperationException();
    }

    /** What came of an order so far; empty if there is none with that key. */
    public Optional<OrderOutcome> outcomeOf(LocalGovernmentId government, RequestKey requestKey) {
        throw new UnsupportedOperationException();
    }
}
