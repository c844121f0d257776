package id.pamong.office.identity;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.means.AccountListRows;
import id.pamong.office.organization.Agency;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Accounts and roles to be looked up, page by page; whoever is asked for the right asks first. */
@Component
public class AccountRegister {
    private final AccountListRows rows;
    private final People people;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;
    private final Clock clock;

    AccountRegister(
            AccountListRows rows,
            People people,
            LocalGovernments governments,
            TenantTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.people = people;
        this.governments = governments;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Where a page of a list begins and what stands on it.
     *
     * @param text the beginnings of words of a name, a NIP or NIK; for accounts also their id
     * @param after last row of the page before, or null
     */
    public record Wanted(
            String text, @Nullable Role role, boolean descending, @Nullable UUID after, int limit) {
        @Override
        public String toString() {
            return "Wanted[…]";
        }
    }

    /**
     * Roles by the time they were given.
     *
     * @param open whether neither withdrawn nor over, or null for either
     */
    public List<RoleEntry> roles(
            LocalGovernmentId government, Wanted wanted, @Nullable Boolean open) {
        return transactions.inTenant(
                government,
                () -> {
                    List<AccountListRows.GrantRow> found =
                            rows.grants(wanted(government, wanted, null, open));
                    Map<PersonId, Person> named =
                            people.byIds(
                                    government,
                                    found.stream()
                                            .flatMap(one ->
                                                    Stream.concat(
                                                            Stream.of(one.person()),
                                                            Stream.ofNullable(one.by())))
                                            .collect(Collectors.toSet()));
                    Map<UUID, String> agencies =
                            found.stream().allMatch(one -> one.agency() == null)
                                    ? Map.of()
                                    : people.agencies(government).stream()
                                            .collect(
                                                    Collectors.toMap(
                                                            one -> one.id().value(), Agency::name));
                    return found.stream().map(one -> entry(one, named, agencies)).toList();
                });
    }

    /**
     * Accounts by the time they were claimed.
     *
     * @param factor whether a second factor is confirmed, or null for either
     */
    public List<AccountEntry> accounts(
            LocalGovernmentId government, Wanted wanted, @Nullable Boolean factor) {
        return transactions.inTenant(
                government,
                () -> {
                    List<AccountListRows.AccountRow> found =
                            rows.accounts(wanted(government, wanted, factor, null));
                    Map<PersonId, Person> named =
                            people.byIds(
                                    government,
                                    found.stream()
                                            .map(AccountListRows.AccountRow::person)
                                            .toList());
                    return found.stream()
                            .map(one ->
                                    new AccountEntry(
                                            one.id(),
                                            one.person(),
                                            name(named, one.person()),
                                            agency(named, one.person()),
                                            one.claimedAt(),
                                            one.meansChangedAt(),
                                            one.hasFactor(),
                                            one.passkeys(),
                                            one.roles()))
                            .toList();
                });
    }

    private AccountListRows.Wanted wanted(
            LocalGovernmentId government,
            Wanted wanted,
            @Nullable Boolean factor,
            @Nullable Boolean open) {
        String number = wanted.text().replaceAll("[ .]", "");
        Optional<PersonId> only =
                number.matches("[0-9]{16}|[0-9]{18}")
                        ? Optional.of(byNumber(government, number))
                        : Optional.empty();
        return new AccountListRows.Wanted(
                wanted.text(),
                only.orElse(null),
                wanted.role(),
                factor,
                open,
                governments.get(government).dateAt(clock.instant()),
                wanted.descending(),
                wanted.after(),
                wanted.limit());
    }

    /** Someone with that number, or an id of nobody. */
    private PersonId byNumber(LocalGovernmentId government, String number) {
        return (number.length() == 16
                        ? people.byNik(government, number)
                        : people.byNip(government, number))
                .map(Person::id)
                .orElseGet(() -> new PersonId(new UUID(0, 0)));
    }

    private static RoleEntry entry(
            AccountListRows.GrantRow row, Map<PersonId, Person> named, Map<UUID, String> agencies) {
        @Nullable UUID agency = row.agency();
        @Nullable PersonId by = row.by();
        return new RoleEntry(
                row.id(),
                row.person(),
                name(named, row.person()),
                agency(named, row.person()),
                row.role(),
                agency == null ? "" : agencies.getOrDefault(agency, ""),
                row.letter(),
                row.grantedAt(),
                by == null ? "" : name(named, by),
                row.from(),
                row.until(),
                row.withdrawnAt());
    }

    private static String name(Map<PersonId, Person> named, PersonId person) {
        return Optional.ofNullable(named.get(person)).map(Person::displayName).orElse("–");
    }

    private static String agency(Map<PersonId, Person> named, PersonId person) {
        return Optional.ofNullable(named.get(person)).map(Person::agencyName).orElse("");
    }
}
