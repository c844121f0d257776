package id.pamong.office.organization;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.refusal.NotFound;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Brings people in from a CSV or XLSX file: first a dry run that reports every problem of every
 * line, then the import of the lines without a blocking one. Both go on by themselves and may be
 * left. The same person, known by NIK, is updated, so that a file may be imported again.
 */
@Component
public class PeopleImport {
    /** How long a file waits sealed between its dry run and its import. */
    public static final Duration KEPT_FOR = Duration.ofHours(24);

    /** How long its report can be read. */
    public static final Duration REPORT_KEPT_FOR = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(PeopleImport.class);
    private static final int RECENT = 10;

    private final ImportWork work;
    private final ImportFiles files;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    PeopleImport(
            ImportWork work,
            ImportFiles files,
            TenantTransactions transactions,
            AuditTrail audit,
            Clock clock) {
        this.work = work;
        this.files = files;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Bean
    static RecurringTask<Void> resumeImports(ImportWork cutOff) {
        return Tasks.recurring("people-import-resume", FixedDelay.ofSeconds(30))
                .execute((instance, context) -> cutOff.resumeAll());
    }

    /** Keeps the file sealed for its dry run and import; older ones are erased. */
    public UUID keep(LocalGovernmentId government, String fileName, byte[] file, UUID by) {
        return transactions.inTenant(
                government,
                () -> {
                    Instant now = clock.instant();
                    files.erase(now.minus(KEPT_FOR), now.minus(REPORT_KEPT_FOR));
                    UUID id = UUID.randomUUID();
                    String sha256 = sha256(file);
                    files.keep(government, id, fileName, file, sha256, by, now);
                    audit.record(
                            new AuditRecord(
                                    "organization.upload-people",
                                    by,
                                    "people-file",
                                    id,
                                    "KEPT",
                                    Map.of("sha256", sha256, "bytes", file.length)));
                    return id;
                });
    }

    /**
     * Sets to work on what the file waits for, and returns when it is done or the patience is at
     * its end; the work goes on in either case.
     */
    public void work(LocalGovernmentId government, UUID file, Duration patience) {
        Thread worker =
                Thread.ofVirtual()
                        .name("people-import")
                        .start(() -> {
                            try {
                                work.workOn(government, file);
                            } catch (RuntimeException broken) {
                                LOG.error("the work on a file of people ended early", broken);
                            }
                        });
        try {
            worker.join(patience);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins the import of a checked file; a second word for the same file does nothing. */
    public void begin(LocalGovernmentId government, UUID file, UUID by) {
        transactions.inTenant(
                government,
                () -> {
                    PeopleFile found = get(government, file);
                    if (!files.begin(file, by)
                            && !found.state().isUnderWay()
                            && found.state() != FileState.DONE) {
                        throw new NotFound("import.file-not-found");
                    }
                });
    }

    public PeopleFile get(LocalGovernmentId government, UUID file) {
        return transactions.inTenant(
                government,
                () -> files.find(file).orElseThrow(() -> new NotFound("import.file-not-found")));
    }

    /** The latest ones, newest first. */
    public List<PeopleFile> recent(LocalGovernmentId government) {
        return transactions.inTenant(government, () -> files.newest(RECENT));
    }

    public Map<ImportReport.Outcome, Integer> counts(LocalGovernmentId government, UUID file) {
        return transactions.inTenant(government, () -> files.counts(file));
    }

    /**
     * Which lines of a report are wanted and where the page begins.
     *
     * @param text part of the name as the file has it
     * @param outcome only these, or null
     * @param speaking only those with something to say
     * @param after position of the last line of the page before, or null
     */
    public record WantedLines(
            String text,
            ImportReport.@Nullable Outcome outcome,
            boolean speaking,
            boolean descending,
            @Nullable Integer after,
            int limit) {
        static final WantedLines ALL =
                new WantedLines("", null, false, false, null, Integer.MAX_VALUE);

        @Override
        public String toString() {
            return "WantedLines[…]";
        }
    }

    /** Lines of the report in the order of the file. */
    public List<ImportReport.Line> lines(
            LocalGovernmentId government, UUID file, WantedLines wanted) {
        return transactions.inTenant(government, () -> files.lines(file, wanted));
    }

    /** What importing these bytes would do; nothing is kept. */
    public ImportReport dryRun(LocalGovernmentId government, byte[] bytes) {
        return transactions.inTenant(
                government,
                () -> {
                    ImportFile read = ImportFile.read(bytes);
                    return new ImportReport(
                            false,
                            read.findings(),
                            work.plan(government, read).stream().map(PlannedLine::report).toList());
                });
    }

    /** Keeps, checks and imports these bytes, and waits for it. */
    public ImportReport run(LocalGovernmentId government, byte[] bytes, UUID by) {
        UUID file = keep(government, "", bytes, by);
        work.workOn(government, file);
        if (get(government, file).state() == FileState.CHECKED) {
            begin(government, file, by);
            work.workOn(government, file);
        }
        return report(government, file);
    }

    /** The whole report of a file, to be tested or written out. */
    public ImportReport report(LocalGovernmentId government, UUID file) {
        PeopleFile found = get(government, file);
        return new ImportReport(
                found.state() == FileState.DONE,
                found.findings(),
                lines(government, file, WantedLines.ALL));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
