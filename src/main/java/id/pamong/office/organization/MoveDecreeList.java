package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Transfer decrees page by page; whoever is asked for the right asks first. */
@Component
public class MoveDecreeList {
    private final MoveDecreeRows rows;
    private final TenantTransactions transactions;

    MoveDecreeList(MoveDecreeRows rows, TenantTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /**
     * Which decrees are wanted and where the page begins.
     *
     * @param text part of the number
     * @param state only these, or null
     * @param byFirstDay by the first day in the new posts, else by the time of entry
     * @param after last row of the page before, or null
     */
    public record Wanted(
            String text,
            MoveDecree.@Nullable State state,
            boolean byFirstDay,
            boolean descending,
            @Nullable UUID after,
            int limit) {}

    public List<MoveDecree> page(LocalGovernmentId government, Wanted wanted) {
        return transactions.inTenant(government, () -> rows.list(wanted));
    }
}
