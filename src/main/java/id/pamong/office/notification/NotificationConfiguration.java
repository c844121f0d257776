package id.pamong.office.notification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {
    /** The demo keeps its mail on the machine whatever relay is set. */
    @Bean
    MailCarrier mailCarrier(DemoMailbox demo, MailRelays relays) {
        return demo.isThere()
                ? (government, id, address, content) -> demo.keep(id, content)
                : new RelayCarrier(relays);
    }

    @Bean
    RecurringTask<Void> deliverMail(Outbox outbox) {
        return Tasks.recurring("notification-deliver", FixedDelay.ofSeconds(30))
                .execute((instance, context) -> outbox.deliverAll());
    }
}
