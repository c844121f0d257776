package id.pamong.office.administration;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.audit.AuditTrail;
import id.pamong.office.identity.Role;
import id.pamong.office.page.Listing;
import id.pamong.testkit.Forms;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What holds of every list there is, also of one that is still to come. */
@RoomTest
class EveryListTest {
    @Autowired private List<Listing<?>> listings;
    @Autowired private MockMvcTester http;
    @Autowired private AuditTrail audit;
    @Autowired private Towns towns;
    private Town town;
    private Citizen reader;

    @BeforeEach
    void found() {
        town = towns.found();
        reader =
                town.withAccount(
                        "Siti Serba Bisa",
                        Role.RA_HEAD,
                        Role.RA_OFFICER,
                        Role.ADMINISTRATOR,
                        Role.MAIL_ADMINISTRATOR,
                        Role.AGENCY_ADMIN);
    }

    /** Those with a page of their own; the members of a batch stand on the page of the batch. */
    private Stream<Listing<?>> shown() {
        return listings.stream().filter(one -> !one.name().equals("anggota"));
    }

    @Test
    void no_two_lists_share_a_name() {
        assertThat(listings).extracting(Listing::name).doesNotHaveDuplicates();
        assertThat(listings).hasSizeGreaterThan(20);
    }

    @Test
    void every_list_is_shown_from_any_row_on_in_any_order_and_with_any_words() {
        shown().forEach(one -> {
            for (String query :
                    List.of(
                            "",
                            "?sesudah=00000000-0000-4000-8000-00000000dead",
                            "?urut=-tiada&keadaan=tiada&pd=x&dari=2026-02-31&sampai=kemarin",
                            "?dari=2026-01-01&sampai=2026-12-31&cari=%25_'siti",
                            "?cari=~bukan-segel",
                            "?cari=3577010101800001")) {
                assertThat(get(one.path() + query)).as(one.name() + query).hasStatusOk();
            }
        });
    }

    @Test
    void what_was_typed_stands_sealed_in_the_address_and_in_clear_in_the_field() {
        shown().filter(one -> !one.searchKey().isEmpty())
                .forEach(one -> {
                    MvcTestResult sent =
                            post("/cari/" + one.name(), Map.of("cari", "Siti 3577010101800001"));
                    String location = sent.getResponse().getHeader("Location");
                    assertThat(location)
                            .as(one.name())
                            .contains(one.path(), "cari=~")
                            .doesNotContainIgnoringCase("siti")
                            .doesNotContain("3577010101800001");
                    assertThat(http.get().uri(URI.create(location)).cookie(reader.session()))
                            .as(one.name())
                            .hasStatusOk()
                            .bodyText()
                            .contains("value=\"Siti 3577010101800001\"");
                });
    }

    @Test
    void every_list_goes_out_as_csv_and_xlsx_and_each_leaves_a_record() {
        long lists =
                shown().peek(
                                one -> {
                                    for (String form : List.of("csv", "xlsx")) {
                                        assertThat(
                                                        post(
                                                                "/ekspor/" + one.name(),
                                                                Map.of("bentuk", form)))
                                                .as(one.name() + " as " + form)
                                                .hasStatusOk()
                                                .hasHeader(
                                                        "Content-Disposition",
                                                        "attachment; filename=\"%s-%s.%s\""
                                                                .formatted(
                                                                        one.name(),
                                                                        town.government().slug(),
                                                                        form));
                                    }
                                })
                        .toList()
                        .size();

        assertThat(audit.list(town.id(), "page.export", "", null, true, 100))
                .hasSize((int) lists * 2);
    }

    @Test
    void a_list_of_others_is_neither_shown_nor_given_to_who_may_not_read_it() {
        Cookie nobody = town.withAccount("Bukan Siapa-siapa").session();
        shown().filter(one -> !one.isPersonal())
                .filter(one -> !one.command().equals("organization.systems"))
                .filter(one -> !one.command().startsWith("revocation.view"))
                .forEach(one -> {
                    assertThat(http.get().uri(town.at(one.path())).cookie(nobody))
                            .as(one.name())
                            .hasStatus(403);
                    assertThat(
                                    http.post()
                                            .uri(town.at("/ekspor/" + one.name()))
                                            .cookie(nobody)
                                            .with(Forms.body()))
                            .as(one.name())
                            .hasStatus(403);
                });
    }

    private MvcTestResult get(String path) {
        return http.get().uri(URI.create(town.at(path))).cookie(reader.session()).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> fields) {
        var request = http.post().uri(town.at(path)).cookie(reader.session());
        fields.forEach(request::param);
        return request.with(Forms.body()).exchange();
    }
}
