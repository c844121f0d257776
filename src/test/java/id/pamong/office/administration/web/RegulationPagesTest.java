package id.pamong.office.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.audit.AuditTrail;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.LegalAnswers;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import id.pamong.testkit.Article;
import id.pamong.testkit.Forms;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The law in words, two regulations side by side, and the answers of the legal office. */
@RoomTest
class RegulationPagesTest {
    private static final String ASN_SCOPE = "/profil-peraturan/jawaban/users.asnScope";
    private static final String REASON = "Nota bagian hukum nomor 12 tahun 2026 tentang PPPK.";

    @Autowired MockMvcTester http;
    @Autowired Towns towns;
    @Autowired Regulations regulations;
    @Autowired LegalAnswers answers;
    @Autowired AuditTrail audit;
    @Autowired MutableClock clock;

    private Town madiun;
    private Town cianjur;
    private Citizen head;

    @BeforeEach
    void found() {
        madiun = towns.found("perwal-30-2019");
        cianjur = towns.found("perbup-18-2018");
        head = madiun.withAccount("Agus Wibowo", Role.RA_HEAD);
    }

    @Test
    @Article({"MDN-28", "CJR-1.5", "CJR-29"})
    void the_profile_tells_from_when_it_binds_and_whom_it_means() {
        assertThat(http.get().uri(madiun.at("/profil-peraturan?lang=id")))
                .bodyText()
                .contains(
                        "Peraturan Wali Kota Madiun Nomor 30 Tahun 2019",
                        "31 Juli 2019",
                        "/pasal/MDN-28",
                        "Gubernur bukan penerima laporan.");
        assertThat(http.get().uri(cianjur.at("/profil-peraturan?lang=id")))
                .bodyText()
                .contains(
                        "Peraturan Bupati Cianjur Nomor 18 Tahun 2018",
                        "16 Maret 2018",
                        "/pasal/CJR-29",
                        "Jawa Barat",
                        "Gubernur ikut menerima laporan.",
                        "/pasal/CJR-1.5");
    }

    @Test
    void the_profile_reads_as_sentences_with_their_articles_in_both_languages() {
        assertThat(http.get().uri(madiun.at("/profil-peraturan")))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Kepala daerahnya disebut Wali Kota.",
                        "Pengelolanya harus PNS.",
                        "Biayanya dari APBD dan sumber lain yang sah.",
                        "/pasal/MDN-27",
                        "Pertanyaan bagi bagian hukum",
                        "Belum dijawab")
                .doesNotContain("??");
        assertThat(http.get().uri(cianjur.at("/profil-peraturan?lang=en")))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Its head is called Bupati.",
                        "Its officers have to be PNS and PPPK.",
                        "other lawful sources",
                        "/pasal/CJR-28")
                .doesNotContain("??", "MDN-");
    }

    @Test
    void two_regulations_stand_side_by_side_with_only_what_differs_unless_all_is_asked_for() {
        MvcTestResult differences =
                http.get().uri(madiun.at("/profil-peraturan/banding?lang=id")).exchange();

        assertThat(differences)
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Kepala daerahnya disebut Wali Kota.",
                        "Kepala daerahnya disebut Bupati.",
                        "/pasal/MDN-24(1)",
                        "/pasal/CJR-25(1)")
                .doesNotContain("Tanda terima diwajibkan.", "??");
        assertThat(http.get().uri(madiun.at("/profil-peraturan/banding?semua=true&lang=id")))
                .hasStatusOk()
                .bodyText()
                .contains("Tanda terima diwajibkan.", "berbeda", "sama");
        assertThat(http.get().uri(madiun.at("/pasal/CJR-25(1)?lang=en")))
                .hasStatusOk()
                .bodyText()
                .contains("Regulation of the Regent of Cianjur", "the governor");
        assertThat(http.get().uri(madiun.at("/pasal/CJR-9(1)a?lang=id")))
                .bodyText()
                .contains("yang dimaksud Pasal 8 ayat (2)");
    }

    @Test
    @Article({"MDN-7(1)b", "MDN-7(3)", "MDN-10(2)b"})
    void the_head_answers_an_open_question_and_every_answer_stays_on_record() {
        assertThat(post(Map.of("value", "PNS_ONLY", "reason", REASON, "by", "Kabag Hukum")))
                .hasStatus3xxRedirection();
        clock.advance(Duration.ofMinutes(1));
        assertThat(post(Map.of("value", "ASN", "reason", REASON, "by", "Sri Rejeki, Kabag Hukum")))
                .hasStatus3xxRedirection();

        assertThat(answers.history(madiun.id(), "users.asnScope"))
                .extracting(LegalAnswers.LegalAnswer::value)
                .containsExactly("ASN", "PNS_ONLY");
        RegulationProfile profile = regulations.profile("perwal-30-2019");
        assertThat(answers.inForce(madiun.id(), profile, "users.asnScope").text()).isEqualTo("ASN");
        assertThat(trail()).containsExactly("regulation.answer PNS_ONLY", "regulation.answer ASN");
        assertThat(get(ASN_SCOPE)).bodyText().contains("Sri Rejeki, Kabag Hukum", REASON);
        assertThat(http.get().uri(madiun.at("/profil-peraturan?lang=id")))
                .bodyText()
                .contains("Semua ASN dapat memohon")
                .doesNotContain("Ubah jawaban");
        assertThat(get("/profil-peraturan?lang=id")).bodyText().contains("Ubah jawaban");
    }

    @Test
    void an_answer_without_a_legal_reason_is_refused_and_nothing_typed_is_lost() {
        assertThat(post(Map.of("value", "MAYBE", "reason", "karena perlu", "by", "")))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "id=\"findings-value\"",
                        "id=\"findings-reason\"",
                        "id=\"findings-by\"",
                        "karena perlu");
        assertThat(answers.history(madiun.id(), "users.asnScope")).isEmpty();
    }

    @Test
    void not_yet_answered_is_no_answer() {
        assertThat(get(ASN_SCOPE)).bodyText().doesNotContain("value=\"UNANSWERED\"");
        assertThat(post(Map.of("value", "UNANSWERED", "reason", REASON, "by", "Kabag Hukum")))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"findings-value\"", REASON);
        assertThat(answers.history(madiun.id(), "users.asnScope")).isEmpty();
    }

    @Test
    void only_the_head_answers_and_only_what_the_regulation_leaves_open() {
        Citizen officer = madiun.withAccount("Rina Kartika", Role.RA_OFFICER);

        assertThat(http.get().uri(madiun.at(ASN_SCOPE)).cookie(officer.session())).hasStatus(403);
        assertThat(get("/profil-peraturan/jawaban/users.classes")).hasStatus(404);
        Citizen other = cianjur.withAccount("Dedi Mulyana", Role.RA_HEAD);
        assertThat(http.get().uri(cianjur.at(ASN_SCOPE)).cookie(other.session())).hasStatus(404);
    }

    private MvcTestResult get(String path) {
        return http.get().uri(madiun.at(path)).cookie(head.session()).exchange();
    }

    private MvcTestResult post(Map<String, String> fields) {
        var request = http.post().uri(madiun.at(ASN_SCOPE)).cookie(head.session());
        fields.forEach(request::param);
        return request.with(Forms.body()).exchange();
    }

    private List<String> trail() {
        return audit.historyOf(madiun.id(), "local-government", madiun.id().value()).stream()
                .filter(entry -> entry.command().equals(LegalAnswers.COMMAND))
                .map(entry -> entry.command() + " " + entry.outcome())
                .toList();
    }
}
