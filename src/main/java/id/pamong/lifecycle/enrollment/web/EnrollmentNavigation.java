package id.pamong.lifecycle.enrollment.web;

import id.pamong.office.page.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's entry of the navigation. */
@Configuration(proxyBeanMethods = false)
class EnrollmentNavigation {
    @Bean
    NavItem applicationsEntry() {
        return new NavItem(20, "enrollment.nav", "/permohonan", "enrollment.list", "file");
    }
}
