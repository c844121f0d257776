package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells facts whose day has come, each in a transaction of its own: one that cannot be told waits
 * for the next time and keeps no other one back.
 */
@Component
class EachDue {
    private static final Logger LOG = LoggerFactory.getLogger(EachDue.class);

    private final TenantTransactions transactions;

    EachDue(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Tells what is due now.
     *
     * @param what kind of fact it is, for the log
     * @param due finds the facts, in a transaction
     * @param tell tells one in its transaction; false if there was nothing left to say
     * @return how many were told
     */
    int tell(
            LocalGovernmentId government,
            String what,
            Supplier<List<UUID>> due,
            Predicate<UUID> tell) {
        int told = 0;
        for (UUID one : transactions.inTenant(government, due)) {
            try {
                if (transactions.inTenant(government, () -> tell.test(one))) {
                    told++;
                }
            } catch (RuntimeException broken) {
                LOG.error("{} could not be told", what, broken);
            }
        }
        return told;
    }
}
