package id.pamong.lifecycle.subscriber.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.lifecycle.subscriber.MailboxRequests;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.PersonId;
import id.pamong.testkit.Forms;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Town;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The mail administrator finds, among many, who waits for an address, and proposes one. */
@RoomTest
class MailboxPagesTest {
    @Autowired private MockMvcTester http;
    @Autowired private Towns towns;
    @Autowired private MailboxRequests requests;
    @Autowired private MutableClock clock;

    private Town town;
    private Cookie administrator;

    @BeforeEach
    void found() {
        clock.reset();
        town = towns.found();
        administrator = town.withAccount("Dewi Lestari", Role.MAIL_ADMINISTRATOR).session();
    }

    @Test
    void more_than_a_page_waits_and_the_rest_stands_on_the_next() {
        for (int i = 0; i < 26; i++) {
            clock.advance(Duration.ofSeconds(1));
            wish("Pegawai " + (char) ('A' + i) + "satu");
        }

        assertThat(get(""))
                .hasStatusOk()
                .bodyText()
                .contains("Asatu", "sesudah=", "26")
                .doesNotContain("Zsatu");
        assertThat(get("?urut=-diminta"))
                .hasStatusOk()
                .bodyText()
                .contains("Zsatu")
                .doesNotContain("Asatu");
    }

    @Test
    void an_address_that_is_refused_stays_beside_its_person_and_the_search_stays_too() {
        wish("Budi Santoso");
        String code = wish("Siti Aminah");

        assertThat(propose(code, "siti@gmail.com"))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"siti@gmail.com\"", "value=\"siti\"")
                .doesNotContain("Budi Santoso");
    }

    @Test
    void a_proposed_address_stands_in_the_other_part_and_in_its_export() {
        String code = wish("Siti Aminah");
        String address = "siti.aminah@" + town.government().mailDomains().getFirst();

        propose(code, address);

        assertThat(get("")).bodyText().doesNotContain(code + "\"");
        assertThat(get("?bagian=diusulkan")).hasStatusOk().bodyText().contains(code, address);
        assertThat(get("?bagian=diusulkan&lang=en"))
                .bodyText()
                .contains("Waiting for proof")
                .doesNotContain("??");
        assertThat(post("/ekspor/permintaan-email", Map.of("bentuk", "csv", "bagian", "diusulkan")))
                .hasStatusOk()
                .bodyText()
                .contains("Siti Aminah", address);
        assertThat(post("/ekspor/permintaan-email", Map.of("bentuk", "csv")))
                .bodyText()
                .doesNotContain("Siti Aminah");
    }

    /** Gives the code of the wish. */
    private String wish(String name) {
        PersonId person = town.person(name).id();
        requests.ask(town.id(), person);
        return requests.of(town.id(), person).orElseThrow().code();
    }

    private MvcTestResult propose(String code, String address) {
        return post(
                "/pengelola/alamat-email",
                Map.of("kode", code, "alamat", address, "cari", "siti", "urut", "diminta"));
    }

    private MvcTestResult get(String query) {
        return http.get()
                .uri(town.at("/pengelola/alamat-email" + query))
                .cookie(administrator)
                .exchange();
    }

    private MvcTestResult post(String path, Map<String, String> fields) {
        var request = http.post().uri(town.at(path)).cookie(administrator);
        fields.forEach(request::param);
        return request.with(Forms.body()).exchange();
    }
}
