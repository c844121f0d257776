package id.pamong.office.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Role;
import id.pamong.testkit.Forms;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From an imported person to a session with a second factor, over HTTP. */
@RoomTest
class AccountRoadTest {
    @Autowired MockMvcTester http;
    @Autowired Towns towns;
    @Autowired MutableClock clock;
    @Autowired Accounts accounts;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient jdbc;

    private Town town;

    @BeforeEach
    void found() {
        town = towns.found();
    }

    @Test
    void the_first_pages_open_without_a_session() {
        assertThat(http.get().uri("/")).hasStatusOk().bodyText().contains(town.government().name());
        assertThat(http.get().uri(town.at("/")))
                .hasStatusOk()
                .bodyText()
                .contains("Periksa dokumen", "Buka akun pertama kali")
                .doesNotContain("??");
        assertThat(http.get().uri(town.at("/") + "?lang=en"))
                .hasStatusOk()
                .bodyText()
                .contains("Check a document", "lang=\"en\"");
        assertThat(http.get().uri(town.at("/masuk"))).hasStatusOk();
        assertThat(http.get().uri(town.at("/akun/klaim"))).hasStatusOk();
        assertThat(http.get().uri(town.at("/warna.css")))
                .hasStatusOk()
                .bodyText()
                .contains("--accent:#0b5394");
        assertThat(http.get().uri(town.at("/lambang.svg"))).hasStatusOk();
    }

    @Test
    void every_answer_carries_the_strict_headers() {
        assertThat(http.get().uri(town.at("/masuk")))
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("X-Frame-Options", "DENY")
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        values ->
                                assertThat(values.getFirst())
                                        .contains("default-src 'none'")
                                        .doesNotContain("unsafe"));
    }

    @Test
    void a_person_claims_the_account_by_mail_enrols_a_phone_and_gets_home() {
        Citizen siti = town.person("Siti Aminah");

        assertThat(
                        post(
                                "/akun/klaim/kode",
                                Map.of("nip", siti.nip(), "nik", siti.nik(), "way", "mail")))
                .hasStatusOk()
                .bodyText()
                .contains("kode sudah dikirim");
        assertThat(
                        transactions.inTenant(
                                town.id(),
                                () ->
                                        jdbc.sql(
                                                        "select count(*) from outbox_mail where message_key = 'identity.claim-code'")
                                                .query(Integer.class)
                                                .single()))
                .isEqualTo(1);

        Citizen budi = town.person("Budi Santoso");
        String code = accounts.claimCode(town.id(), budi.id(), null);
        MvcTestResult claimed =
                post(
                        "/akun/klaim",
                        Map.of(
                                "nip",
                                budi.nip(),
                                "nik",
                                budi.nik(),
                                "code",
                                code,
                                "newPassword",
                                Towns.PASSWORD,
                                "passwordRepeat",
                                Towns.PASSWORD));
        assertThat(claimed).hasStatus(302).hasHeader("Location", town.at("/akun/faktor"));
        Cookie session = claimed.getResponse().getCookie("sesi");
        assertThat(accounts.lastMeansChange(town.id(), budi.account())).isEmpty();

        byte[] secret = secretOn(get("/akun/faktor", session));
        assertThat(get("/akun/faktor/qr.png", session)).hasStatusOk().hasContentType("image/png");
        assertThat(post("/akun/faktor", Map.of("totp", "000000"), session))
                .hasStatusOk()
                .bodyText()
                .contains("Tersisa 4");
        MvcTestResult enrolled = post("/akun/faktor", Map.of("totp", totp(secret)), session);
        assertThat(enrolled).hasStatusOk().bodyText().contains("Cetak kode cadangan");
        assertThat(accounts.lastMeansChange(town.id(), budi.account())).hasValue(clock.instant());
        assertThat(get("/beranda", session))
                .hasStatusOk()
                .bodyText()
                .contains("Selamat bekerja, Budi Santoso");
        assertThat(get("/akun", session))
                .hasStatusOk()
                .bodyText()
                .contains("Tersisa 10 kode")
                .doesNotContain("??");
        assertThat(get("/akun/kata-sandi", session)).hasStatusOk();

        assertThat(records("identity.claim")).containsExactly("CODE_MAILED", "CLAIMED");
        assertThat(records("identity.enrol-factor")).containsExactly("WRONG", "CONFIRMED");
    }

    @Test
    void the_second_factor_is_asked_again_after_ten_minutes_and_a_code_counts_once() {
        Citizen budi = town.withAccount("Budi");
        Cookie session = signIn(budi.nip());
        byte[] secret = secretOn(get("/akun/faktor", session));
        post("/akun/faktor", Map.of("totp", totp(secret)), session);

        clock.advance(Duration.ofMinutes(11));
        assertThat(get("/akun/kata-sandi", session))
                .hasStatus(302)
                .hasHeader(
                        "Location",
                        town.at(
                                "/kode?lanjut=%2F"
                                        + town.government().slug()
                                        + "%2Fakun%2Fkata-sandi"));
        String code = totp(secret);
        assertThat(
                        post(
                                "/kode",
                                Map.of("totp", code, "lanjut", town.at("/akun/kata-sandi")),
                                session))
                .hasStatus(302)
                .hasHeader("Location", town.at("/akun/kata-sandi"));

        clock.advance(Duration.ofSeconds(1));
        Cookie other = signIn(budi.nip());
        assertThat(post("/kode", Map.of("totp", code), other))
                .hasStatusOk()
                .bodyText()
                .contains("sudah dipakai");
    }

    @Test
    void a_form_that_needs_the_factor_is_held_and_sent_with_the_code() {
        Citizen admin = town.withAccount("Ani", Role.ADMINISTRATOR);
        Citizen budi = town.person("Budi");
        Cookie session = signIn(admin.nip());
        byte[] secret = secretOn(get("/akun/faktor", session));
        post("/akun/faktor", Map.of("totp", totp(secret)), session);
        clock.advance(Duration.ofMinutes(11));

        String path = "/pengelola/peran/" + budi.id();
        assertThat(post(path, Map.of("role", "MAIL_ADMINISTRATOR", "do", "grant"), session))
                .hasStatus(403)
                .bodyText()
                .contains("MAIL_ADMINISTRATOR", "name=\"totp\"");
        assertThat(
                        post(
                                path,
                                Map.of(
                                        "role",
                                        "MAIL_ADMINISTRATOR",
                                        "do",
                                        "grant",
                                        "totp",
                                        totp(secret)),
                                session))
                .hasStatus(302);
        assertThat(accounts.rolesOf(town.id(), budi.id())).contains(Role.MAIL_ADMINISTRATOR);
    }

    @Test
    void five_wrong_passwords_block_the_account_and_an_unknown_one_alike() {
        Citizen budi = town.withAccount("Budi");
        for (String who : List.of(budi.nip(), "199999999999999999")) {
            for (int left = 4; left > 0; left--) {
                assertThat(post("/masuk", Map.of("who", who, "password", "salah sekali")))
                        .bodyText()
                        .contains("Tersisa " + left + " dari 5");
            }
            assertThat(post("/masuk", Map.of("who", who, "password", "salah sekali")))
                    .bodyText()
                    .contains("15 menit lagi");
            assertThat(post("/masuk", Map.of("who", who, "password", Towns.PASSWORD)))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Coba lagi setelah pukul");
        }
        clock.advance(Duration.ofMinutes(16));
        assertThat(post("/masuk", Map.of("who", budi.email(), "password", Towns.PASSWORD)))
                .hasStatus(302);
    }

    @Test
    void a_session_of_one_local_government_is_none_in_another() {
        Citizen budi = town.withAccount("Budi");
        Town other = towns.found();

        assertThat(http.get().uri(other.at("/beranda")).cookie(budi.session()))
                .hasStatus(302)
                .headers()
                .hasHeaderSatisfying(
                        "Location", to -> assertThat(to.getFirst()).startsWith(other.at("/masuk")));
    }

    @Test
    void signing_out_ends_the_session() {
        Citizen budi = town.withAccount("Budi");
        Cookie session = budi.session();

        assertThat(post("/keluar", Map.of(), session)).hasStatus(302);
        assertThat(get("/beranda", session)).hasStatus(302);
    }

    @Test
    void a_new_password_ends_all_other_sessions_and_counts_as_a_change_of_means() {
        Citizen budi = town.withAccount("Budi");
        Cookie elsewhere = budi.session();
        Cookie here = budi.session();

        assertThat(
                        post(
                                "/akun/kata-sandi",
                                Map.of(
                                        "password",
                                        Towns.PASSWORD,
                                        "newPassword",
                                        "sapi biru makan roti",
                                        "passwordRepeat",
                                        "sapi biru makan roti"),
                                here))
                .hasStatus(302);
        assertThat(get("/beranda", elsewhere)).hasStatus(302);
        assertThat(records("identity.change-password")).containsExactly("CHANGED");
    }

    @Test
    void everything_wrong_with_a_password_is_said_at_once() {
        Citizen budi = town.person("Budi Santoso");

        assertThat(
                        post(
                                "/akun/klaim",
                                Map.of(
                                        "nip",
                                        budi.nip(),
                                        "nik",
                                        budi.nik(),
                                        "code",
                                        "",
                                        "newPassword",
                                        "password",
                                        "passwordRepeat",
                                        "lain")))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Isi kode sekali pakai",
                        "sekurangnya 10",
                        "paling sering ditebak",
                        "tidak sama",
                        "4 hal perlu");
    }

    @Test
    void a_wrong_code_opens_nothing_and_a_right_one_opens_once() {
        Citizen budi = town.person("Budi");
        String code = accounts.claimCode(town.id(), budi.id(), null);
        Map<String, String> claim =
                Map.of(
                        "nip",
                        budi.nip(),
                        "nik",
                        budi.nik(),
                        "code",
                        code,
                        "newPassword",
                        Towns.PASSWORD,
                        "passwordRepeat",
                        Towns.PASSWORD);
        Map<String, String> wrong = new HashMap<>(claim);
        wrong.put("code", "AAAAA-AAAAA");

        assertThat(post("/akun/klaim", wrong))
                .hasStatusOk()
                .bodyText()
                .contains("tidak cocok dengan kedua nomor");
        assertThat(accounts.accountOf(town.id(), budi.id())).isEmpty();
        assertThat(post("/akun/klaim", claim)).hasStatus(302);
        assertThat(post("/akun/klaim", claim)).hasStatusOk();
    }

    @Test
    void an_officer_releases_a_lost_factor_after_comparing_the_card() {
        Citizen officer = town.withAccount("Rina", Role.RA_OFFICER);
        Citizen budi = town.withAccount("Budi");
        Cookie session = budi.session();
        post("/akun/faktor", Map.of("totp", totp(secretOn(get("/akun/faktor", session)))), session);
        Cookie later = budi.sessionWithoutFactor();
        assertThat(get("/akun/faktor", later)).hasStatus(302);

        String path = "/petugas/faktor/" + budi.id();
        assertThat(post(path, Map.of(), officer.session()))
                .hasStatusOk()
                .bodyText()
                .contains("Nyatakan bahwa");
        assertThat(post(path, Map.of("compared", "yes"), officer.session())).hasStatus(302);

        assertThat(get("/akun/faktor", later)).hasStatusOk();
        assertThat(
                        post(
                                "/petugas/faktor/" + officer.id(),
                                Map.of("compared", "yes"),
                                officer.session()))
                .hasStatus(403);
        assertThat(records("identity.reset-factor")).containsExactly("RELEASED");
    }

    @Test
    void nobody_makes_an_officer_here() {
        Citizen admin = town.withAccount("Ani", Role.ADMINISTRATOR);
        Citizen budi = town.person("Budi");

        assertThat(
                        post(
                                "/pengelola/peran/" + budi.id(),
                                Map.of("role", "RA_OFFICER"),
                                admin.session()))
                .hasStatus(403);
        assertThat(
                        post(
                                "/pengelola/peran/" + admin.id(),
                                Map.of("role", "MAIL_ADMINISTRATOR"),
                                admin.session()))
                .hasStatus(403);
        assertThat(accounts.rolesOf(town.id(), budi.id())).containsExactly(Role.PERSON);
    }

    @Test
    void a_form_without_the_token_is_refused() {
        assertThat(
                        http.post()
                                .uri(town.at("/masuk"))
                                .contentType("application/x-www-form-urlencoded")
                                .content("who=1"))
                .hasStatus(403);
    }

    @Test
    void a_form_sent_after_the_session_ended_is_offered_back() {
        assertThat(
                        post(
                                "/pengelola/peran/" + town.person("Budi").id(),
                                Map.of("role", "ADMINISTRATOR", "note", "panjang sekali")))
                .hasStatus(401)
                .bodyText()
                .contains("panjang sekali", "Isian Anda tidak hilang");
    }

    @Test
    void a_secret_in_the_address_is_refused() {
        assertThat(http.get().uri(town.at("/masuk") + "?passphrase=x"))
                .hasStatus(400)
                .bodyText()
                .contains("alamat halaman");
        assertThat(http.get().uri(URI.create(town.at("/masuk") + "?p%61ssphrase=x")))
                .hasStatus(400);
        assertThat(http.get().uri(town.at("/masuk") + "?lanjut=x")).hasStatusOk();
    }

    @Test
    void what_cannot_be_read_or_is_too_large_gets_a_clear_sentence() {
        assertThat(
                        http.post()
                                .uri(town.at("/masuk"))
                                .contentType("multipart/form-data; boundary=x")
                                .content("kosong"))
                .hasStatus(400)
                .bodyText()
                .contains("terpotong atau rusak");
        assertThat(
                        http.post()
                                .uri(town.at("/masuk"))
                                .contentType("application/x-www-form-urlencoded")
                                .content("who=ani&note=" + "x".repeat(2 << 20)))
                .hasStatus(413)
                .bodyText()
                .contains("lebih dari 1 MB", "ani");
    }

    @Test
    void programs_get_a_problem_document() {
        assertThat(http.get().uri("/tidak-ada/beranda").header("Accept", "application/json"))
                .hasStatus(404)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("government.not-found");
    }

    @Test
    void names_that_lead_elsewhere_are_not_followed() {
        Citizen budi = town.withAccount("Budi");
        for (String bad :
                List.of(
                        "https://jahat.example/",
                        "//jahat.example",
                        "/lain/beranda",
                        town.at("/..//x"))) {
            MvcTestResult result =
                    post(
                            "/masuk",
                            Map.of("who", budi.nip(), "password", Towns.PASSWORD, "lanjut", bad));
            assertThat(result).hasStatus(302);
            assertThat(result.getResponse().getHeader("Location")).startsWith(town.at("/"));
        }
    }

    private Cookie signIn(String who) {
        Cookie session =
                post("/masuk", Map.of("who", who, "password", Towns.PASSWORD))
                        .getResponse()
                        .getCookie("sesi");
        assertThat(session).isNotNull();
        return session;
    }

    private MvcTestResult get(String path, Cookie session) {
        return http.get().uri(town.at(path)).cookie(session).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> fields, Cookie... session) {
        var request = http.post().uri(town.at(path));
        if (session.length > 0) {
            request.cookie(session);
        }
        fields.forEach(request::param);
        return request.with(Forms.body()).exchange();
    }

    private List<String> records(String command) {
        return transactions.inTenant(
                town.id(),
                () ->
                        jdbc.sql(
                                        "select outcome from audit_record where command = ? order by position")
                                .param(command)
                                .query(String.class)
                                .list());
    }

    private static byte[] secretOn(MvcTestResult page) {
        assertThat(page).hasStatusOk();
        var found =
                Pattern.compile("<code>([A-Z2-7 ]{30,})</code>")
                        .matcher(
                                new String(
                                        page.getResponse().getContentAsByteArray(),
                                        StandardCharsets.UTF_8));
        assertThat(found.find()).isTrue();
        String base32 = found.group(1).replace(" ", "");
        byte[] secret = new byte[base32.length() * 5 / 8];
        long buffer = 0;
        int bits = 0;
        int next = 0;
        for (int at = 0; at < base32.length(); at++) {
            buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(at));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                secret[next++] = (byte) (buffer >> bits);
            }
        }
        return secret;
    }

    private String totp(byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(
                            ByteBuffer.allocate(8)
                                    .putLong(clock.instant().getEpochSecond() / 30)
                                    .array());
            int offset = hash[19] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
