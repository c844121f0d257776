package id.pamong.lifecycle.enrollment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every hour, since midnight comes at three times of the day. */
@Configuration(proxyBeanMethods = false)
class RoutingClock {
    @Bean
    static RecurringTask<Void> letterRouting(LetterRouting routing) {
        return Tasks.recurring("letter-routing", FixedDelay.ofHours(1))
                .execute((instance, context) -> routing.followCalendar());
    }
}
