package id.pamong.office.organization;

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
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Brings people in from a CSV file: first a dry run that reports every problem of every line, then
 * the import of the lines without a blocking one. The same person, known by NIK, is updated, so
 * that a file may be imported again.
 */
@Component
public class PeopleImport {
    /** How long a file waits sealed between its dry run and its import. */
    public static final Duration KEPT_FOR = Duration.ofHours(24);

    private final ImportPlanner planner;
    private final ImportFiles files;
    private final People people;
    private final AgencyRows agencies;
    private final PostRows posts;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    PeopleImport(
            ImportPlanner planner,
            ImportFiles files,
            People people,
            AgencyRows agencies,
            PostRows posts,
            LocalGovernments governments,
            TenantTransactions transactions,
            AuditTrail audit,
            Clock clock) {
        this.planner = planner;
        this.files = files;
        this.people = people;
        this.agencies = agencies;
        this.posts = posts;
        this.governments = governments;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps the file sealed for its dry run and import; files a day old are erased. */
    public UUID keep(LocalGovernmentId government, String fileName, byte[] file, UUID by) {
        return transactions.inTenant(
                government,
                () -> {
                    Instant now = clock.instant();
                    files.eraseOlderThan(now.minus(KEPT_FOR));
                    UUID id = UUID.randomUUID();
                    files.keep(government, id, fileName, file, by, now);
                    audit.record(
                            new AuditRecord(
                                    "organization.upload-people",
                                    by,
                                    "people-file",
                                    id,
                                    "KEPT",
                                    Map.of("sha256", sha256(file), "bytes", file.length)));
                    return id;
                });
    }

    /** What importing the kept file would do. */
    public ImportReport dryRun(LocalGovernmentId government, UUID file) {
        return transactions.inTenant(government, () -> dryRun(government, kept(government, file)));
    }

    /** What importing these bytes would do. */
    public ImportReport dryRun(LocalGovernmentId government, byte[] bytes) {
        return transactions.inTenant(
                government,
                () -> {
                    ImportFile read = ImportFile.read(bytes);
                    return report(false, read, plan(government, read));
                });
    }

    /** Imports the kept file and erases it. */
    public ImportReport run(LocalGovernmentId government, UUID file, UUID by) {
        return transactions.inTenant(
                government,
                () -> {
                    ImportReport report = run(government, kept(government, file), by);
                    files.erase(file);
                    return report;
                });
    }

    /** Imports these bytes. */
    public ImportReport run(LocalGovernmentId government, byte[] bytes, UUID by) {
        return transactions.inTenant(
                government,
                () -> {
                    ImportFile read = ImportFile.read(bytes);
                    List<PlannedLine> planned = plan(government, read);
                    List<PlannedLine> good = planned.stream().filter(PlannedLine::isGood).toList();
                    good.stream()
                            .filter(line -> line.outcome() != ImportReport.Outcome.SAME)
                            .forEach(line -> store(government, line));
                    good.forEach(line -> relate(government, line));
                    ImportReport report = report(true, read, planned);
                    audit.record(
                            new AuditRecord(
                                    "organization.import-people",
                                    by,
                                    "people-file",
                                    null,
                                    report.fileFindings().isEmpty() ? "IMPORTED" : "REFUSED",
                                    Map.of(
                                            "sha256",
                                            sha256(bytes),
                                            "new",
                                            report.count(ImportReport.Outcome.NEW),
                                            "changed",
                                            report.count(ImportReport.Outcome.CHANGED),
                                            "same",
                                            report.count(ImportReport.Outcome.SAME),
                                            "refused",
                                            report.count(ImportReport.Outcome.REFUSED))));
                    return report;
                });
    }

    private byte[] kept(LocalGovernmentId government, UUID file) {
        return files.open(government, file)
                .orElseThrow(() -> new NotFound("import.file-not-found"));
    }

    private List<PlannedLine> plan(LocalGovernmentId government, ImportFile read) {
        LocalGovernment found = governments.get(government);
        return planner.plan(found, read.lines(), found.dateAt(clock.instant()));
    }

    private static ImportReport report(boolean done, ImportFile read, List<PlannedLine> planned) {
        return new ImportReport(
                done, read.findings(), planned.stream().map(PlannedLine::report).toList());
    }

    private void store(LocalGovernmentId government, PlannedLine line) {
        AgencyId agency = agencyOf(line);
        people.store(government, line.person(agency), line.known(), line.from());
    }

    private AgencyId agencyOf(PlannedLine line) {
        return agencies.byCode(line.agencyCode())
                .map(Agency::id)
                .orElseGet(() -> {
                    String name = line.line().value(ImportColumn.AGENCY_NAME);
                    Agency added =
                            new Agency(
                                    new AgencyId(UUID.randomUUID()),
                                    line.agencyCode(),
                                    name,
                                    "Kepala " + name,
                                    agencies.byCode(line.line().value(ImportColumn.PARENT_CODE))
                                            .map(Agency::id)
                                            .orElse(null));
                    agencies.add(added);
                    return added.id();
                });
    }

    /** Heads and superiors, once all people of the file are there. */
    private void relate(LocalGovernmentId government, PlannedLine line) {
        LocalGovernment found = governments.get(government);
        Optional<PersonId> person = planner.byNumber(found, line.nik());
        if (person.isEmpty()) {
            throw new IllegalStateException("line " + line.line().number() + " was not stored");
        }
        line.head().ifPresent(kind -> head(line, kind, person.get()));
        if (!line.superior().isEmpty()) {
            planner.byNumber(found, line.superior())
                    .ifPresent(superior -> superior(person.get(), superior, line.from()));
        }
    }

    private void head(PlannedLine line, HeadshipKind kind, PersonId person) {
        AgencyId agency = agencyOf(line);
        boolean already =
                posts.heldBy(person, line.from()).stream()
                        .anyMatch(held ->
                                held.post().leads()
                                        && agency.equals(held.post().agency())
                                        && held.kind() == kind);
        if (!already) {
            if (kind == HeadshipKind.DEFINITIVE
                    && agencies.byId(agency).filter(PeopleImport::isGenericallyLed).isPresent()) {
                posts.nameLeading(agency, line.line().value(ImportColumn.POST));
            }
            people.lead(
                    new Headship(
                            agency,
                            person,
                            kind,
                            agencies.byId(agency).map(Agency::headPost).orElseThrow(),
                            line.line().value(ImportColumn.DECREE),
                            line.from(),
                            null));
        }
    }

    /** The title was made up from the agency's name, since no line had told it. */
    private static boolean isGenericallyLed(Agency agency) {
        return agency.headPost().equals("Kepala " + agency.name());
    }

    private void superior(PersonId person, PersonId superior, LocalDate from) {
        if (agencies.lineOf(person, from)
                .filter(line -> line.superior().equals(superior))
                .isEmpty()) {
            agencies.nameSuperior(person, superior, from);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
