package id.pamong.office.organization;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.regulation.Finding;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Works through a file of people in pieces, each of which commits with the note of how far it came.
 * Whatever cuts the work off, the next one goes on behind the last piece.
 */
@Component
class ImportWork {
    /** Without a sign of life for so long the work counts as cut off. */
    static final Duration SILENCE = Duration.ofSeconds(90);

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);
    private static final int PIECE = 500;

    private final ImportFiles files;
    private final ImportPlanner planner;
    private final ImportStore store;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    ImportWork(
            ImportFiles files,
            ImportPlanner planner,
            ImportStore store,
            LocalGovernments governments,
            TenantTransactions transactions,
            AuditTrail audit,
            Clock clock) {
        this.files = files;
        this.planner = planner;
        this.store = store;
        this.governments = governments;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Does what the file waits for, unless someone is at it. */
    void workOn(LocalGovernmentId government, UUID file) {
        boolean mine =
                transactions.inTenant(
                        government,
                        () -> files.claim(file, clock.instant(), clock.instant().minus(SILENCE)));
        if (!mine) {
            return;
        }
        FileState state =
                transactions.inTenant(government, () -> files.find(file).orElseThrow().state());
        switch (state) {
            case CHECKING -> check(government, file);
            case IMPORTING, RELATING -> bringIn(government, file);
            case CHECKED, REFUSED, DONE -> {}
        }
    }

    /** Goes on with everything that was cut off, in every local government. */
    void resumeAll() {
        for (LocalGovernment government : governments.all()) {
            List<UUID> left =
                    transactions.inTenant(
                            government.id(), () -> files.cutOff(clock.instant().minus(SILENCE)));
            for (UUID file : left) {
                LOG.info("a file of people is taken up again where the work on it was cut off");
                workOn(government.id(), file);
            }
        }
    }

    /** A file that breaks the check is refused, so that it is not tried for ever. */
    private void check(LocalGovernmentId government, UUID file) {
        try {
            transactions.inTenant(
                    government,
                    () -> {
                        ImportFile read =
                                ImportFile.read(files.open(government, file).orElseThrow());
                        files.checked(file, read, plan(government, read));
                    });
        } catch (RuntimeException broken) {
            LOG.error("a file of people could not be checked", broken);
            ImportFile refused =
                    new ImportFile(
                            List.of(), List.of(Finding.blocking("import.unexpected", "file")));
            transactions.inTenant(government, () -> files.checked(file, refused, List.of()));
        }
    }

    List<PlannedLine> plan(LocalGovernmentId government, ImportFile read) {
        LocalGovernment found = governments.get(government);
        return planner.plan(found, read.lines(), today(found));
    }

    private void bringIn(LocalGovernmentId government, UUID file) {
        LocalGovernment found = governments.get(government);
        ImportFile read =
                ImportFile.read(
                        transactions.inTenant(
                                government, () -> files.open(government, file).orElseThrow()));
        List<PlannedLine> planned = transactions.inTenant(government, () -> plan(government, read));
        Set<Integer> done = transactions.inTenant(government, () -> files.done(file));
        List<PlannedLine> left =
                planned.stream().filter(line -> !done.contains(line.position())).toList();
        int count = done.size();
        for (List<PlannedLine> piece : pieces(left)) {
            count += piece.size();
            store(government, file, piece, count);
        }
        List<PlannedLine> good =
                planned.stream().filter(PlannedLine::isGood).filter(ImportWork::relates).toList();
        count = 0;
        for (List<PlannedLine> piece : pieces(good)) {
            count += piece.size();
            int upTo = count;
            transactions.inTenant(
                    government,
                    () -> {
                        store.relate(found, piece);
                        files.progress(file, FileState.RELATING, upTo, clock.instant());
                    });
        }
        finish(government, file);
    }

    /** Whether the line has a head, a superior, or somebody new to compare. */
    private static boolean relates(PlannedLine line) {
        return line.changes() || !line.superior().isEmpty() || line.draft().head().isPresent();
    }

    /** When a piece fails because someone else was quicker, its lines are tried one by one. */
    private void store(LocalGovernmentId government, UUID file, List<PlannedLine> piece, int upTo) {
        try {
            storeTogether(government, file, piece, upTo);
        } catch (DataIntegrityViolationException raced) {
            for (PlannedLine line : piece) {
                try {
                    storeTogether(government, file, List.of(line), upTo);
                } catch (DataIntegrityViolationException taken) {
                    PlannedLine refused = line.refusedFor(Finding.blocking("import.raced", null));
                    transactions.inTenant(government, () -> files.lineDone(file, List.of(refused)));
                }
            }
        }
    }

    private void storeTogether(
            LocalGovernmentId government, UUID file, List<PlannedLine> piece, int upTo) {
        transactions.inTenant(
                government,
                () -> {
                    store.store(government, piece);
                    files.lineDone(file, piece);
                    files.progress(file, FileState.IMPORTING, upTo, clock.instant());
                });
    }

    private void finish(LocalGovernmentId government, UUID file) {
        transactions.inTenant(
                government,
                () -> {
                    files.finish(file, clock.instant());
                    Map<ImportReport.Outcome, Integer> counts = files.counts(file);
                    audit.record(
                            new AuditRecord(
                                    "organization.import-people",
                                    files.startedBy(file).orElse(null),
                                    "people-file",
                                    file,
                                    "IMPORTED",
                                    Map.of(
                                            "sha256",
                                            files.sha256(file),
                                            "new",
                                            counts.getOrDefault(ImportReport.Outcome.NEW, 0),
                                            "changed",
                                            counts.getOrDefault(ImportReport.Outcome.CHANGED, 0),
                                            "same",
                                            counts.getOrDefault(ImportReport.Outcome.SAME, 0),
                                            "refused",
                                            counts.getOrDefault(ImportReport.Outcome.REFUSED, 0))));
                });
    }

    private LocalDate today(LocalGovernment government) {
        return government.dateAt(clock.instant());
    }

    private static List<List<PlannedLine>> pieces(List<PlannedLine> lines) {
        List<List<PlannedLine>> pieces = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += PIECE) {
            pieces.add(lines.subList(from, Math.min(from + PIECE, lines.size())));
        }
        return pieces;
    }
}
