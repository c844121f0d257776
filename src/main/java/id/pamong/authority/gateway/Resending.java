package id.pamong.authority.gateway;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Orders without an answer are sent again by the clock, with the same request key. */
@Configuration(proxyBeanMethods = false)
class Resending {
    private static final int MOST = 100;

    @Bean
    static RecurringTask<Void> orderResending(OrderBook book, LocalGovernments governments) {
        return Tasks.recurring("order-resending", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> {
                    for (LocalGovernment government : governments.all()) {
                        book.sendDue(government.id(), MOST);
                    }
                });
    }
}
