package id.pamong.office.administration;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.lifecycle.enrollment.CollectiveDesk;
import id.pamong.lifecycle.subscriber.Duty;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.ImportColumn;
import id.pamong.office.organization.PeopleImport;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListQuery;
import id.pamong.office.page.Listing;
import id.pamong.testkit.Forms;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
    @Autowired private Permissions permissions;
    @Autowired private CollectiveDesk collectives;
    @Autowired private PeopleImport peopleImport;
    private Town town;
    private Citizen reader;
    private Map<String, UUID> parents;

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
        parents = parents();
    }

    /** What a list stands below, by its name: the batch of its members, the file of its lines. */
    private Map<String, UUID> parents() {
        CollectiveDesk.Preparing batch =
                collectives.prepare(
                        reader.actor(),
                        new CollectiveDesk.Wish("Guru SMP", Set.of(Duty.LETTER), ""),
                        Set.of(town.person("Ani Lestari").id()));
        assertThat(batch).isInstanceOf(CollectiveDesk.Preparing.Prepared.class);
        UUID file =
                peopleImport.keep(
                        town.id(),
                        "pegawai.csv",
                        Stream.of(ImportColumn.values())
                                .map(ImportColumn::heading)
                                .collect(Collectors.joining(";", "", "\n3577010101800001;1;Siti"))
                                .getBytes(StandardCharsets.UTF_8),
                        reader.account().value());
        peopleImport.work(town.id(), file, Duration.ofMinutes(1));
        return Map.of(
                "anggota",
                ((CollectiveDesk.Preparing.Prepared) batch).batch().value(),
                "laporan-impor",
                file);
    }

    private String path(Listing<?> listing) {
        return listing.path(new ListQuery("", parent(listing), "", false, null, 1));
    }

    /** The filter that says below what it stands; none for most. */
    private Map<String, String> parent(Listing<?> listing) {
        return listing.filters(permissions.reader(town.government(), reader.actor())).stream()
                .filter(filter -> filter.isTab() && filter.choices().isEmpty())
                .collect(
                        Collectors.toMap(
                                ListFilter::name,
                                filter ->
                                        Objects.requireNonNull(
                                                        parents.get(listing.name()), listing.name())
                                                .toString()));
    }

    @Test
    void no_two_lists_share_a_name() {
        assertThat(listings).extracting(Listing::name).doesNotHaveDuplicates();
        assertThat(listings).hasSizeGreaterThan(20);
    }

    @Test
    void every_list_is_shown_from_any_row_on_in_any_order_and_with_any_words() {
        listings.forEach(one -> {
            for (String query :
                    List.of(
                            "",
                            "?sesudah=00000000-0000-4000-8000-00000000dead",
                            "?urut=-tiada&keadaan=tiada&pd=x&dari=2026-02-31&sampai=kemarin",
                            "?dari=2026-01-01&sampai=2026-12-31&cari=%25_'siti",
                            "?cari=~bukan-segel",
                            "?cari=3577010101800001")) {
                assertThat(get(path(one) + query)).as(one.name() + query).hasStatusOk();
            }
        });
    }

    @Test
    void what_was_typed_stands_sealed_in_the_address_and_in_clear_in_the_field() {
        listings.stream()
                .filter(one -> !one.searchKey().isEmpty())
                .forEach(one -> {
                    MvcTestResult sent =
                            post(
                                    "/cari/" + one.name(),
                                    with(parent(one), "cari", "Siti 3577010101800001"));
                    String location = sent.getResponse().getHeader("Location");
                    assertThat(location)
                            .as(one.name())
                            .contains(path(one), "cari=~")
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
                listings.stream()
                        .peek(one -> {
                            for (String form : List.of("csv", "xlsx")) {
                                assertThat(
                                                post(
                                                        "/ekspor/" + one.name(),
                                                        with(parent(one), "bentuk", form)))
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
        listings.stream()
                .filter(one -> !one.isPersonal())
                .filter(one -> !one.command().equals("organization.systems"))
                .filter(one -> !one.command().startsWith("revocation.view"))
                .forEach(one -> {
                    assertThat(http.get().uri(town.at(path(one))).cookie(nobody))
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

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> all = new HashMap<>(fields);
        all.put(name, value);
        return all;
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
