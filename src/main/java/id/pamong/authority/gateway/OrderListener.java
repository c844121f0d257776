package id.pamong.authority.gateway;

import id.pamong.office.database.LocalGovernmentId;

/** Hears how an order ended, in the transaction that records it. Implemented by higher rooms. */
public interface OrderListener {
    /** Called once for each order that was issued or refused. */
    void settled(LocalGovernmentId government, RequestKey requestKey, OrderOutcome outcome);
}
