package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The people of an agency and of the agencies below it, many at once. */
@Component
public class AgencyPeople {
    private final AgencyPeopleRows rows;
    private final PersonSeals seals;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;
    private final Clock clock;

    AgencyPeople(
            AgencyPeopleRows rows,
            PersonSeals seals,
            LocalGovernments governments,
            TenantTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.seals = seals;
        this.governments = governments;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The agency and every agency below it, by name. */
    public List<Agency> withBelow(LocalGovernmentId government, AgencyId agency) {
        return transactions.inTenant(government, () -> rows.withBelow(agency));
    }

    /**
     * Those who hold a posting in one of the agencies today, by name.
     *
     * @param text part of the name or of the post, or empty
     */
    public List<ListedPerson> in(
            LocalGovernmentId government, Collection<AgencyId> agencies, String text, int limit) {
        return agencies.isEmpty()
                ? List.of()
                : transactions.inTenant(
                        government,
                        () ->
                                rows.in(
                                        government,
                                        agencies,
                                        text.strip(),
                                        limit,
                                        today(government)));
    }

    /** The people with these ids, whatever their agency. */
    public Map<PersonId, ListedPerson> byIds(
            LocalGovernmentId government, Collection<PersonId> people) {
        return people.isEmpty()
                ? Map.of()
                : transactions.inTenant(
                        government, () -> rows.byIds(government, people, today(government)));
    }

    /** The person with this number; spaces are ignored. */
    public Optional<ListedPerson> byNip(LocalGovernmentId government, String nip) {
        return transactions.inTenant(
                government,
                () -> rows.byNip(government, seals.nipIndex(government, nip), today(government)));
    }

    private LocalDate today(LocalGovernmentId government) {
        return governments.get(government).dateAt(clock.instant());
    }
}
