package id.pamong.use.signing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Letters that nobody came back for do not stay. */
@Configuration(proxyBeanMethods = false)
class AbandonedLetters {
    private static final Logger LOG = LoggerFactory.getLogger(AbandonedLetters.class);

    @Bean
    static RecurringTask<Void> abandonedLetters(
            WaitingLetters waiting, LocalGovernments governments) {
        return Tasks.recurring("signing-abandoned", FixedDelay.ofHours(6))
                .execute((instance, context) -> {
                    for (LocalGovernment government : governments.all()) {
                        try {
                            waiting.discardAbandoned(government.id());
                        } catch (RuntimeException broken) {
                            // Whatever it was: the others are not to wait for it.
                            LOG.error("the abandoned letters of a government stay", broken);
                        }
                    }
                });
    }
}
