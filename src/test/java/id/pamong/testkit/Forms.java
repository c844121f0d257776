package id.pamong.testkit;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Sends forms in tests as a browser does: as a body, with the token of the page. */
public final class Forms {
    private static final String BOUNDARY = "----pamong-test-boundary";

    private Forms() {}

    /** Moves the parameters of the request into its body and adds the CSRF token. */
    public static RequestPostProcessor body() {
        return request -> {
            var withToken = addToken(request);
            List<String> pairs = new ArrayList<>();
            withToken
                    .getParameterMap()
                    .forEach((name, values) -> {
                        for (String value : values) {
                            pairs.add(encoded(name) + "=" + encoded(value));
                        }
                    });
            withToken.removeAllParameters();
            withToken.setContentType(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
            withToken.setContent(String.join("&", pairs).getBytes(StandardCharsets.UTF_8));
            return withToken;
        };
    }

    /**
     * Comes from that address; tests of one house that are limited by address keep theirs apart.
     */
    public static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    /** A file of a form with files. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    public record Upload(String field, String name, byte[] content) {}

    /** As {@link #body()}, as {@code multipart/form-data} with these files after the fields. */
    public static RequestPostProcessor multipart(Upload... files) {
        return request -> {
            var withToken = addToken(request);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            withToken
                    .getParameterMap()
                    .forEach((name, values) -> {
                        for (String value : values) {
                            part(
                                    out,
                                    "name=\"" + name + "\"",
                                    value.getBytes(StandardCharsets.UTF_8));
                        }
                    });
            for (Upload file : files) {
                part(
                        out,
                        "name=\"" + file.field() + "\"; filename=\"" + file.name() + "\"",
                        file.content());
            }
            out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
            withToken.removeAllParameters();
            withToken.setContentType("multipart/form-data; boundary=" + BOUNDARY);
            withToken.setContent(out.toByteArray());
            return withToken;
        };
    }

    private static void part(ByteArrayOutputStream out, String disposition, byte[] content) {
        out.writeBytes(
                ("--"
                                + BOUNDARY
                                + "\r\nContent-Disposition: form-data; "
                                + disposition
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(content);
        out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** The cookie of the token, and the field as a page would hold it: masked, here with zeros. */
    private static MockHttpServletRequest addToken(MockHttpServletRequest request) {
        String token = "0f9f0dd0-1d51-4f43-9c4c-7d1a9d4a2b11";
        byte[] plain = token.getBytes(StandardCharsets.UTF_8);
        byte[] masked = new byte[plain.length * 2];
        System.arraycopy(plain, 0, masked, plain.length, plain.length);
        Cookie[] before = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        Cookie[] cookies = Arrays.copyOf(before, before.length + 1);
        cookies[before.length] = new Cookie("csrf", token);
        request.setCookies(cookies);
        request.setParameter("_csrf", Base64.getUrlEncoder().encodeToString(masked));
        return request;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
