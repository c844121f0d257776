package id.pamong.office.organization;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pamong.office.database.LocalGovernmentId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Tells when somebody's service is over, each end in a transaction of its own, exactly once. */
@Component
public class Departures {
    private static final int MOST = 1000;

    private final ServiceEndRows ends;
    private final PersonRows people;
    private final LocalGovernments governments;
    private final EachDue eachDue;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Departures(
            ServiceEndRows ends,
            PersonRows people,
            LocalGovernments governments,
            EachDue eachDue,
            ApplicationEventPublisher events,
            Clock clock) {
        this.ends = ends;
        this.people = people;
        this.governments = governments;
        this.eachDue = eachDue;
        this.events = events;
        this.clock = clock;
    }

    @Bean
    static RecurringTask<Void> tellDepartures(Departures departures, LocalGovernments all) {
        return Tasks.recurring("organization-departures", FixedDelay.ofHours(1))
                .execute((instance, context) -> all.each(departures::tellDue));
    }

    /**
     * Tells every end whose last day is over; one that cannot be told waits for the next time.
     *
     * @return how many were told
     */
    public int tellDue(LocalGovernmentId government) {
        return eachDue.tell(
                government,
                "an end of service",
                () -> ends.due(today(government), MOST),
                due -> tell(government, due));
    }

    /** In the open transaction. */
    boolean tell(LocalGovernmentId government, UUID id) {
        Instant now = clock.instant();
        LocalDate today = today(government);
        return ends.hold(id)
                .map(due -> {
                    ends.told(id, now);
                    boolean gone =
                            people.byId(government, due.person(), today)
                                    .filter(person -> !person.inService())
                                    .isPresent();
                    if (gone) {
                        events.publishEvent(
                                new LeftService(
                                        government, due.person(), due.kind(), due.lastDay()));
                    }
                    return gone;
                })
                .orElse(false);
    }

    private LocalDate today(LocalGovernmentId government) {
        return governments.get(government).dateAt(clock.instant());
    }
}
