package id.pamong.office.administration;

import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.SystemHandedOver;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever answers for a system from now on. */
@Component
class SystemNotices {
    private final Notifications notifications;

    SystemNotices(Notifications notifications) {
        this.notifications = notifications;
    }

    @EventListener
    void handedOver(SystemHandedOver system) {
        notifications.tell(
                system.government(),
                system.to(),
                system.named() ? "system-named" : "system-handed-over",
                Map.of("system", system.name()),
                "/pengelola/sistem/" + system.system(),
                List.of());
    }
}
