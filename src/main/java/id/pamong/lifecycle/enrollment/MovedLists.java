package id.pamong.lifecycle.enrollment;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.PersonId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells, once for a whole list of names and not for each of them, that its letters are asked of
 * someone else now.
 */
@Component
class MovedLists {
    private final CollectiveRows rows;
    private final Notifications notifications;

    MovedLists(CollectiveRows rows, Notifications notifications) {
        this.rows = rows;
        this.notifications = notifications;
    }

    /** Inside the transaction in which the first letter of the list went to the giver. */
    void tellMoved(
            LocalGovernmentId government,
            CollectiveBatchId batch,
            PersonId before,
            LetterGivers.Giver giver) {
        String title = rows.find(batch).orElseThrow().title();
        notifications.tell(
                government,
                giver.person().id(),
                "collective-letters-moved",
                Map.of("title", title),
                ListGiverDesk.path(batch),
                List.of());
        notifications.tell(
                government,
                before,
                "collective-letters-moved-away",
                Map.of("title", title, "now", giver.person().displayName()),
                "/beranda",
                List.of());
    }
}
