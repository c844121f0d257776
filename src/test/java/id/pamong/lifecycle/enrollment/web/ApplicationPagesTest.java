package id.pamong.lifecycle.enrollment.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.testkit.Forms;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Town;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Bad input on the applicant's pages: a clear sentence, nothing lost. */
@RoomTest
class ApplicationPagesTest {
    @Autowired private MockMvcTester http;
    @Autowired private Towns towns;

    private Town town;
    private Cookie session;
    private String application;

    @BeforeEach
    void begin() {
        town = towns.found();
        session = town.withAccount("Siti Aminah").sessionWithoutFactor();
        application = start();
    }

    @Test
    void the_page_has_all_its_words_in_both_languages() {
        assertThat(get(application)).hasStatusOk().bodyText().doesNotContain("??");
        assertThat(get(application + "?lang=en"))
                .hasStatusOk()
                .bodyText()
                .contains("Your data")
                .doesNotContain("??");
        assertThat(get(town.at("/permohonan"))).hasStatusOk().bodyText().doesNotContain("??");
    }

    @Test
    void a_double_click_on_begin_makes_one_application() {
        assertThat(start()).isEqualTo(application);
    }

    @Test
    void a_stale_page_keeps_what_was_typed_and_says_so() {
        post(application + "/isian", fields("0", "Berita acara pertama"));

        assertThat(post(application + "/isian", fields("0", "Berita acara kedua")))
                .hasStatusOk()
                .bodyText()
                .contains("diubah di tempat lain", "Berita acara kedua")
                .doesNotContain("Berita acara pertama");
    }

    @Test
    void too_long_a_text_is_offered_back_with_the_limit() {
        String tooLong = "panjang ".repeat(80);

        assertThat(post(application + "/isian", fields("0", tooLong)))
                .hasStatusOk()
                .bodyText()
                .contains("paling panjang 500", tooLong.strip());
    }

    @Test
    void a_version_that_is_no_number_and_unknown_uses_change_nothing() {
        assertThat(
                        post(
                                application + "/isian",
                                Map.of("version", "satu", "uses", "ROOT", "duties", "LETTER")))
                .hasStatusOk()
                .bodyText()
                .contains("diubah di tempat lain");
    }

    @Test
    void an_empty_application_names_every_gap_beside_its_field() {
        assertThat(post(application + "/ajukan", fields("0", "")))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "id=\"findings-IDENTITY_CARD\"",
                        "id=\"findings-RECOMMENDATION\"",
                        "id=\"findings-COVER_LETTER\"",
                        "id=\"findings-declared\"");
    }

    @Test
    void a_file_with_a_right_name_and_wrong_content_is_refused_beside_its_field() {
        MvcTestResult refused =
                http.post()
                        .uri(application + "/berkas/IDENTITY_CARD")
                        .cookie(session)
                        .param("version", "0")
                        .param("uses", "DIGITAL_SIGNATURE")
                        .param("duties", "LETTER")
                        .with(
                                Forms.multipart(
                                        new Forms.Upload(
                                                "IDENTITY_CARD",
                                                "ktp.jpg",
                                                "halo".getBytes(StandardCharsets.UTF_8))))
                        .exchange();

        assertThat(refused).hasStatusOk().bodyText().contains("id=\"findings-IDENTITY_CARD\"");
    }

    @Test
    void what_does_not_exist_or_is_another_ones_is_not_found() {
        Cookie other = town.withAccount("Budi Santoso").sessionWithoutFactor();

        assertThat(http.get().uri(application).cookie(other)).hasStatus(404);
        assertThat(get(town.at("/permohonan/" + UUID.randomUUID()))).hasStatus(404);
        assertThat(get(town.at("/permohonan/bukan-id"))).hasStatus(404);
        assertThat(get(application + "/berkas/IDENTITY_CARD")).hasStatus(404);
        assertThat(get(application + "/surat/lain")).hasStatus(404);
        assertThat(get(application.replace("permohonan", "rekomendasi"))).hasStatus(404);
    }

    @Test
    void the_law_is_open_to_everyone_clause_by_clause() {
        assertThat(http.get().uri(town.at("/profil-peraturan")))
                .hasStatusOk()
                .bodyText()
                .contains("Pasal 10 ayat (3) huruf b", "/pasal/MDN-7(1)b")
                .doesNotContain("??");
        assertThat(http.get().uri(town.at("/pasal/MDN-10(3)b")))
                .hasStatusOk()
                .bodyText()
                .contains("enrollment.recommendation-by-superior");
        assertThat(http.get().uri(town.at("/pasal/MDN-99"))).hasStatus(404);
    }

    @Test
    void the_clauses_beside_a_part_are_those_of_the_certificates_type() {
        assertThat(get(application))
                .hasStatusOk()
                .bodyText()
                .contains("pasal=MDN-10(3)c", "pasal=MDN-10(3)d")
                .doesNotContain("pasal=MDN-10(4)", "pasal=MDN-10(5)");
        String post = start(Map.of("type", "POSITION", "kind", "POST"));
        assertThat(get(post))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "pasal=MDN-10(4)a",
                        "pasal=MDN-10(4)b",
                        "pasal=MDN-10(4)d",
                        "pasal=MDN-10(4)e")
                .doesNotContain("pasal=MDN-10(3)", "pasal=MDN-10(5)");
        assertThat(get(start(Map.of("type", "SYSTEM"))))
                .hasStatusOk()
                .bodyText()
                .contains("pasal=MDN-10(5)c", "pasal=MDN-10(5)d")
                .doesNotContain("pasal=MDN-10(3)", "pasal=MDN-10(4)");
    }

    @Test
    void a_reading_request_that_kept_a_form_type_from_before_a_redirect_is_answered() {
        for (String type : List.of("multipart/form-data", "application/x-www-form-urlencoded")) {
            assertThat(http.get().uri(application).cookie(session).header("Content-Type", type))
                    .as(type)
                    .hasStatusOk();
        }
    }

    private static Map<String, String> fields(String version, String purpose) {
        return Map.of(
                "version", version,
                "uses", "DIGITAL_SIGNATURE",
                "duties", "LETTER",
                "purpose", purpose,
                "officialEmail", "");
    }

    private String start() {
        return start(Map.of());
    }

    private String start(Map<String, String> type) {
        String location = post(town.at("/permohonan"), type).getResponse().getHeader("Location");
        assertThat(location).contains("/permohonan/");
        return location;
    }

    private MvcTestResult get(String path) {
        return http.get().uri(path).cookie(session).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        var request = http.post().uri(path).cookie(session);
        form.forEach(request::param);
        return request.with(Forms.body()).exchange();
    }
}
