package id.pamong.office.archive;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Removes files that no row speaks of: a file is durable before its row commits, so a crash or a
 * refusal in between leaves one behind.
 */
@Component
class Janitor {
    private static final Logger LOG = LoggerFactory.getLogger(Janitor.class);
    private static final Duration GRACE = Duration.ofDays(1);
    private static final int BATCH = 500;

    private final FileStore store;
    private final StoredFiles files;
    private final TenantTransactions transactions;
    private final Clock clock;

    Janitor(FileStore store, StoredFiles files, TenantTransactions transactions, Clock clock) {
        this.store = store;
        this.files = files;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Removes what has been unreferenced for a day; returns how many files. */
    int sweep() throws IOException {
        Instant before = clock.instant().minus(GRACE);
        int removed = 0;
        for (LocalGovernmentId tenant : store.tenants()) {
            List<String> old = store.putBefore(tenant, before);
            for (int from = 0; from < old.size(); from += BATCH) {
                List<String> batch = old.subList(from, Math.min(from + BATCH, old.size()));
                Set<String> known = transactions.inTenant(tenant, () -> files.known(batch));
                for (String address : unknown(batch, known)) {
                    store.delete(tenant, address);
                    removed++;
                }
            }
        }
        return removed;
    }

    private static List<String> unknown(List<String> addresses, Set<String> known) {
        List<String> unknown = new ArrayList<>(addresses);
        unknown.removeAll(known);
        return unknown;
    }

    /** The nightly job. */
    @Component
    static class Schedule {
        @Bean
        RecurringTask<Void> archiveJanitor(Janitor janitor) {
            return Tasks.recurring("archive-janitor", FixedDelay.ofHours(6))
                    .execute((instance, context) -> {
                        try {
                            int removed = janitor.sweep();
                            if (removed > 0) {
                                LOG.info("removed {} files without a row", removed);
                            }
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }
}
