package id.pamong.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Someone at a browser: opens pages, follows links and redirects, fills forms in, and types the
 * code of the authenticator when a page asks for nothing else.
 */
final class Visitor implements AutoCloseable {
    private static final int MOST_REDIRECTS = 10;
    private static final Set<String> CODE_ONLY = Set.of("totp", "backupCode");

    private final URI base;
    private final HttpClient client;
    private @Nullable Totp authenticator;

    Visitor(URI base) {
        this.base = base;
        this.client =
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(Duration.ofSeconds(10))
                        .build();
    }

    /** From now on this visitor has an authenticator app. */
    void carry(Totp totp) {
        this.authenticator = totp;
    }

    Totp authenticator() {
        if (authenticator == null) {
            throw new StepFailed("no authenticator yet");
        }
        return authenticator;
    }

    /** Opens a page; anything but success is a failure. */
    WebPage open(String path) {
        return expectOk(answerCode(get(base.resolve(path))));
    }

    /** Opens a page or file whatever its status is. */
    WebPage look(String path) {
        return get(base.resolve(path));
    }

    /** Sends a form; findings on the page that comes back are a failure. */
    WebPage send(WebForm form) {
        WebPage page = expectOk(answered(form));
        if (page.hasProblems()) {
            throw new StepFailed(page.toString());
        }
        return page;
    }

    /** Sends a form and takes whatever comes. */
    WebPage trySending(WebForm form) {
        return answerCode(submit(form));
    }

    /**
     * A passphrase is not kept while the code of the authenticator is asked for in between: it is
     * typed again, as a person would.
     */
    private WebPage answered(WebForm form) {
        WebPage sent = submit(form);
        WebPage page = answerCode(sent);
        List<String> typed = form.values().getOrDefault("passphrase", List.of());
        Optional<WebForm> again =
                page.findFormTo(form.action().getPath()).filter(one -> one.has("passphrase"));
        return page != sent && !typed.isEmpty() && again.isPresent()
                ? submit(again.get().fill("passphrase", typed.getFirst()))
                : page;
    }

    /** Where a page asks for the code of the authenticator and nothing else, types it. */
    private WebPage answerCode(WebPage page) {
        if (authenticator == null || page.document().selectFirst("main code") != null) {
            return page;
        }
        for (WebForm form : page.forms()) {
            if (form.has("totp") && CODE_ONLY.containsAll(form.visibleNames())) {
                return answerCode(submit(form.fill("totp", authenticator.next())));
            }
        }
        return page;
    }

    private static WebPage expectOk(WebPage page) {
        if (page.status() != 200) {
            throw new StepFailed(page + " " + page.text());
        }
        return page;
    }

    private WebPage submit(WebForm form) {
        if (!form.isPost()) {
            return get(URI.create(form.action() + "?" + encoded(form)));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(form.action());
        if (form.isMultipart()) {
            String boundary = "pamong-" + UUID.randomUUID();
            request.header("Content-Type", "multipart/form-data; boundary=" + boundary);
            request.POST(HttpRequest.BodyPublishers.ofByteArray(multipart(form, boundary)));
        } else {
            request.header("Content-Type", "application/x-www-form-urlencoded");
            request.POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
        }
        return exchange(request, 0);
    }

    private WebPage get(URI address) {
        return exchange(HttpRequest.newBuilder(address).GET(), 0);
    }

    private WebPage exchange(HttpRequest.Builder request, int redirects) {
        try {
            HttpResponse<byte[]> answer =
                    client.send(
                            request.header("Accept", "text/html,*/*")
                                    .header("Accept-Language", "id")
                                    .timeout(Duration.ofMinutes(2))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            int status = answer.statusCode();
            if (status == 302 || status == 303) {
                if (redirects == MOST_REDIRECTS) {
                    throw new StepFailed("redirected in a circle at " + answer.uri());
                }
                String location =
                        answer.headers()
                                .firstValue("Location")
                                .orElseThrow(() -> new StepFailed("a redirect to nowhere"));
                return exchange(
                        HttpRequest.newBuilder(answer.uri().resolve(location)).GET(),
                        redirects + 1);
            }
            return new WebPage(
                    answer.uri(),
                    status,
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
        } catch (IOException e) {
            throw new StepFailed("the program does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailed("interrupted", e);
        }
    }

    private static String encoded(WebForm form) {
        return form.values().entrySet().stream()
                .flatMap(field ->
                        field.getValue().stream()
                                .map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] multipart(WebForm form, String boundary) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, List<String>> field : form.values().entrySet()) {
            for (String value : field.getValue()) {
                text(
                        body,
                        "--"
                                + boundary
                                + "\r\nContent-Disposition: form-data; name=\""
                                + field.getKey()
                                + "\"\r\n\r\n"
                                + value
                                + "\r\n");
            }
        }
        form.files()
                .forEach((name, file) -> {
                    text(
                            body,
                            "--"
                                    + boundary
                                    + "\r\nContent-Disposition: form-data; name=\""
                                    + name
                                    + "\"; filename=\""
                                    + file.name()
                                    + "\"\r\nContent-Type: "
                                    + file.mediaType()
                                    + "\r\n\r\n");
                    body.writeBytes(file.content());
                    text(body, "\r\n");
                });
        text(body, "--" + boundary + "--\r\n");
        return body.toByteArray();
    }

    private static void text(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        client.close();
    }
}
