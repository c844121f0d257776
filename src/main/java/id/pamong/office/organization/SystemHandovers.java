package id.pamong.office.organization;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A system is never without somebody who answers for it: when that person moves to another agency
 * or serves no longer, the head of the owning agency does until somebody is named. Who answers from
 * a day on is told on that day.
 */
@Component
public class SystemHandovers {
    private static final int MOST = 500;

    private final SystemRows rows;
    private final PersonRows people;
    private final PostRows posts;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;
    private final EachDue eachDue;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SystemHandovers(
            SystemRows rows,
            PersonRows people,
            PostRows posts,
            LocalGovernments governments,
            TenantTransactions transactions,
            EachDue eachDue,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.people = people;
        this.posts = posts;
        this.governments = governments;
        this.transactions = transactions;
        this.eachDue = eachDue;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Bean
    static RecurringTask<Void> tellHandovers(SystemHandovers handovers, LocalGovernments all) {
        return Tasks.recurring("organization-system-handovers", FixedDelay.ofMinutes(10))
                .execute((instance, context) -> all.each(handovers::tellDue));
    }

    /** In the transaction that tells the move. */
    @EventListener
    void moved(PersonMoved move) {
        if (move.otherAgency()) {
            handOver(move.government(), move.person());
        }
    }

    /** In the transaction that tells the end. */
    @EventListener
    void left(LeftService end) {
        handOver(end.government(), end.person());
    }

    private void handOver(LocalGovernmentId government, PersonId person) {
        transactions.inTenant(
                government,
                () -> {
                    LocalDate today = today(government);
                    Optional<AgencyId> serves =
                            people.byId(government, person, today)
                                    .filter(Person::inService)
                                    .map(Person::agency);
                    rows.all(today).stream()
                            .filter(system -> system.isAnsweredForBy(person))
                            .filter(system -> system.isInServiceOn(today))
                            .filter(system -> serves.filter(system.agency()::equals).isEmpty())
                            .forEach(system -> handOver(system, person, today));
                });
    }

    /** Where nobody heads the agency, or it is the same person, it stays and is the office's. */
    private void handOver(ElectronicSystem system, PersonId from, LocalDate today) {
        posts.leading(system.agency()).stream()
                .flatMap(post -> posts.holders(post.id(), today).stream())
                .map(PostHolding::person)
                .filter(head -> !head.equals(from))
                .findFirst()
                .ifPresent(head -> {
                    rows.hold(system.id());
                    rows.nameResponsible(system.id(), head, "", today);
                    audit.record(
                            new AuditRecord(
                                    "organization.hand-over-system",
                                    null,
                                    "system",
                                    system.id().value(),
                                    "HANDED_OVER",
                                    Map.of("from", from.toString(), "to", head.toString())));
                });
    }

    /**
     * Tells who answers from today or an earlier day on; one that cannot be told waits for the next
     * time.
     *
     * @return how many were told
     */
    public int tellDue(LocalGovernmentId government) {
        return eachDue.tell(
                government,
                "who answers for a system",
                () -> rows.untold(today(government), MOST),
                due -> {
                    tell(government, due);
                    return true;
                });
    }

    private void tell(LocalGovernmentId government, UUID id) {
        rows.holdUntold(id)
                .ifPresent(system -> {
                    rows.told(id, clock.instant());
                    rows.find(system, today(government))
                            .map(ElectronicSystem::responsible)
                            .ifPresent(now ->
                                    events.publishEvent(
                                            new SystemHandedOver(
                                                    government,
                                                    system,
                                                    rows.find(system, today(government))
                                                            .orElseThrow()
                                                            .name(),
                                                    now.person(),
                                                    !now.decree().isEmpty())));
                });
    }

    private LocalDate today(LocalGovernmentId government) {
        return governments.get(government).dateAt(clock.instant());
    }
}
