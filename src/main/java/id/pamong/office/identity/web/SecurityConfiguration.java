package id.pamong.office.identity.web;

import id.pamong.office.page.FormProblem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Spring Security guards the edge: headers, forged requests, malformed paths. Who may do what is
 * judged by the {@link Gate} and the table of permissions, not by paths.
 *
 * <p>The CSRF token lies in a cookie that scripts cannot read, so that a visitor who checks a
 * document needs no session.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
    /** Nothing inline, nothing from elsewhere. */
    static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                    + " font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Bean
    SecurityFilterChain edge(HttpSecurity http) throws Exception {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("csrf");
        tokens.setCookieCustomizer(cookie -> cookie.path("/").httpOnly(true).sameSite("Strict"));
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf ->
                        csrf.csrfTokenRepository(tokens).requireCsrfProtectionMatcher(forms()))
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                        policy -> policy.policyDirectives(CONTENT_POLICY))
                                .referrerPolicy(
                                        referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                                .permissionsPolicyHeader(permissions ->
                                        permissions.policy(
                                                "camera=(self), geolocation=(),"
                                                        + " microphone=(), payment=(),"
                                                        + " usb=()"))
                                .frameOptions(frame -> frame.deny()))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .exceptionHandling(refused ->
                        refused.accessDeniedHandler((_, response, _) ->
                                response.sendError(HttpServletResponse.SC_FORBIDDEN, "csrf.stale")))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .build();
    }

    /**
     * What browsers send from a page. Not the protocols of PKI and the public check for programs,
     * which have no session to abuse; and not a form that could not be read, which no handler will
     * see.
     */
    private static RequestMatcher forms() {
        return request ->
                !SAFE.contains(request.getMethod())
                        && !request.getRequestURI().startsWith("/pki/")
                        && !request.getRequestURI().startsWith("/.well-known/cmp/")
                        && !request.getRequestURI().endsWith("/api/periksa")
                        && request.getAttribute(FormProblem.ATTRIBUTE) == null;
    }
}
