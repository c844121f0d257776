package id.pamong.office.organization;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * People who were entered before names had a key: gives them one, and puts those who are like
 * another into the work list, as an import does. The key comes from the program and the day of
 * birth from a sealed number, so that no migration can do it.
 */
@Component
class MissingNameKeys {
    private static final int AT_ONCE = 500;

    private final PeopleBulk people;
    private final DuplicateSearch search;
    private final TenantTransactions transactions;

    MissingNameKeys(PeopleBulk people, DuplicateSearch search, TenantTransactions transactions) {
        this.people = people;
        this.search = search;
        this.transactions = transactions;
    }

    /** At the start and once a day; nothing is left to do after the first time. */
    @Configuration(proxyBeanMethods = false)
    static class Daily {
        @Bean
        static RecurringTask<Void> missingNameKeys(
                MissingNameKeys missing, LocalGovernments governments) {
            return Tasks.recurring("missing-name-keys", FixedDelay.ofHours(24))
                    .execute((instance, context) ->
                            governments.all().forEach(one -> missing.fill(one.id())));
        }
    }

    /** Piece by piece, each in a transaction of its own; returns how many people got a key. */
    int fill(LocalGovernmentId government) {
        int all = 0;
        int filled;
        do {
            filled = transactions.inTenant(government, () -> fillSome(government));
            all += filled;
        } while (filled == AT_ONCE);
        return all;
    }

    private int fillSome(LocalGovernmentId government) {
        Map<PersonId, PeopleBulk.Unkeyed> found = people.withoutKey(government, AT_ONCE);
        found.forEach((id, one) -> people.giveKey(government, id, one.identity()));
        Map<PersonId, Identity> compared = new HashMap<>();
        found.forEach((id, one) -> {
            if (!one.merged()) {
                compared.put(id, one.identity());
            }
        });
        search.keepPairs(government, compared);
        return found.size();
    }
}
