package id.pamong.office.identity.sso;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Fetches from a provider that an administrator named, so that the name cannot be turned against
 * our own network: HTTPS only, never to this machine, a link-local or, unless the installation
 * allows it, a private address; no redirects; ten seconds and 512 KB at the most. That a name
 * resolves differently the second time gains nothing, since the certificate must be the name's.
 */
@Component
@EnableConfigurationProperties(SsoNetworks.class)
class SsoFetch {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(10);
    private static final long LONGEST = 512 << 10;

    private final SsoNetworks networks;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    SsoFetch(SsoNetworks networks) {
        this.networks = networks;
    }

    /** The provider did not answer, or not as it should. */
    static final class Unreachable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreachable(String why) {
            super(why);
        }
    }

    /**
     * Whether we may go there at all; a name that does not resolve is {@link Unreachable} later.
     */
    boolean isAllowed(URI uri) {
        String host = uri.getHost();
        if (host == null || uri.getUserInfo() != null) {
            return false;
        }
        try {
            InetAddress[] all = InetAddress.getAllByName(host);
            boolean plain = "http".equals(uri.getScheme());
            if (!plain && !"https".equals(uri.getScheme())) {
                return false;
            }
            for (InetAddress address : all) {
                if (!networks.allows(address) || (plain && !address.isLoopbackAddress())) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return "https".equals(uri.getScheme());
        }
    }

    String get(URI uri) throws Unreachable {
        return get(uri, "");
    }

    /**
     * @param bearer access token, empty for none
     */
    String get(URI uri, String bearer) throws Unreachable {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).GET();
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        HttpResponse<String> answer = send(uri, request);
        if (answer.statusCode() != 200) {
            throw new Unreachable("status " + answer.statusCode());
        }
        return answer.body();
    }

    HttpResponse<String> post(URI uri, String form, String authorization) throws Unreachable {
        return send(
                uri,
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Authorization", authorization)
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(URI uri, HttpRequest.Builder request) throws Unreachable {
        if (!isAllowed(uri)) {
            throw new Unreachable("address not allowed");
        }
        try {
            return http.send(
                    request.timeout(WHOLE).header("Accept", "application/json").build(),
                    HttpResponse.BodyHandlers.limiting(
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST));
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreachable(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted");
        }
    }
}
