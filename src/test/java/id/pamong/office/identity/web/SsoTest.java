package id.pamong.office.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Role;
import id.pamong.testkit.Forms;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.OidcServer;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.SoftAuthenticator;
import id.pamong.testkit.TotpApp;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Single sign-on against a small provider over real HTTP, good and bad. */
@RoomTest
@TestPropertySource(properties = "pamong.sso.loopback=true")
class SsoTest {
    @Autowired MockMvcTester http;
    @Autowired Towns towns;
    @Autowired MutableClock clock;
    @Autowired Accounts accounts;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient jdbc;

    private OidcServer provider;
    private Town town;
    private Citizen budi;
    private Citizen admin;

    @BeforeEach
    void found() {
        provider = new OidcServer(clock);
        town = towns.found();
        budi = town.withAccount("Budi Santoso");
        admin = town.withAccount("Ani", Role.ADMINISTRATOR);
        provider.nip = budi.nip();
        assertThat(settings(Map.of())).hasStatus(302);
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void an_identity_is_linked_once_with_the_password_and_signs_in_from_then_on() {
        assertThat(get("/masuk")).bodyText().contains("Masuk dengan SSO Contoh");
        Visit visit = visit();
        assertThat(visit.back())
                .hasStatus(302)
                .hasHeader("Location", town.at("/masuk/sso/hubungkan"));
        assertThat(get("/masuk/sso/hubungkan", visit.session))
                .bodyText()
                .contains("SSO Contoh mengenali Anda")
                .doesNotContain("??");
        assertThat(get("/beranda", visit.session)).as("not signed in yet").hasStatus(302);
        assertThat(post("/masuk/sso/hubungkan", Map.of("password", "salah sekali"), visit.session))
                .hasStatusOk()
                .bodyText()
                .contains("tidak cocok");
        assertThat(accounts.lastMeansChange(town.id(), budi.account())).isEmpty();
        MvcTestResult linked =
                post("/masuk/sso/hubungkan", Map.of("password", Towns.PASSWORD), visit.session);
        assertThat(linked).hasStatus(302);
        Cookie session = linked.getResponse().getCookie("sesi");
        assertThat(get("/akun", session)).bodyText().contains("Terhubung dengan akun ini");

        Visit again = visit();
        MvcTestResult welcome = again.back();
        assertThat(welcome).hasStatus(302).hasHeader("Location", town.at("/beranda"));
        assertThat(welcome.getResponse().getCookie("sesi").getValue())
                .as("a session of its own")
                .isNotEqualTo(again.session.getValue());
        assertThat(records("identity.link-sso")).containsExactly("LINKED");
        assertThat(records("identity.sign-in")).containsExactly("TO_CONFIRM", "SIGNED_IN");
        assertThat(provider.complaints()).isEmpty();

        assertThat(post("/akun/sso/putus", Map.of(), budi.session())).hasStatus(302);
        assertThat(visit().back()).hasHeader("Location", town.at("/masuk/sso/hubungkan"));
    }

    @Test
    void linking_is_a_change_of_means_and_asks_for_the_second_factor_where_there_is_one() {
        TotpApp app = enrolled();
        clock.advance(Duration.ofHours(1));
        Visit visit = visit();
        visit.back();

        assertThat(post("/masuk/sso/hubungkan", Map.of("password", Towns.PASSWORD), visit.session))
                .hasStatusOk()
                .bodyText()
                .contains("isi kode autentikator");
        assertThat(
                        post(
                                "/masuk/sso/hubungkan",
                                Map.of(
                                        "password",
                                        Towns.PASSWORD,
                                        "totp",
                                        app.code(clock.instant())),
                                visit.session))
                .hasStatus(302);
        assertThat(accounts.lastMeansChange(town.id(), budi.account())).hasValue(clock.instant());
    }

    @Test
    void an_owner_who_has_only_a_passkey_shows_it_to_link() throws Exception {
        SoftAuthenticator phone = new SoftAuthenticator();
        Cookie own = budi.session();
        assertThat(
                        post(
                                "/akun/kunci-sandi",
                                Map.of(
                                        "label",
                                        "Ponsel",
                                        "passkey",
                                        phone.create(
                                                body(get("/akun/kunci-sandi/pertanyaan", own)))),
                                own))
                .hasStatusOk();
        Visit visit = visit();
        visit.back();

        assertThat(get("/masuk/sso/hubungkan", visit.session))
                .bodyText()
                .contains("/masuk/sso/hubungkan/pertanyaan")
                .doesNotContain("??", "name=\"totp\"");
        assertThat(post("/masuk/sso/hubungkan", Map.of("password", Towns.PASSWORD), visit.session))
                .hasStatusOk()
                .bodyText()
                .contains("Tunjukkan faktor kedua");
        SoftAuthenticator thief = new SoftAuthenticator();
        String question = "/masuk/sso/hubungkan/pertanyaan";
        thief.create(body(get("/akun/kunci-sandi/pertanyaan", own)));
        assertThat(
                        post(
                                "/masuk/sso/hubungkan",
                                Map.of(
                                        "password",
                                        Towns.PASSWORD,
                                        "passkey",
                                        thief.show(body(get(question, visit.session)))),
                                visit.session))
                .hasStatusOk();
        assertThat(records("identity.link-sso")).isEmpty();
        assertThat(get(question)).hasStatus(404);

        MvcTestResult linked =
                post(
                        "/masuk/sso/hubungkan",
                        Map.of(
                                "password",
                                Towns.PASSWORD,
                                "passkey",
                                phone.show(body(get(question, visit.session)))),
                        visit.session);

        assertThat(linked).hasStatus(302);
        assertThat(records("identity.link-sso")).containsExactly("LINKED");
        assertThat(get("/akun/kata-sandi", linked.getResponse().getCookie("sesi"))).hasStatusOk();
    }

    private static String body(MvcTestResult result) throws Exception {
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString();
    }

    @Test
    void it_replaces_the_second_factor_only_where_the_administrator_says_which_value_counts() {
        TotpApp app = enrolled();
        Visit visit = visit();
        visit.back();
        post(
                "/masuk/sso/hubungkan",
                Map.of("password", Towns.PASSWORD, "totp", app.code(clock.instant())),
                visit.session);
        provider.claims = claims -> claims.claim("amr", List.of("pwd", "otp"));
        assertThat(get("/akun/kata-sandi", visit().back().getResponse().getCookie("sesi")))
                .hasStatus(302);

        assertThat(settings(Map.of("factorValues", "otp, hwk"))).hasStatus(302);
        assertThat(get("/akun/kata-sandi", visit().back().getResponse().getCookie("sesi")))
                .hasStatusOk();
        provider.claims = claims -> claims.claim("amr", List.of("pwd"));
        assertThat(get("/akun/kata-sandi", visit().back().getResponse().getCookie("sesi")))
                .hasStatus(302);
    }

    @Test
    void a_token_that_is_not_for_us_now_or_not_signed_by_the_provider_signs_nobody_in() {
        link();
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> wrong = new HashMap<>();
        wrong.put("nonce", claims -> claims.claim("nonce", "lain"));
        wrong.put("no nonce", claims -> claims.claim("nonce", null));
        wrong.put("audience", claims -> claims.audience("aplikasi-lain"));
        wrong.put("azp", claims -> claims.audience(List.of(OidcServer.CLIENT, "lain")));
        wrong.put("issuer", claims -> claims.issuer("https://sso.lain.go.id"));
        wrong.put(
                "expired",
                claims ->
                        claims.expirationTime(
                                Date.from(clock.instant().minus(Duration.ofMinutes(5)))));
        wrong.put("no expiry", claims -> claims.expirationTime(null));
        wrong.put("no subject", claims -> claims.subject(null));
        wrong.forEach((what, change) -> {
            provider.claims = change;
            assertThat(visit().back())
                    .as(what)
                    .hasStatusOk()
                    .bodyText()
                    .contains("tidak dapat dipercaya");
        });
        provider.claims = UnaryOperator.identity();
        for (String signing : List.of("none", "HS256", "stranger")) {
            provider.signing = signing;
            assertThat(visit().back())
                    .as(signing)
                    .hasStatusOk()
                    .bodyText()
                    .contains("tidak dapat dipercaya");
        }
        provider.signing = "RS256";
        assertThat(visit().back()).hasStatus(302);
    }

    @Test
    void a_rotated_key_and_another_algorithm_are_followed() {
        link();
        provider.rotate("RS256");
        assertThat(visit().back()).hasHeader("Location", town.at("/beranda"));
        provider.rotate("ES256");
        assertThat(visit().back()).hasHeader("Location", town.at("/beranda"));
    }

    @Test
    void an_answer_without_question_from_another_browser_or_used_before_is_refused() {
        link();
        Visit visit = visit();
        Visit other = visit();
        assertThat(get("/masuk/sso/kembali?" + other.answer, visit.session))
                .bodyText()
                .contains("tidak diminta dari peramban ini");
        assertThat(visit.back())
                .as("the question was used up")
                .bodyText()
                .contains("tidak diminta dari peramban ini");
        assertThat(get("/masuk/sso/kembali?" + other.answer))
                .bodyText()
                .contains("tidak diminta dari peramban ini");
        assertThat(other.back()).hasStatus(302);
        Visit late = visit();
        clock.advance(Duration.ofMinutes(11));
        assertThat(late.back()).bodyText().contains("tidak diminta");
        Visit mixed = visit();
        assertThat(
                        get(
                                "/masuk/sso/kembali?"
                                        + mixed.answer.replace(provider.issuer(), "https://lain"),
                                mixed.session))
                .as("mixed up by another provider (RFC 9207)")
                .bodyText()
                .contains("tidak diminta");
        Visit refused = visit();
        assertThat(
                        get(
                                "/masuk/sso/kembali?error=access_denied&state="
                                        + refused.answer.replaceAll(".*state=([^&]+).*", "$1"),
                                refused.session))
                .bodyText()
                .contains("tidak meneruskan Anda");
    }

    @Test
    void it_never_makes_an_account_nor_opens_another_persons() {
        Citizen citra = town.person("Citra");
        provider.nip = citra.nip();
        provider.subject = "orang-2";
        assertThat(visit().back()).bodyText().contains("Belum ada akun untuk NIP Anda");
        assertThat(accounts.accountOf(town.id(), citra.id())).isEmpty();
        provider.nip = "";
        assertThat(visit().back()).bodyText().contains("tidak menyebut NIP");
        provider.nip = "' or 1=1 --";
        assertThat(visit().back()).bodyText().contains("tidak menyebut NIP");

        provider.nip = budi.nip();
        provider.subject = "orang-1";
        link();
        provider.nip = admin.nip();
        assertThat(visit().back()).bodyText().contains("NIP lain daripada saat dihubungkan");
        provider.nip = budi.nip();
        provider.subject = "orang-3";
        assertThat(visit().back()).bodyText().contains("sudah terhubung dengan identitas SSO lain");
    }

    @Test
    void the_nip_may_come_from_the_userinfo_address() {
        provider.nipByUserInfo = true;
        assertThat(visit().back()).hasHeader("Location", town.at("/masuk/sso/hubungkan"));
    }

    @Test
    void a_provider_that_is_down_gets_a_clear_sentence_and_password_still_works() {
        link();
        Visit visit = visit();
        provider.close();
        assertThat(visit.back()).hasStatusOk().bodyText().contains("tidak menjawab");
        assertThat(get("/masuk/sso")).hasStatusOk().bodyText().contains("tidak menjawab");
        assertThat(post("/masuk", Map.of("who", budi.nip(), "password", Towns.PASSWORD)))
                .hasStatus(302);
    }

    @Test
    void the_settings_say_everything_wrong_at_once_and_never_show_the_secret() throws Exception {
        assertThat(
                        settings(
                                Map.of(
                                        "issuer",
                                        "http://sso.contoh.go.id",
                                        "clientId",
                                        "",
                                        "nipClaim",
                                        "a b",
                                        "label",
                                        "")))
                .hasStatusOk()
                .bodyText()
                .contains("diawali https://", "Isi ID aplikasi", "claim yang memuat NIP", "4 hal");
        for (String inside :
                List.of(
                        "https://169.254.169.254/latest",
                        "https://10.1.2.3/",
                        "https://[fd00::1]/",
                        "https://192.168.1.1:8443/x",
                        "https://user@sso.contoh.go.id/",
                        "file:///etc/passwd",
                        "https://sso.contoh.go.id/?a=b")) {
            assertThat(settings(Map.of("issuer", inside)))
                    .as(inside)
                    .hasStatusOk()
                    .bodyText()
                    .contains("jaringan dalam");
        }
        provider.statedIssuer = "https://sso.lain.go.id";
        assertThat(settings(Map.of())).bodyText().contains("issuer yang sama persis");
        assertThat(get("/masuk/sso")).bodyText().contains("tidak dapat dipercaya");
        provider.statedIssuer = "";
        assertThat(settings(Map.of("clientSecret", ""))).as("the kept secret stays").hasStatus(302);
        link();
        MvcTestResult page = get("/pengelola/sso", admin.session());
        assertThat(page).hasStatusOk().bodyText().contains(provider.issuer(), "/masuk/sso/kembali");
        assertThat(page.getResponse().getContentAsString()).doesNotContain(OidcServer.SECRET);
        assertThat(settings(Map.of("active", "no"))).hasStatus(302);
        assertThat(get("/masuk")).bodyText().doesNotContain("SSO Contoh");
        assertThat(get("/masuk/sso")).bodyText().contains("sedang tidak dipakai");
        assertThat(records("identity.set-sso")).contains("ON", "OFF");
    }

    private void link() {
        Visit visit = visit();
        visit.back();
        assertThat(post("/masuk/sso/hubungkan", Map.of("password", Towns.PASSWORD), visit.session))
                .hasStatus(302);
    }

    private TotpApp enrolled() {
        Cookie session = budi.session();
        TotpApp app = TotpApp.of(get("/akun/faktor", session));
        post("/akun/faktor", Map.of("totp", app.code(clock.instant())), session);
        clock.advance(Duration.ofSeconds(31));
        return app;
    }

    /** A browser that went to the provider, where its person agreed. */
    private final class Visit {
        private final Cookie session;
        private final String answer;

        Visit(Cookie session, String answer) {
            this.session = session;
            this.answer = answer;
        }

        MvcTestResult back() {
            return get("/masuk/sso/kembali?" + answer, session);
        }
    }

    private Visit visit() {
        MvcTestResult away = get("/masuk/sso");
        assertThat(away).hasStatus(302);
        String to = away.getResponse().getHeader("Location");
        assertThat(to).startsWith(provider.issuer() + "/authorize?");
        return new Visit(away.getResponse().getCookie("sesi"), provider.agree(URI.create(to)));
    }

    private MvcTestResult settings(Map<String, String> changes) {
        Map<String, String> form = new HashMap<>();
        form.put("issuer", provider.issuer());
        form.put("clientId", OidcServer.CLIENT);
        form.put("clientSecret", OidcServer.SECRET);
        form.put("nipClaim", "nip");
        form.put("label", "SSO Contoh");
        form.put("factorValues", "");
        form.put("active", "yes");
        form.putAll(changes);
        return post("/pengelola/sso", form, admin.session());
    }

    private MvcTestResult get(String path, Cookie... session) {
        var request = http.get().uri(URI.create(town.at(path)));
        if (session.length > 0) {
            request.cookie(session);
        }
        return request.exchange();
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
}
