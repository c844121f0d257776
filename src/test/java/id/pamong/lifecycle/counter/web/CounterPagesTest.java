package id.pamong.lifecycle.counter.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.archive.SamplePapers;
import id.pamong.office.identity.Role;
import id.pamong.testkit.Forms;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import jakarta.servlet.http.Cookie;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The counter's pages: all words in both languages, nothing typed lost, nothing too large kept. */
@RoomTest
class CounterPagesTest {
    @Autowired private MockMvcTester http;
    @Autowired private Towns towns;

    private Town town;
    private Citizen siti;
    private Cookie officer;
    private String file;

    @BeforeEach
    void receive() {
        town = towns.found();
        siti = town.person("Siti Aminah");
        officer = town.withAccount("Rina Kartika", Role.RA_OFFICER).sessionWithoutFactor();
        file =
                String.valueOf(
                                post(
                                                town.at("/petugas/loket/terima"),
                                                Map.of(
                                                        "number", siti.nip(),
                                                        "sheets-COVER_LETTER", "1",
                                                        "sheets-IDENTITY_CARD", "2"))
                                        .getResponse()
                                        .getHeader("Location"))
                        .replaceAll("[?].*", "");
        assertThat(file).contains("/petugas/loket/");
    }

    @Test
    void the_pages_have_all_their_words_in_both_languages() {
        for (String path :
                new String[] {town.at("/petugas/loket"), town.at("/petugas/loket/terima"), file}) {
            assertThat(get(path + "?lang=id")).hasStatusOk().bodyText().doesNotContain("??");
            assertThat(get(path + "?lang=en")).hasStatusOk().bodyText().doesNotContain("??", "''");
        }
    }

    @Test
    void a_refused_receipt_keeps_what_was_typed() {
        assertThat(
                        post(
                                town.at("/petugas/loket/terima"),
                                Map.of(
                                        "number", "19671213",
                                        "broughtBy", "Kurir Dinas",
                                        "rack", "R-77")))
                .hasStatusOk()
                .bodyText()
                .contains("Tidak ada pegawai", "jumlah lembar", "Kurir Dinas", "R-77");
    }

    @Test
    void a_scan_beyond_the_limit_is_refused_and_the_file_stays_as_it_was() {
        assertThat(upload(new byte[25 << 20])).hasStatus(413);
        assertThat(upload(new byte[21 << 20])).hasStatusOk().bodyText().contains("20 MB");
        assertThat(get(file)).bodyText().contains("Menunggu dipindai");
    }

    @Test
    void bad_pages_are_named_beside_their_paper_with_what_was_typed() {
        assertThat(upload(SamplePapers.pdf(3))).hasStatus(302);

        assertThat(
                        post(
                                file + "/bagi",
                                Map.of(
                                        "version", "1",
                                        "from-COVER_LETTER", "2",
                                        "to-COVER_LETTER", "9",
                                        "from-IDENTITY_CARD", "1",
                                        "to-IDENTITY_CARD", "1",
                                        "blank", "7-5")))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "id=\"findings-pages-COVER_LETTER\"",
                        "id=\"findings-blank\"",
                        "value=\"9\"",
                        "value=\"7-5\"");
        assertThat(http.get().uri(file + "/halaman/4").cookie(officer)).hasStatus(404);
        assertThat(http.get().uri(file + "/halaman/3").cookie(officer)).hasStatusOk();
    }

    private MvcTestResult upload(byte[] content) {
        return http.post()
                .uri(file + "/pindaian")
                .cookie(officer)
                .param("version", "0")
                .with(Forms.multipart(new Forms.Upload("scan", "berkas.pdf", content)))
                .exchange();
    }

    private MvcTestResult get(String path) {
        return http.get().uri(path).cookie(officer).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        var request = http.post().uri(path).cookie(officer);
        form.forEach(request::param);
        return request.with(Forms.body()).exchange();
    }
}
