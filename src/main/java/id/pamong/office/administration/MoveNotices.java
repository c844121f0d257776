package id.pamong.office.administration;

import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonMoved;
import id.pamong.office.page.Dates;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells everybody who serves elsewhere from today what is on record, and what follows from it. */
@Component
class MoveNotices {
    private final Notifications notifications;
    private final People people;
    private final Dates dates;

    MoveNotices(Notifications notifications, People people, Dates dates) {
        this.notifications = notifications;
        this.people = people;
        this.dates = dates;
    }

    @EventListener
    void moved(PersonMoved move) {
        notifications.tell(
                move.government(),
                move.person(),
                "person-moved",
                Map.of(
                        "post", move.post(),
                        "agency", people.get(move.government(), move.person()).agencyName(),
                        "from", dates.on(move.from())),
                "/sertifikat",
                List.of());
    }
}
