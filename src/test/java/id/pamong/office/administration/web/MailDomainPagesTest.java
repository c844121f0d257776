package id.pamong.office.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.audit.AuditEntry;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.testkit.Article;
import id.pamong.testkit.Forms;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Town;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The head of the office changes the domains of official e-mail; nobody else does. */
@RoomTest
class MailDomainPagesTest {
    private static final String GROUND = "Surat Komdigi tentang penetapan nama domain, 2026.";

    @Autowired private MockMvcTester http;
    @Autowired private Towns towns;
    @Autowired private LocalGovernments governments;
    @Autowired private AuditTrail audit;

    private Town town;
    private Cookie head;

    @BeforeEach
    void found() {
        town = towns.found();
        head = town.withAccount("Kepala Dinas", Role.RA_HEAD).session();
    }

    @Test
    @Article("MDN-10(3)c")
    void a_change_with_its_ground_is_in_force_recorded_and_in_the_history() {
        assertThat(post(head, "madiunkota.go.id\n KotaMadiun.go.id ", GROUND)).hasStatus(302);

        assertThat(governments.get(town.id()).mailDomains())
                .containsExactly("madiunkota.go.id", "kotamadiun.go.id");
        assertThat(audit.historyOf(town.id(), "local-government", town.id().value()))
                .extracting(AuditEntry::command)
                .contains("organization.mail-domains");
        assertThat(get(head, "")).bodyText().contains(GROUND, "kotamadiun.go.id");
        assertThat(get(head, "?lang=en")).bodyText().contains("Domains of").doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({
        "go.id, mencakup semua instansi",
        "desa.id, mencakup semua instansi",
        "gmail.com, bukan domain pemerintah",
        "evilgo.id, bukan domain pemerintah",
        "madiun, bukan nama domain",
        "@madiun.go.id, bukan nama domain",
        "*.madiun.go.id, bukan nama domain",
        "madiun.go.id;smp.madiun.go.id, sudah tercakup",
        "madiun.go.id;MADIUN.go.id, dua kali"
    })
    void a_name_that_would_let_others_in_is_refused_and_what_was_typed_stays(
            String typed, String sentence) {
        assertThat(post(head, typed, GROUND)).hasStatusOk().bodyText().contains(sentence, GROUND);
        assertThat(governments.get(town.id()).mailDomains())
                .isEqualTo(town.government().mailDomains());
    }

    @Test
    void an_empty_list_and_a_missing_ground_are_named_at_once() {
        assertThat(post(head, " ", "karena"))
                .hasStatusOk()
                .bodyText()
                .contains("Paling sedikit satu domain", "Tulis dasar hukum");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"RA_OFFICER", "ADMINISTRATOR", "MAIL_ADMINISTRATOR"})
    void every_other_role_is_refused(Role role) {
        Cookie other = town.withAccount("Orang Lain", role).session();

        assertThat(get(other, "")).hasStatus(403);
        assertThat(post(other, "madiunkota.go.id", GROUND)).hasStatus(403);
    }

    @Test
    void the_change_needs_the_second_factor() {
        Cookie without = town.withAccount("Kepala Lain", Role.RA_HEAD).sessionWithoutFactor();

        post(without, "madiunkota.go.id", GROUND);

        assertThat(governments.get(town.id()).mailDomains())
                .isEqualTo(town.government().mailDomains());
    }

    private MvcTestResult get(Cookie session, String query) {
        return http.get()
                .uri(town.at("/pengelola/domain-email" + query))
                .cookie(session)
                .exchange();
    }

    private MvcTestResult post(Cookie session, String domains, String reason) {
        return http.post()
                .uri(town.at("/pengelola/domain-email"))
                .cookie(session)
                .param("domains", domains)
                .param("reason", reason)
                .with(Forms.body())
                .exchange();
    }
}
