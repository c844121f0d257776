package id.pamong.office.page.web;

import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.regulation.Regulations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * Indonesian first, English second: {@code ?lang=en} on any page chooses, a cookie remembers. The
 * message files of all rooms are found by themselves: {@code messages/<room>_{id,en}.properties}.
 */
@Configuration(proxyBeanMethods = false)
class Languages {
    static final Locale INDONESIAN = Locale.of("id");

    static String language(Locale locale) {
        return locale.getLanguage().equals("en") ? "en" : "id";
    }

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("bahasa");
        resolver.setDefaultLocale(INDONESIAN);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    @Bean
    MessageSource messageSource(
            ObjectProvider<Regulations> regulations,
            ObjectProvider<LocalGovernments> governments,
            ObjectProvider<TenantTransactions> transactions) {
        ReloadableResourceBundleMessageSource messages =
                new MessagesInWordsOfLaw(regulations, governments, transactions);
        messages.setBasenames(basenames());
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(INDONESIAN);
        return messages;
    }

    private static String[] basenames() {
        try {
            Resource[] found =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:messages/*_id.properties");
            return Arrays.stream(found)
                    .map(Resource::getFilename)
                    .map(Objects::requireNonNull)
                    .map(name -> "classpath:messages/" + name.replace("_id.properties", ""))
                    .sorted()
                    .distinct()
                    .toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Obeys {@code ?lang=}. */
    static final class Switch implements HandlerInterceptor {
        private final LocaleResolver resolver;

        Switch(LocaleResolver resolver) {
            this.resolver = resolver;
        }

        @Override
        public boolean preHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler) {
            String wanted = request.getParameter("lang");
            if ("id".equals(wanted) || "en".equals(wanted)) {
                Locale chosen = Locale.of(wanted);
                resolver.setLocale(request, response, chosen);
                LocaleContextHolder.setLocale(chosen);
            }
            return true;
        }
    }
}
