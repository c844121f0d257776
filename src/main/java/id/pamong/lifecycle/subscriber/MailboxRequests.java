package id.pamong.lifecycle.subscriber;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Role;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The applicant's side of an address that does not exist yet: the wish waits at the mail
 * administrator, comes back with a proposal, and ends when the applicant has proved to read that
 * mailbox. The caller asks for the right and leaves the audit record.
 */
@Component
public class MailboxRequests {
    /** Longest sentence on why an address cannot be used, in characters. */
    public static final int REASON = 300;

    private final MailboxRequestRows rows;
    private final People people;
    private final Accounts accounts;
    private final Notifications notifications;
    private final TenantTransactions transactions;
    private final Clock clock;

    MailboxRequests(
            MailboxRequestRows rows,
            People people,
            Accounts accounts,
            Notifications notifications,
            TenantTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.people = people;
        this.accounts = accounts;
        this.notifications = notifications;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The person's open wish, if there is one. */
    public Optional<MailboxRequest> of(LocalGovernmentId government, PersonId person) {
        return transactions.inTenant(government, () -> rows.openOf(person));
    }

    /**
     * Puts the person on the list and tells the mail administrators.
     *
     * @return false when the person is on it already or has a proved address
     */
    public boolean ask(LocalGovernmentId government, PersonId person) {
        return transactions.inTenant(
                government,
                () -> {
                    if (people.get(government, person).hasConfirmedEmail()) {
                        return false;
                    }
                    UUID id = UUID.randomUUID();
                    boolean added = rows.add(id, code(id), person, now());
                    if (added) {
                        tellAdministrators(government);
                    }
                    return added;
                });
    }

    /** Takes the person off the list. */
    public boolean cancel(LocalGovernmentId government, PersonId person) {
        return close(government, person, "CANCELLED");
    }

    /** The person has proved to read an official mailbox, this one or another. */
    public boolean settle(LocalGovernmentId government, PersonId person) {
        return close(government, person, "PROVED");
    }

    /**
     * The proposed address cannot be used; the wish waits at the administrator again.
     *
     * @return false when nothing is proposed
     */
    public boolean decline(LocalGovernmentId government, PersonId person, String why) {
        return transactions.inTenant(
                government,
                () -> {
                    Optional<MailboxRequest> open =
                            rows.openOf(person).filter(MailboxRequest::awaitsProof);
                    open.ifPresent(request -> {
                        rows.decline(request.id(), why);
                        tellAdministrators(government);
                    });
                    return open.isPresent();
                });
    }

    private boolean close(LocalGovernmentId government, PersonId person, String outcome) {
        return transactions.inTenant(
                government,
                () -> {
                    Optional<MailboxRequest> open = rows.openOf(person);
                    open.ifPresent(request -> rows.close(request.id(), outcome, now()));
                    return open.isPresent();
                });
    }

    private void tellAdministrators(LocalGovernmentId government) {
        accounts.holdersOf(government, Role.MAIL_ADMINISTRATOR)
                .forEach(administrator ->
                        notifications.tell(
                                government,
                                administrator,
                                "mailbox-wanted",
                                Map.of("count", String.valueOf(rows.count(false))),
                                MailboxList.PATH,
                                List.of()));
    }

    /** Eight of the id's digits: they name nobody and are short enough to type. */
    private static String code(UUID id) {
        return id.toString().replace("-", "").substring(0, 8).toUpperCase(Locale.ROOT);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
