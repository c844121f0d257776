package id.pamong.office.organization;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The register of electronic systems of a local government (MDN-7(4), CJR-8(4)): certificates of
 * systems name only what stands here. The caller asks for the right.
 */
@Component
public class ElectronicSystems {
    /** Longest number of a decree, in characters. */
    public static final int DECREE = 100;

    private final SystemRows rows;
    private final People people;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    ElectronicSystems(
            SystemRows rows,
            People people,
            LocalGovernments governments,
            TenantTransactions transactions,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.people = people;
        this.governments = governments;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of an entry. */
    public sealed interface Outcome {
        record Entered(SystemId system) implements Outcome {}

        /** Everything wrong with it at once. */
        record Refused(List<Finding> findings) implements Outcome {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /** All, by agency and name, with who answers for each today. */
    public List<ElectronicSystem> all(LocalGovernmentId government) {
        return transactions.inTenant(government, () -> rows.all(today(government)));
    }

    public Optional<ElectronicSystem> find(LocalGovernmentId government, SystemId id) {
        return transactions.inTenant(government, () -> rows.find(id, today(government)));
    }

    /** The ones in service that the person answers for today. */
    public List<ElectronicSystem> answeredForBy(LocalGovernmentId government, PersonId person) {
        LocalDate today = today(government);
        return all(government).stream()
                .filter(system -> system.isAnsweredForBy(person) && system.isInServiceOn(today))
                .toList();
    }

    /** Enters a system. */
    public Outcome register(LocalGovernmentId government, NewSystem typed, @Nullable UUID by) {
        return transactions.inTenant(
                government,
                () -> {
                    List<String> hosts = hosts(typed);
                    List<Finding> findings = check(government, null, typed, hosts);
                    if (!findings.isEmpty()) {
                        return new Outcome.Refused(findings);
                    }
                    SystemId id = new SystemId(UUID.randomUUID());
                    rows.add(
                            id,
                            Objects.requireNonNull(typed.agency()),
                            typed.name().strip(),
                            Objects.requireNonNull(typed.category()),
                            clock.instant());
                    rows.hosts(id, hosts);
                    record(
                            "organization.register-system",
                            by,
                            id,
                            "REGISTERED",
                            Map.of("hosts", hosts));
                    return new Outcome.Entered(id);
                });
    }

    /** Changes name, category and hosts; the owner stays. */
    public Outcome change(
            LocalGovernmentId government, SystemId id, NewSystem typed, @Nullable UUID by) {
        return transactions.inTenant(
                government,
                () -> {
                    rows.hold(id);
                    ElectronicSystem before = get(government, id);
                    NewSystem whole =
                            new NewSystem(
                                    before.agency(), typed.name(), typed.category(), typed.hosts());
                    List<String> hosts = hosts(whole);
                    List<Finding> findings = check(government, id, whole, hosts);
                    if (!findings.isEmpty()) {
                        return new Outcome.Refused(findings);
                    }
                    rows.change(id, whole.name().strip(), Objects.requireNonNull(whole.category()));
                    rows.hosts(id, hosts);
                    record(
                            "organization.register-system",
                            by,
                            id,
                            "CHANGED",
                            Map.of("hosts", hosts, "hostsBefore", before.hosts()));
                    return new Outcome.Entered(id);
                });
    }

    /**
     * Names who answers for the system from a day on; who did before ends the day before.
     *
     * @param nip of someone of this local government
     */
    public Outcome nameResponsible(
            LocalGovernmentId government,
            SystemId id,
            String nip,
            String decree,
            @Nullable LocalDate from,
            @Nullable UUID by) {
        return transactions.inTenant(
                government,
                () -> {
                    rows.hold(id);
                    ElectronicSystem system = get(government, id);
                    List<Finding> findings = new ArrayList<>();
                    Optional<Person> person =
                            nip.isBlank() ? Optional.empty() : people.byNip(government, nip);
                    if (person.isEmpty()) {
                        findings.add(Finding.blocking("organization.responsible-unknown", "nip"));
                    } else if (!person.get().agency().equals(system.agency())) {
                        findings.add(
                                Finding.blocking(
                                        "organization.responsible-elsewhere",
                                        "nip",
                                        system.agencyName()));
                    }
                    if (decree.isBlank() || decree.length() > DECREE) {
                        findings.add(
                                Finding.blocking(
                                        "organization.responsible-decree", "decree", DECREE));
                    }
                    if (from == null) {
                        findings.add(Finding.blocking("organization.responsible-from", "from"));
                    }
                    if (!findings.isEmpty()) {
                        return new Outcome.Refused(findings);
                    }
                    rows.nameResponsible(
                            id,
                            person.orElseThrow().id(),
                            decree.strip(),
                            Objects.requireNonNull(from));
                    record(
                            "organization.name-responsible",
                            by,
                            id,
                            "NAMED",
                            Map.of("person", person.orElseThrow().id().toString()));
                    return new Outcome.Entered(id);
                });
    }

    /** Ends the service of a system; it stays in the register. */
    public void retire(LocalGovernmentId government, SystemId id, @Nullable UUID by) {
        transactions.inTenant(
                government,
                () -> {
                    rows.hold(id);
                    get(government, id);
                    rows.retire(id, today(government));
                    record("organization.retire-system", by, id, "RETIRED", Map.of());
                });
    }

    private List<Finding> check(
            LocalGovernmentId government,
            @Nullable SystemId id,
            NewSystem typed,
            List<String> hosts) {
        List<Finding> findings =
                new ArrayList<>(
                        SystemRules.check(typed, hosts, governments.get(government).mailDomains()));
        AgencyId agency = typed.agency();
        if (agency != null && people.agency(government, agency).isEmpty()) {
            throw new NotFound("agency.not-found");
        }
        if (agency != null && rows.isNameTaken(agency, typed.name().strip(), id)) {
            findings.add(Finding.blocking("organization.system-there", "name"));
        }
        for (String host : hosts) {
            rows.ofHost(host)
                    .filter(owner -> !owner.equals(id))
                    .ifPresent(owner ->
                            findings.add(
                                    Finding.blocking("organization.host-taken", "hosts", host)));
        }
        return findings;
    }

    private static List<String> hosts(NewSystem typed) {
        return typed.hosts().stream()
                .map(SystemRules::host)
                .filter(host -> !host.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private ElectronicSystem get(LocalGovernmentId government, SystemId id) {
        return rows.find(id, today(government)).orElseThrow(() -> new NotFound("system.not-found"));
    }

    private void record(
            String command,
            @Nullable UUID by,
            SystemId id,
            String outcome,
            Map<String, Object> facts) {
        audit.record(new AuditRecord(command, by, "system", id.value(), outcome, facts));
    }

    private LocalDate today(LocalGovernmentId government) {
        return governments.get(government).dateAt(clock.instant());
    }
}
