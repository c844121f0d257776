package id.pamong.lifecycle.enrollment;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Batches for the rooms further down the road; the caller asks for the right. */
@Component
public class Collectives {
    private final CollectiveRows rows;
    private final TenantTransactions transactions;

    Collectives(CollectiveRows rows, TenantTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /** The newest first. */
    public List<CollectiveBatch> newest(LocalGovernmentId government, int limit) {
        return transactions.inTenant(government, () -> rows.newest(limit));
    }

    public Optional<CollectiveBatch> find(LocalGovernmentId government, CollectiveBatchId id) {
        return transactions.inTenant(government, () -> rows.find(id));
    }

    /** By name. */
    public List<CollectiveMember> members(LocalGovernmentId government, CollectiveBatchId id) {
        return transactions.inTenant(government, () -> rows.members(id));
    }

    /** How an application stands in its batch, if it belongs to one. */
    public Optional<CollectiveMember> member(
            LocalGovernmentId government, ApplicationId application) {
        return transactions.inTenant(government, () -> rows.member(application));
    }

    /** The batch that an application belongs to. */
    public Optional<CollectiveBatchId> batchOf(
            LocalGovernmentId government, ApplicationId application) {
        return transactions.inTenant(government, () -> rows.batchOf(application));
    }
}
