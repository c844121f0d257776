package id.pamong.office.organization;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Contracts of PPPK (MDN-1.7, 7(2)): before the last day it is told twice that they end, the day
 * after it that they are over, and at once when they run on. Who listens does what follows. The
 * regulations name no days; these are what a personnel office needs for an extension.
 */
@Component
public class Contracts {
    /** Days before the end on which it is told, the shortest first. */
    static final List<Integer> MARKS = List.of(30, 90);

    private static final Logger LOG = LoggerFactory.getLogger(Contracts.class);
    private static final int MOST = 5000;

    private final ContractRows rows;
    private final PersonRows people;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Contracts(
            ContractRows rows,
            PersonRows people,
            LocalGovernments governments,
            TenantTransactions transactions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.people = people;
        this.governments = governments;
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Bean
    static RecurringTask<Void> tellContracts(Contracts contracts, LocalGovernments all) {
        return Tasks.recurring("organization-contracts", FixedDelay.ofHours(1))
                .execute((instance, context) -> all.each(contracts::tellDue));
    }

    /** Every entry of a person, the one that counts first. */
    public List<Contract> of(LocalGovernmentId government, PersonId person) {
        return transactions.inTenant(government, () -> rows.of(person));
    }

    /** Whether somebody's contract is over and was not extended. */
    public boolean isOver(LocalGovernmentId government, PersonId person) {
        return of(government, person).stream()
                .findFirst()
                .filter(one -> one.isOverOn(today(government)))
                .isPresent();
    }

    /**
     * Enters the contract that counts from now on: the first one, an extension or a correction.
     *
     * @param until last day
     * @return everything against it; empty when it was entered
     */
    public List<Finding> enter(
            LocalGovernmentId government,
            PersonId person,
            @Nullable LocalDate until,
            String decree,
            @Nullable LocalDate decreeOn,
            UUID by) {
        return transactions.inTenant(
                government,
                () -> {
                    LocalDate today = today(government);
                    Person found =
                            people.byId(government, person, today)
                                    .orElseThrow(() -> new NotFound("person.not-found"));
                    List<Finding> findings = check(found, until, decree, decreeOn, today);
                    if (until == null || decreeOn == null || !findings.isEmpty()) {
                        return findings;
                    }
                    rows.add(
                            person,
                            new Contract(
                                    until,
                                    decree.strip(),
                                    decreeOn,
                                    clock.instant().truncatedTo(ChronoUnit.MICROS)),
                            by);
                    audit.record(
                            new AuditRecord(
                                    "organization.enter-contract",
                                    by,
                                    "person",
                                    person.value(),
                                    "ENTERED",
                                    Map.of("until", until.toString())));
                    if (!until.isBefore(today)) {
                        events.publishEvent(
                                new ContractExtended(government, person, until, decree.strip()));
                    }
                    return List.of();
                });
    }

    private static List<Finding> check(
            Person person,
            @Nullable LocalDate until,
            String decree,
            @Nullable LocalDate decreeOn,
            LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        if (!person.employmentClass().hasContract()) {
            findings.add(Finding.blocking("contract.class", "contractUntil"));
        }
        if (until == null) {
            findings.add(Finding.blocking("contract.date", "contractUntil"));
        } else if (until.isAfter(today.plusYears(Contract.YEARS_AHEAD))
                || (decreeOn != null && until.isBefore(decreeOn))) {
            findings.add(Finding.blocking("contract.until", "contractUntil", Contract.YEARS_AHEAD));
        }
        if (decree.isBlank() || decree.strip().length() > Contract.LONGEST_DECREE) {
            findings.add(
                    Finding.blocking("contract.decree", "contractDecree", Contract.LONGEST_DECREE));
        }
        if (decreeOn == null || decreeOn.isAfter(today)) {
            findings.add(Finding.blocking("contract.decree-on", "contractDecreeOn"));
        }
        return findings;
    }

    /** Tells what is due: the warnings in one transaction, each end in one of its own. */
    public void tellDue(LocalGovernmentId government) {
        try {
            transactions.inTenant(government, () -> warn(government));
        } catch (RuntimeException broken) {
            LOG.error("the end of contracts could not be announced", broken);
        }
        for (UUID over :
                transactions.inTenant(government, () -> rows.over(today(government), MOST))) {
            try {
                transactions.inTenant(government, () -> end(government, over));
            } catch (RuntimeException broken) {
                LOG.error("the end of a contract could not be told", broken);
            }
        }
    }

    private void warn(LocalGovernmentId government) {
        LocalDate today = today(government);
        List<ContractsEnding.Line> lines = new ArrayList<>();
        for (ContractRows.Current one : rows.ending(today, today.plusDays(MARKS.getLast()), MOST)) {
            long left = ChronoUnit.DAYS.between(today, one.until());
            Optional<Integer> mark = MARKS.stream().filter(days -> days >= left).findFirst();
            if (mark.isPresent()
                    && serves(government, one.person(), today)
                    && rows.firstWarning(one.id(), mark.get(), clock.instant())) {
                lines.add(new ContractsEnding.Line(one.person(), one.until(), left));
            }
        }
        if (!lines.isEmpty()) {
            events.publishEvent(new ContractsEnding(government, lines));
        }
    }

    private void end(LocalGovernmentId government, UUID id) {
        rows.hold(id)
                .ifPresent(over -> {
                    rows.told(id, clock.instant());
                    if (serves(government, over.person(), today(government))) {
                        events.publishEvent(
                                new ContractOver(government, over.person(), over.until()));
                    }
                });
    }

    /** Of who left, the end of the service was told, or is. */
    private boolean serves(LocalGovernmentId government, PersonId person, LocalDate today) {
        return people.byId(government, person, today).filter(Person::inService).isPresent();
    }

    private LocalDate today(LocalGovernmentId government) {
        return governments.get(government).dateAt(clock.instant());
    }
}
