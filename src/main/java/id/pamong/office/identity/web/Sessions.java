package id.pamong.office.identity.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * Sessions live in PostgreSQL, so that they survive a restart and are shared by nodes. They end
 * after thirty idle minutes. What is read back may only be of the few kinds we put in.
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession
class Sessions {
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final String KINDS =
            "maxdepth=6;maxarray=1000;java.lang.*;java.util.*;java.util.concurrent.*;"
                    + "org.springframework.util.*;org.springframework.web.servlet.FlashMap;!*";

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> tablesAndIdleTime() {
        PostgreSqlJdbcIndexedSessionRepositoryCustomizer upserts =
                new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
        return sessions -> {
            sessions.setTableName("web_session");
            sessions.setDefaultMaxInactiveInterval(IDLE);
            upserts.customize(sessions);
        };
    }

    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("sesi");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }

    @Bean
    @Qualifier("springSessionConversionService")
    ConversionService springSessionConversionService() {
        GenericConversionService conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversions.addConverter(byte[].class, Object.class, Sessions::read);
        return conversions;
    }

    private static Object read(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(ObjectInputFilter.Config.createFilter(KINDS));
            return in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
