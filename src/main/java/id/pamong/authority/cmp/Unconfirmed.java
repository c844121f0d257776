package id.pamong.authority.cmp;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A certificate that its host never said it has is not left in force. */
@Configuration(proxyBeanMethods = false)
class Unconfirmed {
    @Bean
    static RecurringTask<Void> cmpUnconfirmed(CmpServer server, LocalGovernments governments) {
        return Tasks.recurring("cmp-unconfirmed", FixedDelay.ofMinutes(10))
                .execute((instance, context) -> {
                    for (LocalGovernment government : governments.all()) {
                        server.revokeUnconfirmed(government.id());
                    }
                });
    }
}
