package id.pamong.office.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.Pamong;
import id.pamong.office.identity.Accounts;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.TestClock;
import id.pamong.testkit.TestInstallation;
import id.pamong.testkit.TotpApp;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Two hundred people open their accounts behind one address within minutes, over real HTTP, while
 * someone at the same address guesses passwords across all of them.
 */
@Tag("long")
@SpringBootTest(classes = Pamong.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestInstallation.class)
@Import(TestClock.class)
class ActivationDayTest {
    private static final int PEOPLE = 200;
    private static final int AT_ONCE = 8;
    private static final int BACK = 20;

    /**
     * Thirty, one more for each owner who gets in elsewhere and so takes away the failure that the
     * guesser left under their name, and what was under way at the same moment.
     */
    private static final int JUDGED_AT_MOST = 30 + BACK + 2;

    @LocalServerPort private int port;
    @Autowired private Towns towns;
    @Autowired private Accounts accounts;
    @Autowired private MutableClock clock;

    private final HttpClient http = HttpClient.newHttpClient();
    private Town town;

    @Test
    void two_hundred_people_get_in_beside_a_guesser_who_does_not() throws Exception {
        town = towns.found();
        List<Citizen> people =
                IntStream.range(0, PEOPLE).mapToObj(n -> town.person("Pegawai " + n)).toList();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger judged = new AtomicInteger();
        AtomicInteger tried = new AtomicInteger();
        try (ExecutorService hall = Executors.newFixedThreadPool(AT_ONCE);
                ExecutorService corner = Executors.newSingleThreadExecutor()) {
            Future<?> guesser = corner.submit(() -> guess(people, over, tried, judged));
            try {
                List<TotpApp> apps = all(hall, people, this::opensTheAccount);
                clock.advance(Duration.ofMinutes(1));
                List<Callable<Boolean>> back = new ArrayList<>();
                for (int n = 0; n < BACK; n++) {
                    Citizen citizen = people.get(n);
                    TotpApp app = apps.get(n);
                    back.add(() -> comesBackFromAnotherBrowser(citizen, app));
                }
                assertThat(results(hall.invokeAll(back)))
                        .as("whoever comes back is asked for the code while the guesser is about")
                        .contains(true);
            } finally {
                over.set(true);
            }
            guesser.get();
        }
        assertThat(tried.get()).as("the guesser was at work").isGreaterThan(PEOPLE);
        assertThat(judged.get())
                .as("guesses that were judged at all")
                .isLessThanOrEqualTo(JUDGED_AT_MOST);
        Browser thief = new Browser();
        Citizen victim = people.getLast();
        assertThat(
                        thief.post(
                                        "/masuk",
                                        Map.of("who", victim.nip(), "password", Towns.PASSWORD))
                                .statusCode())
                .as("not even the right password gets the guesser in")
                .isEqualTo(200);
    }

    private TotpApp opensTheAccount(Citizen citizen) {
        Browser browser = new Browser();
        Map<String, String> numbers = Map.of("nip", citizen.nip(), "nik", citizen.nik());
        browser.post("/akun/klaim/kode", with(numbers, Map.of("way", "mail")));
        String code = accounts.claimCode(town.id(), citizen.id(), null);
        Map<String, String> form =
                with(
                        numbers,
                        Map.of("newPassword", Towns.PASSWORD, "passwordRepeat", Towns.PASSWORD));
        HttpResponse<String> slip = browser.post("/akun/klaim", with(form, Map.of("code", "A")));
        assertThat(slip.statusCode()).isEqualTo(200);
        HttpResponse<String> claimed =
                browser.post("/akun/klaim", with(form, Map.of("code", code)));
        assertThat(claimed.statusCode()).as(claimed.body()).isEqualTo(302);
        TotpApp app = TotpApp.of(browser.get("/akun/faktor").body());
        assertThat(browser.post("/akun/faktor", Map.of("totp", app.code(clock.instant()))).body())
                .contains("Cetak kode cadangan");
        browser.post("/keluar", Map.of());
        Map<String, String> signIn = Map.of("who", citizen.nip(), "password", Towns.PASSWORD);
        assertThat(browser.post("/masuk", with(signIn, Map.of("password", "salah ketik"))).body())
                .contains("Tersisa");
        assertThat(browser.post("/masuk", signIn).statusCode()).isEqualTo(302);
        assertThat(browser.get("/beranda").statusCode()).isEqualTo(200);
        return app;
    }

    /** Gets in, with the code where it is asked for; says whether it was. */
    private boolean comesBackFromAnotherBrowser(Citizen citizen, TotpApp app) {
        Browser phone = new Browser();
        Map<String, String> signIn = Map.of("who", citizen.nip(), "password", Towns.PASSWORD);
        HttpResponse<String> answer = phone.post("/masuk", signIn);
        boolean asked = answer.body().contains("id=\"totp\"");
        if (asked) {
            answer = phone.post("/masuk", with(signIn, Map.of("totp", app.code(clock.instant()))));
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(phone.get("/beranda").statusCode()).isEqualTo(200);
        return asked;
    }

    private void guess(
            List<Citizen> people, AtomicBoolean over, AtomicInteger tried, AtomicInteger judged) {
        Browser browser = new Browser();
        boolean heldOff = false;
        while (!over.get() || tried.get() <= PEOPLE || !heldOff) {
            Citizen citizen = people.get(tried.getAndIncrement() % PEOPLE);
            HttpResponse<String> answer =
                    browser.post(
                            "/masuk", Map.of("who", citizen.nip(), "password", "Pemkot12345!"));
            assertThat(answer.statusCode()).isEqualTo(200);
            heldOff = answer.body().contains("id=\"totp\"");
            if (!heldOff) {
                judged.incrementAndGet();
            }
            pause();
        }
    }

    /** A guesser is quick, but leaves the others some of the machine. */
    private static void pause() {
        try {
            Thread.sleep(40);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> List<T> all(
            ExecutorService hall,
            List<Citizen> people,
            java.util.function.Function<Citizen, T> does)
            throws Exception {
        List<Callable<T>> steps = new ArrayList<>();
        people.forEach(citizen -> steps.add(() -> does.apply(citizen)));
        return results(hall.invokeAll(steps));
    }

    private static <T> List<T> results(List<Future<T>> futures)
            throws InterruptedException, ExecutionException {
        List<T> all = new ArrayList<>();
        for (Future<T> future : futures) {
            all.add(future.get());
        }
        return all;
    }

    private static Map<String, String> with(Map<String, String> one, Map<String, String> other) {
        Map<String, String> both = new LinkedHashMap<>(one);
        both.putAll(other);
        return both;
    }

    /** Cookies, and the token of the page last seen. */
    private final class Browser {
        private static final Pattern TOKEN =
                Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
        private final Map<String, String> cookies = new LinkedHashMap<>();
        private String token = "";

        HttpResponse<String> get(String path) {
            return send(HttpRequest.newBuilder(uri(path)).GET());
        }

        HttpResponse<String> post(String path, Map<String, String> fields) {
            if (token.isEmpty()) {
                get("/masuk");
            }
            String body =
                    with(fields, Map.of("_csrf", token)).entrySet().stream()
                            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                            .collect(Collectors.joining("&"));
            return send(
                    HttpRequest.newBuilder(uri(path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            if (!cookies.isEmpty()) {
                request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
            }
            try {
                HttpResponse<String> response =
                        http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                for (String cookie : response.headers().allValues("Set-Cookie")) {
                    String pair = cookie.split(";", 2)[0];
                    int equals = pair.indexOf('=');
                    cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
                }
                Matcher found = TOKEN.matcher(response.body());
                if (found.find()) {
                    token = found.group(1);
                }
                return response;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        private URI uri(String path) {
            return URI.create("http://127.0.0.1:" + port + town.at(path));
        }

        private String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
