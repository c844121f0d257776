package id.pamong.office.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Role;
import id.pamong.testkit.Forms;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.SoftAuthenticator;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Passkeys over HTTP, answered by an authenticator in software, with everything a thief may try.
 */
@RoomTest
class PasskeyTest {
    @Autowired MockMvcTester http;
    @Autowired Towns towns;
    @Autowired MutableClock clock;
    @Autowired Accounts accounts;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient jdbc;

    private final SoftAuthenticator phone = new SoftAuthenticator();
    private Town town;
    private Citizen budi;

    @BeforeEach
    void found() {
        town = towns.found();
        budi = town.withAccount("Budi Santoso");
    }

    @Test
    void a_passkey_is_enrolled_named_listed_and_removed_by_its_owner() {
        Cookie session = budi.session();
        assertThat(get("/akun/kunci-sandi", session))
                .hasStatusOk()
                .bodyText()
                .contains("muncul di sini", "data-passkey=\"create\"")
                .doesNotContain("??");

        assertThat(enrol(phone, session, "Ponsel saya"))
                .hasStatusOk()
                .bodyText()
                .contains("Cetak kode cadangan");
        assertThat(enrol(new SoftAuthenticator(), session, "Laptop")).hasStatus(302);
        assertThat(get("/akun/kunci-sandi", session))
                .hasStatusOk()
                .bodyText()
                .contains("Ponsel saya", "Laptop", "belum pernah dipakai");

        UUID id = passkey("Ponsel saya");
        assertThat(
                        post(
                                "/akun/kunci-sandi/" + id + "/nama",
                                Map.of("label", "Ponsel lama"),
                                session))
                .hasStatus(302);
        assertThat(post("/akun/kunci-sandi/" + id + "/hapus", Map.of(), session)).hasStatus(302);
        assertThat(get("/beranda", session)).as("other sessions end").hasStatus(302);
        assertThat(signIn(phone)).hasStatusOk().bodyText().contains("tidak terdaftar di sini");
        assertThat(records("identity.add-passkey")).containsExactly("ENROLLED", "ENROLLED");
        assertThat(records("identity.name-passkey")).containsExactly("NAMED");
        assertThat(records("identity.remove-passkey")).containsExactly("REMOVED");
    }

    @Test
    void a_passkey_signs_in_alone_and_is_the_second_factor_too() {
        enrol(phone, budi.session(), "Ponsel");

        MvcTestResult welcome = signIn(phone);
        assertThat(welcome).hasStatus(302).hasHeader("Location", town.at("/beranda"));
        Cookie session = welcome.getResponse().getCookie("sesi");
        assertThat(get("/akun/kata-sandi", session)).hasStatusOk();

        clock.advance(Duration.ofMinutes(11));
        assertThat(get("/akun/kata-sandi", session)).hasStatus(302);
        assertThat(
                        post(
                                "/kode",
                                Map.of(
                                        "passkey",
                                        phone.show(ask("/kode/pertanyaan", session)),
                                        "lanjut",
                                        town.at("/akun/kata-sandi")),
                                session))
                .hasStatus(302)
                .hasHeader("Location", town.at("/akun/kata-sandi"));
        assertThat(records("identity.sign-in")).containsExactly("SIGNED_IN");
        assertThat(records("identity.prove-factor")).containsExactly("PROVEN");
    }

    @Test
    void a_form_that_needs_the_factor_is_held_and_sent_with_the_passkey() throws Exception {
        Citizen admin = town.withAccount("Ani", Role.ADMINISTRATOR);
        enrol(phone, admin.session(), "Ponsel");
        Cookie session = admin.sessionWithoutFactor();
        String path = "/pengelola/peran/" + budi.id();
        Map<String, String> typed = Map.of("role", "MAIL_ADMINISTRATOR", "do", "grant");

        MvcTestResult held = post(path, typed, session);
        assertThat(held)
                .hasStatus(403)
                .bodyText()
                .contains("MAIL_ADMINISTRATOR", "data-passkey=\"show\"");
        String shown = phone.show(ask("/kode/pertanyaan", session));
        MvcTestResult wrong = post(path, with(typed, tampered(shown)), session);
        assertThat(wrong).hasStatus(403).bodyText().contains("Kunci sandi tidak cocok");
        assertThat(wrong.getResponse().getContentAsString())
                .as("an answer is never offered back")
                .doesNotContain("authenticatorData");
        assertThat(post(path, with(typed, shown), session)).hasStatus(302);
        assertThat(accounts.rolesOf(town.id(), budi.id())).contains(Role.MAIL_ADMINISTRATOR);
    }

    @Test
    void an_answer_counts_once_and_only_for_five_minutes() {
        enrol(phone, budi.session(), "Ponsel");
        String answer = phone.show(ask("/masuk/kunci-sandi"));
        assertThat(signIn(answer)).hasStatus(302);
        assertThat(signIn(answer)).hasStatusOk().bodyText().contains("Kunci sandi");
        assertThat(records("identity.sign-in").getLast()).isIn("USED", "COPIED");

        SoftAuthenticator withoutCounter = new SoftAuthenticator();
        enrol(withoutCounter, budi.session(), "Kunci");
        String late = withoutCounter.show(ask("/masuk/kunci-sandi"));
        clock.advance(Duration.ofMinutes(6));
        assertThat(signIn(late)).hasStatusOk().bodyText().contains("Waktu untuk menjawab");
    }

    @Test
    void an_answer_for_another_page_or_person_is_not_taken() {
        enrol(phone, budi.session(), "Ponsel");
        Citizen ani = town.withAccount("Ani");
        Cookie session = ani.sessionWithoutFactor();
        SoftAuthenticator anis = new SoftAuthenticator();
        enrol(anis, ani.session(), "Ponsel Ani");

        assertThat(post("/kode", Map.of("passkey", anis.show(ask("/masuk/kunci-sandi"))), session))
                .bodyText()
                .contains("bukan untuk halaman ini");
        assertThat(
                        post(
                                "/kode",
                                Map.of("passkey", phone.show(ask("/kode/pertanyaan", session))),
                                session))
                .bodyText()
                .contains("tidak terdaftar di sini");
        String forAni = ask("/kode/pertanyaan", session);
        assertThat(signIn(anis.show(forAni))).bodyText().contains("bukan untuk halaman ini");
        assertThat(signIn(anis.show("{\"challenge\":\"AAAAAAAAAAAAAAAAAAAAAA\"}")))
                .bodyText()
                .contains("bukan untuk halaman ini");
    }

    @Test
    void another_site_another_relying_party_and_an_unverified_user_are_refused() {
        enrol(phone, budi.session(), "Ponsel");

        phone.origin = "https://pamong.contoh-go.id";
        assertThat(signIn(phone)).bodyText().contains("di alamat lain");
        phone.origin = "https://pamong.contoh.go.id:8443";
        assertThat(signIn(phone)).bodyText().contains("di alamat lain");
        phone.origin = "https://pamong.contoh.go.id";
        phone.relyingParty = "contoh.go.id";
        assertThat(signIn(phone)).bodyText().contains("di alamat lain");
        phone.relyingParty = "pamong.contoh.go.id";
        phone.verifiesUser = false;
        assertThat(signIn(phone)).bodyText().contains("tidak meminta sidik jari");
        phone.verifiesUser = true;
        assertThat(signIn(phone)).hasStatus(302);

        SoftAuthenticator careless = new SoftAuthenticator();
        careless.verifiesUser = false;
        assertThat(enrol(careless, budi.session(), "Ceroboh"))
                .bodyText()
                .contains("tidak meminta sidik jari");
    }

    @Test
    void a_copied_authenticator_is_told_by_its_counter_and_suspended() {
        enrol(phone, budi.session(), "Ponsel");
        assertThat(signIn(phone)).hasStatus(302);
        SoftAuthenticator copy = phone.stolenCopy();
        assertThat(signIn(copy)).hasStatus(302);

        assertThat(signIn(phone)).hasStatusOk().bodyText().contains("salinannya");
        assertThat(signIn(copy)).hasStatusOk().bodyText().contains("ditangguhkan");
        assertThat(records("identity.sign-in"))
                .containsExactly("SIGNED_IN", "SIGNED_IN", "COPIED", "SUSPENDED");
        assertThat(get("/akun/kunci-sandi", budi.session()))
                .bodyText()
                .contains("Ditangguhkan: mungkin disalin");
        assertThat(get("/akun/faktor", budi.sessionWithoutFactor()))
                .as("a suspended passkey opens no way to enrol another factor")
                .hasStatus(302);
    }

    @Test
    void a_passkey_of_one_local_government_opens_nothing_in_another() {
        enrol(phone, budi.session(), "Ponsel");
        Town other = towns.found();

        String answer = phone.show(ask(other, "/masuk/kunci-sandi"));
        assertThat(post(other, "/masuk/kunci-sandi", Map.of("passkey", answer)))
                .hasStatusOk()
                .bodyText()
                .contains("tidak terdaftar di sini");
        assertThat(
                        post(
                                other,
                                "/masuk/kunci-sandi",
                                Map.of("passkey", phone.show(ask("/masuk/kunci-sandi")))))
                .bodyText()
                .contains("bukan untuk halaman ini");
    }

    @Test
    void only_who_showed_a_factor_adds_one_and_nobody_removes_the_last_or_another_persons() {
        enrol(phone, budi.session(), "Ponsel");
        UUID id = passkey("Ponsel");

        assertThat(get("/akun/kunci-sandi/pertanyaan", budi.sessionWithoutFactor())).hasStatus(409);
        assertThat(get("/akun/kunci-sandi", budi.sessionWithoutFactor()))
                .bodyText()
                .doesNotContain("data-passkey=\"create\"");
        assertThat(post("/akun/kunci-sandi/" + id + "/hapus", Map.of(), budi.session()))
                .hasStatus(409)
                .bodyText()
                .contains("satu-satunya faktor kedua");
        Citizen ani = town.withAccount("Ani");
        assertThat(post("/akun/kunci-sandi/" + id + "/hapus", Map.of(), ani.session()))
                .hasStatus(404);
        assertThat(
                        post(
                                "/akun/kunci-sandi/" + id + "/nama",
                                Map.of("label", "Punya Ani"),
                                ani.session()))
                .hasStatus(404);
        assertThat(signIn(phone)).hasStatus(302);
    }

    @Test
    void adding_and_removing_count_as_a_change_of_means() {
        assertThat(accounts.lastMeansChange(town.id(), budi.account())).isEmpty();
        enrol(phone, budi.session(), "Ponsel");
        Instant first = accounts.lastMeansChange(town.id(), budi.account()).orElseThrow();
        assertThat(first).isEqualTo(clock.instant());

        clock.advance(Duration.ofHours(1));
        enrol(new SoftAuthenticator(), budi.session(), "Laptop");
        assertThat(accounts.lastMeansChange(town.id(), budi.account())).hasValue(clock.instant());
        clock.advance(Duration.ofHours(1));
        post("/akun/kunci-sandi/" + passkey("Laptop") + "/hapus", Map.of(), budi.session());
        assertThat(accounts.lastMeansChange(town.id(), budi.account())).hasValue(clock.instant());
        clock.advance(Duration.ofHours(1));
        signIn(phone);
        assertThat(accounts.lastMeansChange(town.id(), budi.account()).orElseThrow())
                .isBefore(clock.instant());
    }

    @Test
    void what_was_lost_is_void_once_an_officer_identified_the_owner_anew() {
        enrol(phone, budi.session(), "Ponsel hilang");
        Citizen officer = town.withAccount("Rina", Role.RA_OFFICER);
        post("/petugas/faktor/" + budi.id(), Map.of("compared", "yes"), officer.session());

        SoftAuthenticator next = new SoftAuthenticator();
        assertThat(enrol(next, budi.sessionWithoutFactor(), "Ponsel baru"))
                .bodyText()
                .contains("Cetak kode cadangan");
        assertThat(signIn(phone)).hasStatusOk().bodyText().contains("tidak terdaftar");
        assertThat(signIn(next)).hasStatus(302);
    }

    @Test
    void what_is_no_answer_gets_a_sentence() {
        for (String junk :
                List.of(
                        "",
                        "{",
                        "null",
                        "[]",
                        "{}",
                        "{\"id\":1}",
                        "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}",
                        "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{\"clientDataJSON\":\"AA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\",\"userHandle\":null}}",
                        "x".repeat(40_000))) {
            assertThat(signIn(junk)).hasStatusOk().bodyText().contains("dapat dibaca");
            assertThat(
                            post(
                                    "/akun/kunci-sandi",
                                    Map.of("passkey", junk, "label", "x"),
                                    budi.session()))
                    .hasStatusOk()
                    .bodyText()
                    .contains("dapat dibaca");
        }
    }

    private MvcTestResult enrol(SoftAuthenticator authenticator, Cookie session, String label) {
        String answer = authenticator.create(ask("/akun/kunci-sandi/pertanyaan", session));
        return post("/akun/kunci-sandi", Map.of("label", label, "passkey", answer), session);
    }

    private MvcTestResult signIn(SoftAuthenticator authenticator) {
        return signIn(authenticator.show(ask("/masuk/kunci-sandi")));
    }

    private MvcTestResult signIn(String answer) {
        return post("/masuk/kunci-sandi", Map.of("passkey", answer));
    }

    private static Map<String, String> with(Map<String, String> typed, String answer) {
        return Map.of("role", typed.get("role"), "do", typed.get("do"), "passkey", answer);
    }

    /** Another signature of the same length. */
    private static String tampered(String answer) {
        int at = answer.indexOf("\"signature\":\"") + 40;
        char there = answer.charAt(at);
        return answer.substring(0, at) + (there == 'A' ? 'B' : 'A') + answer.substring(at + 1);
    }

    private String ask(String path, Cookie... session) {
        return ask(town, path, session);
    }

    private String ask(Town of, String path, Cookie... session) {
        var request = http.get().uri(of.at(path));
        if (session.length > 0) {
            request.cookie(session);
        }
        MvcTestResult result = request.exchange();
        assertThat(result).hasStatusOk().hasHeader("Cache-Control", "no-store");
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private MvcTestResult get(String path, Cookie session) {
        return http.get().uri(town.at(path)).cookie(session).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> fields, Cookie... session) {
        return post(town, path, fields, session);
    }

    private MvcTestResult post(
            Town to, String path, Map<String, String> fields, Cookie... session) {
        var request = http.post().uri(to.at(path));
        if (session.length > 0) {
            request.cookie(session);
        }
        fields.forEach(request::param);
        return request.with(Forms.body()).exchange();
    }

    private UUID passkey(String label) {
        return transactions.inTenant(
                town.id(),
                () ->
                        jdbc.sql("select id from passkey where label = ?")
                                .param(label)
                                .query(UUID.class)
                                .single());
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
