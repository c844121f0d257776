package id.pamong.use.signing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pamong.office.organization.LocalGovernments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Letters that nobody came back for do not stay. */
@Configuration(proxyBeanMethods = false)
class AbandonedLetters {
    @Bean
    static RecurringTask<Void> abandonedLetters(
            WaitingLetters waiting, LocalGovernments governments) {
        return Tasks.recurring("signing-abandoned", FixedDelay.ofHours(6))
                .execute((instance, context) ->
                        governments
                                .all()
                                .forEach(government -> waiting.discardAbandoned(government.id())));
    }
}
