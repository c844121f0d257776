package id.pamong.web;

import id.pamong.office.installation.Installation;
import id.pamong.office.installation.PublicAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Certificates name plain HTTP addresses for CRL, OCSP and AIA (RFC 5280 4.2.1.13): those are
 * served there; a page asked for there is sent to HTTPS, and nothing is ever accepted in clear.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("pamong.web.plain-listener")
class PlainListener {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainConnector(
            Installation installation) {
        return factory -> {
            Connector plain = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
            plain.setPort(installation.pkiPort());
            factory.addAdditionalConnectors(plain);
        };
    }

    /** Before every other filter: what comes in clear is not even read. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> onlyPkiInClear(
            Installation installation, PublicAddress address) {
        FilterRegistrationBean<OncePerRequestFilter> first =
                new FilterRegistrationBean<>(new OnlyPkiInClear(installation.pkiPort(), address));
        first.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return first;
    }

    private static final class OnlyPkiInClear extends OncePerRequestFilter {
        private final int clearPort;
        private final PublicAddress address;

        OnlyPkiInClear(int clearPort, PublicAddress address) {
            this.clearPort = clearPort;
            this.address = address;
        }

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            boolean inClear = request.getLocalPort() == clearPort;
            if (!inClear
                    || request.getRequestURI().startsWith("/pki/")
                    || request.getRequestURI().startsWith("/.well-known/cmp/")) {
                chain.doFilter(request, response);
            } else if ("GET".equals(request.getMethod())) {
                response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
                response.setHeader("Location", address.web() + request.getRequestURI());
            } else {
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            }
        }
    }
}
