package id.pamong.lifecycle.enrollment;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.AgencyId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /**
     * A page of the batches of which something was submitted, by the time they were prepared.
     *
     * @param text part of title or agency, or empty
     * @param agency only this one's, or null
     * @param after last one of the page before, or null
     */
    public List<CollectiveBatch> submitted(
            LocalGovernmentId government,
            String text,
            @Nullable AgencyId agency,
            boolean descending,
            @Nullable UUID after,
            int limit) {
        return transactions.inTenant(
                government,
                () ->
                        rows.list(
                                agency == null ? null : List.of(agency),
                                text,
                                true,
                                descending,
                                after,
                                limit));
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
