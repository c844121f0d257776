package id.pamong.lifecycle.enrollment;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.AgencyAdmins;
import id.pamong.office.organization.Agency;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.AgencyPeople;
import id.pamong.office.organization.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The batches that an admin of an agency sees, page by page: those of the agency and of the units
 * below it, nothing for who is no admin today.
 */
@Component
public class AgencyBatches {
    private final CollectiveRows rows;
    private final AgencyAdmins admins;
    private final AgencyPeople people;
    private final TenantTransactions transactions;

    AgencyBatches(
            CollectiveRows rows,
            AgencyAdmins admins,
            AgencyPeople people,
            TenantTransactions transactions) {
        this.rows = rows;
        this.admins = admins;
        this.people = people;
        this.transactions = transactions;
    }

    /**
     * By the time they were prepared.
     *
     * @param text part of the title, or empty
     * @param after last one of the page before, or null
     */
    public List<CollectiveBatch> list(
            LocalGovernmentId government,
            PersonId admin,
            String text,
            boolean descending,
            @Nullable UUID after,
            int limit) {
        return transactions.inTenant(
                government,
                () -> {
                    List<AgencyId> agencies = agencies(government, admin);
                    return agencies.isEmpty()
                            ? List.of()
                            : rows.list(agencies, text, false, descending, after, limit);
                });
    }

    /** Their members by name; none of a batch that the admin does not see. */
    public List<CollectiveMember> members(
            LocalGovernmentId government, PersonId admin, Optional<UUID> batch) {
        return transactions.inTenant(
                government,
                () ->
                        batch.map(CollectiveBatchId::new)
                                .flatMap(rows::find)
                                .filter(found ->
                                        agencies(government, admin).contains(found.agency()))
                                .map(found -> rows.members(found.id()))
                                .orElse(List.of()));
    }

    private List<AgencyId> agencies(LocalGovernmentId government, PersonId admin) {
        return admins.agencyOf(government, admin)
                .map(agency ->
                        people.withBelow(government, agency).stream().map(Agency::id).toList())
                .orElse(List.of());
    }
}
