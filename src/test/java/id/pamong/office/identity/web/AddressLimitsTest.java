package id.pamong.office.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.OfficeNetworks;
import id.pamong.office.identity.Role;
import id.pamong.testkit.Forms;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.TotpApp;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** One address, many people, and a guesser among them. */
@RoomTest
class AddressLimitsTest {
    private static final String OFFICE = "198.51.100.7";
    private static final int SUSPICIOUS = 30;

    @Autowired MockMvcTester http;
    @Autowired Towns towns;
    @Autowired MutableClock clock;
    @Autowired Accounts accounts;
    @Autowired OfficeNetworks networks;

    private Town town;

    @BeforeEach
    void found() {
        town = towns.found();
    }

    @Test
    void who_guesses_across_accounts_is_stopped_even_with_the_right_password() {
        Citizen budi = town.withAccount("Budi");
        spray(SUSPICIOUS);

        assertThat(signIn(budi, Towns.PASSWORD, ""))
                .hasStatusOk()
                .bodyText()
                .contains("banyak percobaan masuk yang gagal", "id=\"totp\"");
        assertThat(signInFrom("203.0.113.9", budi, Towns.PASSWORD))
                .as("another address")
                .hasStatus(302);
        clock.advance(Duration.ofMinutes(16));
        assertThat(signIn(budi, Towns.PASSWORD, "")).hasStatus(302);
    }

    @Test
    void an_account_of_the_guessers_own_takes_no_other_failures_away() {
        Citizen own = town.withAccount("Penebak");
        Citizen budi = town.withAccount("Budi");
        spray(SUSPICIOUS - 1);
        assertThat(signIn(own, Towns.PASSWORD, "")).hasStatus(302);
        spray(1);

        assertThat(signIn(budi, Towns.PASSWORD, ""))
                .bodyText()
                .contains("banyak percobaan masuk yang gagal");
    }

    @Test
    void slips_of_people_who_then_get_in_do_not_count() {
        for (int person = 0; person < 12; person++) {
            Citizen citizen = town.withAccount("Orang " + person);
            for (int slip = 0; slip < 4; slip++) {
                signIn(citizen, "salah ketik lagi", "");
            }
            assertThat(signIn(citizen, Towns.PASSWORD, "")).hasStatus(302);
        }
    }

    @Test
    void the_code_beside_the_password_is_proof_and_neither_alone_is_told() {
        Citizen budi = town.withAccount("Budi");
        TotpApp app = enrolled(budi);
        spray(SUSPICIOUS);

        assertThat(signIn(budi, Towns.PASSWORD, "000000"))
                .hasStatusOk()
                .bodyText()
                .contains("dan kode tidak cocok");
        assertThat(signIn(budi, "salah sama sekali", app.code(clock.instant())))
                .hasStatusOk()
                .bodyText()
                .contains("dan kode tidak cocok");
        MvcTestResult welcome = signIn(budi, Towns.PASSWORD, app.code(clock.instant()));
        assertThat(welcome).hasStatus(302).hasHeader("Location", town.at("/beranda"));
        assertThat(get("/akun/kata-sandi", welcome.getResponse().getCookie("sesi")))
                .as("the factor is shown")
                .hasStatusOk();
    }

    @Test
    void a_guesser_cannot_lock_a_browser_that_is_known_to_the_account() {
        Citizen budi = town.withAccount("Budi");
        Cookie known = signIn(budi, Towns.PASSWORD, "").getResponse().getCookie("kenal");
        assertThat(known).isNotNull();
        assertThat(known.isHttpOnly()).isTrue();
        for (int guess = 0; guess < 5; guess++) {
            signIn(budi, "tebakan nomor " + guess, "");
        }
        spray(SUSPICIOUS);
        assertThat(signIn(budi, Towns.PASSWORD, "")).bodyText().contains("Coba lagi setelah");

        assertThat(signIn(budi, Towns.PASSWORD, "", known)).hasStatus(302);
        spray(SUSPICIOUS);
        Citizen ani = town.withAccount("Ani");
        assertThat(signIn(ani, Towns.PASSWORD, "", known))
                .as("known to Budi only")
                .bodyText()
                .contains("banyak percobaan");
        Cookie forged = new Cookie("kenal", "x" + known.getValue().substring(1));
        assertThat(signIn(budi, Towns.PASSWORD, "", forged)).hasStatusOk();
        for (int guess = 0; guess < 5; guess++) {
            signIn(budi, "tebakan nomor " + guess, "", known);
        }
        assertThat(signIn(budi, Towns.PASSWORD, "", known))
                .as("a known browser has five tries as well")
                .bodyText()
                .contains("Coba lagi setelah");
    }

    @Test
    void a_blocked_account_opens_to_its_owner_by_the_code_too() {
        Citizen budi = town.withAccount("Budi");
        TotpApp app = enrolled(budi);
        for (int guess = 0; guess < 5; guess++) {
            signIn(budi, "tebakan nomor " + guess, "");
        }
        assertThat(signIn(budi, Towns.PASSWORD, ""))
                .bodyText()
                .contains("Coba lagi setelah pukul", "id=\"totp\"");
        assertThat(signIn(budi, Towns.PASSWORD, app.code(clock.instant()))).hasStatus(302);
    }

    @Test
    void a_declared_office_network_may_fail_four_times_as_often() {
        Citizen admin = town.withAccount("Ani", Role.ADMINISTRATOR);
        Citizen budi = town.withAccount("Budi");
        Cookie session = admin.session();
        assertThat(
                        post(
                                "/pengelola/jaringan",
                                Map.of("network", "0.0.0.0/0", "label", ""),
                                session))
                .hasStatusOk()
                .bodyText()
                .contains("Isi nama kantornya");
        assertThat(
                        post(
                                "/pengelola/jaringan",
                                Map.of("network", "0.0.0.0/0", "label", "Balai Kota"),
                                session))
                .bodyText()
                .contains("bukan jaringan satu kantor");
        assertThat(
                        post(
                                "/pengelola/jaringan",
                                Map.of("network", "198.51.100.9/24", "label", "Balai Kota"),
                                session))
                .hasStatus(302);
        assertThat(get("/pengelola/jaringan", session))
                .bodyText()
                .contains("198.51.100.0/24", "Balai Kota")
                .doesNotContain("??");

        spray(SUSPICIOUS);
        assertThat(signIn(budi, Towns.PASSWORD, "")).hasStatus(302);
        assertThat(networks.contains(town.id(), OFFICE)).isTrue();
        assertThat(networks.contains(towns.found().id(), OFFICE)).isFalse();
        var network = networks.of(town.id()).getFirst();
        assertThat(post("/pengelola/jaringan/" + network.id() + "/hapus", Map.of(), session))
                .hasStatus(302);
        assertThat(networks.contains(town.id(), OFFICE)).isFalse();
        assertThat(signIn(town.withAccount("Citra"), Towns.PASSWORD, ""))
                .bodyText()
                .contains("banyak percobaan");
    }

    @Test
    void a_right_code_of_claim_counts_whatever_else_comes_from_the_address() {
        Citizen budi = town.person("Budi");
        Citizen victim = town.person("Korban");
        for (int guess = 0; guess < 6; guess++) {
            claim(victim.nip(), "35770100000000" + (10 + guess), "AAAAA-AAAAA");
        }
        String code = accounts.claimCode(town.id(), victim.id(), null);
        assertThat(claim(victim.nip(), victim.nik(), code))
                .as("who knows a NIP alone blocks nobody")
                .hasStatus(302);
        for (int guess = 0; guess < 5; guess++) {
            claim(budi.nip(), budi.nik(), "AAAAA-AAAAA");
        }
        assertThat(claim(budi.nip(), budi.nik(), accounts.claimCode(town.id(), budi.id(), null)))
                .hasStatusOk()
                .bodyText()
                .contains("Terlalu banyak percobaan");
    }

    @Test
    void a_session_ends_after_twelve_hours_however_busy() {
        Citizen budi = town.withAccount("Budi");
        Cookie session = budi.session();
        for (int hour = 0; hour < 11; hour++) {
            clock.advance(Duration.ofHours(1));
            assertThat(get("/beranda", session)).hasStatusOk();
        }
        clock.advance(Duration.ofHours(1));
        assertThat(get("/beranda", session)).hasStatus(302);
    }

    @Test
    void over_https_every_cookie_is_secure_and_a_session_gets_a_new_id() {
        Citizen budi = town.withAccount("Budi");
        Cookie before = town.withAccount("Penyerang").session();
        var request =
                http.post()
                        .uri(town.at("/masuk"))
                        .secure(true)
                        .cookie(before)
                        .param("who", budi.nip())
                        .param("password", Towns.PASSWORD);
        MvcTestResult welcome = request.with(Forms.body()).exchange();
        assertThat(welcome).hasStatus(302);
        Cookie session = welcome.getResponse().getCookie("sesi");
        assertThat(session).isNotNull();
        assertThat(session.getValue()).isNotEqualTo(before.getValue());
        assertThat(welcome.getResponse().getHeaders("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("HttpOnly"))
                .allMatch(cookie -> cookie.contains("SameSite="));
        assertThat(get("/beranda", before)).as("the old session is gone").hasStatus(302);
    }

    private void spray(int guesses) {
        for (int guess = 0; guess < guesses; guess++) {
            Map<String, String> form =
                    Map.of(
                            "who",
                            "2001010120240100" + (10 + guess % 80),
                            "password",
                            "tebakan murahan");
            post("/masuk", form);
        }
    }

    private TotpApp enrolled(Citizen citizen) {
        Cookie session = citizen.session();
        TotpApp app = TotpApp.of(get("/akun/faktor", session));
        assertThat(post("/akun/faktor", Map.of("totp", app.code(clock.instant())), session))
                .hasStatusOk();
        clock.advance(Duration.ofSeconds(31));
        return app;
    }

    private MvcTestResult signIn(Citizen who, String password, String code, Cookie... cookies) {
        Map<String, String> form = new HashMap<>(Map.of("who", who.nip(), "password", password));
        if (!code.isEmpty()) {
            form.put("totp", code);
        }
        return post("/masuk", form, cookies);
    }

    private MvcTestResult signInFrom(String address, Citizen who, String password) {
        return send(address, "/masuk", Map.of("who", who.nip(), "password", password));
    }

    private MvcTestResult claim(String nip, String nik, String code) {
        return post(
                "/akun/klaim",
                Map.of(
                        "nip",
                        nip,
                        "nik",
                        nik,
                        "code",
                        code,
                        "newPassword",
                        Towns.PASSWORD,
                        "passwordRepeat",
                        Towns.PASSWORD));
    }

    private MvcTestResult get(String path, Cookie session) {
        return http.get().uri(town.at(path)).cookie(session).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> fields, Cookie... cookies) {
        return send(OFFICE, path, fields, cookies);
    }

    private MvcTestResult send(
            String address, String path, Map<String, String> fields, Cookie... cookies) {
        var request = http.post().uri(town.at(path));
        if (cookies.length > 0) {
            request.cookie(cookies);
        }
        fields.forEach(request::param);
        return request.with(from(address)).with(Forms.body()).exchange();
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor from(
            String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
