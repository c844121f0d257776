package id.pamong.office.identity.web;

import id.pamong.office.identity.AccountId;
import id.pamong.office.identity.means.KnownBrowsers;
import id.pamong.office.organization.LocalGovernment;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The cookie by which a browser is known to accounts that signed in there. */
@Component
class BrowserCookie {
    private static final String NAME = "kenal";

    private final KnownBrowsers browsers;

    BrowserCookie(KnownBrowsers browsers) {
        this.browsers = browsers;
    }

    /** Its value, empty when there is none. */
    String of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(NAME)) {
                    return cookie.getValue();
                }
            }
        }
        return "";
    }

    /** The account signed in here; the browser sends it with sign-ins of this government only. */
    void remember(
            LocalGovernment government,
            AccountId account,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, browsers.remember(government.id(), account, of(request)))
                        .path("/" + government.slug() + "/")
                        .maxAge(KnownBrowsers.LASTS)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
