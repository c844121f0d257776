package id.pamong.authority.builtin;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pamong.authority.builtin.key.AuthoritySettings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The authority's work by the clock: keys at the start, CRLs and signers every hour where due. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuthoritySettings.class)
class Refresh {
    private final StatusServices services;

    Refresh(StatusServices services) {
        this.services = services;
    }

    @Bean
    static RecurringTask<Void> authorityRefresh(StatusServices services) {
        return Tasks.recurring("authority-refresh", FixedDelay.ofHours(1))
                .execute((instance, context) -> services.refresh());
    }

    @EventListener(ApplicationReadyEvent.class)
    void openKeys() {
        services.openKeys();
    }
}
