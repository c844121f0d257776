package id.pamong.office.organization;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pamong.office.database.LocalGovernmentId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Tells that somebody serves elsewhere, on the first day of it: by hand, by a file or by a decree,
 * entered before its day or after, each transfer in a transaction of its own and exactly once.
 */
@Component
public class Arrivals {
    private static final int MOST = 2000;

    private final DataUpdateRows updates;
    private final PersonRows people;
    private final LocalGovernments governments;
    private final EachDue eachDue;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Arrivals(
            DataUpdateRows updates,
            PersonRows people,
            LocalGovernments governments,
            EachDue eachDue,
            ApplicationEventPublisher events,
            Clock clock) {
        this.updates = updates;
        this.people = people;
        this.governments = governments;
        this.eachDue = eachDue;
        this.events = events;
        this.clock = clock;
    }

    @Bean
    static RecurringTask<Void> tellArrivals(Arrivals arrivals, LocalGovernments all) {
        return Tasks.recurring("organization-arrivals", FixedDelay.ofMinutes(10))
                .execute((instance, context) -> all.each(arrivals::tellDue));
    }

    /**
     * Tells every transfer whose first day has come; one that cannot be told waits for the next
     * time and keeps no other one back.
     *
     * @return how many were told
     */
    public int tellDue(LocalGovernmentId government) {
        return eachDue.tell(
                government,
                "a transfer",
                () -> updates.untold(today(government), MOST),
                due -> tell(government, due));
    }

    /** In the open transaction; nothing is told of who left or went on to another post since. */
    boolean tell(LocalGovernmentId government, UUID id) {
        LocalDate today = today(government);
        return updates.hold(id)
                .map(due -> {
                    updates.told(id, clock.instant());
                    boolean there =
                            people.byId(government, due.person(), today)
                                    .filter(Person::inService)
                                    .filter(now -> now.agency().equals(due.toAgency()))
                                    .filter(now -> now.post().equals(due.toPost()))
                                    .isPresent();
                    if (there) {
                        events.publishEvent(
                                new PersonMoved(
                                        government,
                                        due.person(),
                                        !due.fromAgency().equals(due.toAgency()),
                                        due.toPost(),
                                        due.from()));
                    }
                    return there;
                })
                .orElse(false);
    }

    private LocalDate today(LocalGovernmentId government) {
        return governments.get(government).dateAt(clock.instant());
    }
}
