package id.pamong.office.identity.web;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.AccountId;
import id.pamong.office.identity.Accounts;
import id.pamong.office.organization.Duplicates.PeopleMerged;
import id.pamong.office.organization.Duplicates.PeopleParted;
import id.pamong.office.organization.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What follows for accounts when two entries are found to be one person. An account that moved has
 * other roles and other certificates from now on: whoever is signed in signs in again, and an
 * issuance waits until the person is identified anew (MDN-13(4)). Where both entries have one, the
 * account of the entry that goes rests until the merge is taken back, and nobody can sign in to it.
 */
@Component
class MergedAccounts {
    private final Accounts accounts;
    private final SignedIn sessions;
    private final AuditTrail audit;
    private final TenantTransactions transactions;

    MergedAccounts(
            Accounts accounts,
            SignedIn sessions,
            AuditTrail audit,
            TenantTransactions transactions) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** In the transaction of the merge, after everything moved. */
    @EventListener
    void on(PeopleMerged merged) {
        end(merged.government(), merged.kept(), merged.gone(), "MERGED");
    }

    /** In the transaction that takes it back, after everything moved. */
    @EventListener
    void on(PeopleParted parted) {
        end(parted.government(), parted.kept(), parted.gone(), "PARTED");
    }

    private void end(LocalGovernmentId government, PersonId kept, PersonId gone, String outcome) {
        transactions.inTenant(
                government,
                () -> {
                    List<AccountId> both =
                            Stream.of(kept, gone)
                                    .map(person -> accounts.accountOf(government, person))
                                    .flatMap(Optional::stream)
                                    .toList();
                    both.forEach(account -> {
                        sessions.endAll(account);
                        accounts.ownerChanged(government, account);
                        audit.record(
                                new AuditRecord(
                                        "identity.follow-merge",
                                        null,
                                        "account",
                                        account.value(),
                                        outcome,
                                        Map.of("accounts", both.size())));
                    });
                });
    }
}
