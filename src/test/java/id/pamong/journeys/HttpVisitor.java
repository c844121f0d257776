package id.pamong.journeys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person without a browser: real HTTP and forms as a browser would send them, for the many who
 * walk the same road as the one who is seen in the browser.
 */
final class HttpVisitor {
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final String base;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String page = "";
    private String token = "";

    /**
     * @param base address of the local government, without a slash at its end
     * @param session value of the cookie {@code sesi}
     */
    HttpVisitor(String base, String session) {
        this.base = base;
        cookies.put("sesi", session);
    }

    /** A page; its forms' hidden fields are what {@link #hidden} reads. */
    String open(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    /** Sends a form: names and values in turn. */
    String post(String path, String... fields) {
        return post(path, List.of(fields), "", new byte[0]);
    }

    /** Sends a form with a picture. */
    String post(String path, List<String> fields, String fileField, byte[] picture) {
        String boundary = "----pamong" + Integer.toHexString((path + fields).hashCode());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(fields);
        all.addAll(List.of("_csrf", token));
        for (int i = 0; i < all.size(); i += 2) {
            part(body, boundary, "\"" + all.get(i) + "\"\r\n\r\n" + all.get(i + 1) + "\r\n");
        }
        if (picture.length > 0) {
            part(
                    body,
                    boundary,
                    "\""
                            + fileField
                            + "\"; filename=\"ktp.png\"\r\nContent-Type: image/png\r\n\r\n");
            body.writeBytes(picture);
            write(body, "\r\n");
        }
        write(body, "--" + boundary + "--\r\n");
        return send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** What a hidden field of the last page holds. */
    String hidden(String name) {
        return found("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"");
    }

    /** The first group of the first match in the last page. */
    String found(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in\n" + page);
        }
        return matcher.group(1);
    }

    private String send(HttpRequest.Builder builder) {
        String held =
                cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
        HttpRequest request = builder.header("Cookie", held).build();
        try {
            HttpResponse<String> response =
                    client.send(
                            request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            for (String set : response.headers().allValues("Set-Cookie")) {
                String[] pair = set.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            if (response.statusCode() / 100 == 3) {
                String next = response.headers().firstValue("Location").orElseThrow();
                return send(HttpRequest.newBuilder(request.uri().resolve(next)).GET());
            }
            if (response.statusCode() != 200) {
                throw new AssertionError(
                        request.uri() + " says " + response.statusCode() + "\n" + response.body());
            }
            page = response.body();
            Matcher csrf = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
            if (csrf.find()) {
                token = csrf.group(1);
            }
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void part(ByteArrayOutputStream body, String boundary, String text) {
        write(body, "--" + boundary + "\r\nContent-Disposition: form-data; name=" + text);
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
