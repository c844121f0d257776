package id.pamong.office.administration;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.audit.AuditTrail;
import id.pamong.office.identity.Role;
import id.pamong.testkit.Forms;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RoomTest
class ListsTest {
    private static final Pattern NAME =
            Pattern.compile("/pengelola/pegawai/[0-9a-f-]{36}\">([^<]+)<");
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*sesudah=[^\"]*)\"");

    @Autowired private MockMvcTester http;
    @Autowired private Towns towns;
    @Autowired private AuditTrail audit;
    private Town town;
    private Citizen administrator;

    @BeforeEach
    void fill() {
        town = towns.found();
        administrator = town.withAccount("Admin", Role.ADMINISTRATOR);
        for (int i = 0; i < 60; i++) {
            town.person("Pegawai " + (char) ('A' + i % 26) + (char) ('A' + i / 26));
        }
    }

    @Test
    void every_row_stands_on_exactly_one_page_in_either_order() throws Exception {
        Set<String> up = new LinkedHashSet<>();
        int rows = walk("/pengelola/pegawai?urut=nama", up);
        Set<String> down = new LinkedHashSet<>();
        walk("/pengelola/pegawai?urut=-nama", down);

        assertThat(rows).isEqualTo(61);
        assertThat(up).hasSize(61);
        assertThat(up.stream().toList().reversed()).isEqualTo(down.stream().toList());
    }

    @Test
    void the_beginnings_of_words_find_a_name() throws Exception {
        assertThat(names(get("/pengelola/pegawai?cari=BA+pega")))
                .containsExactly("Pegawai BA, S.Kom.");
        assertThat(names(get("/pengelola/pegawai?cari=egawai"))).isEmpty();
    }

    @Test
    void a_heading_says_how_it_is_sorted_and_turns_the_order() throws Exception {
        String page = get("/pengelola/pegawai");

        assertThat(page).contains("aria-sort=\"ascending\"").contains("urut=-nama");
    }

    @Test
    void an_export_holds_all_rows_masked_and_leaves_a_record() throws Exception {
        town.person("=HYPERLINK(1)");

        MvcTestResult result = post("/ekspor/pegawai", Map.of("bentuk", "csv", "urut", "nama"));

        String text =
                new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(63);
        assertThat(text)
                .contains("••••")
                .contains("'=HYPERLINK")
                .doesNotContain(administrator.nik());
        assertThat(result.getResponse().getHeader("Content-Disposition"))
                .contains("pegawai-" + town.government().slug() + ".csv");
        assertThat(audit.list(town.id(), "page.export", "", null, true, 5)).hasSize(1);
    }

    @Test
    void an_export_in_clear_needs_a_reason_and_the_second_factor() throws Exception {
        MvcTestResult without =
                send(
                        "/ekspor/pegawai/lengkap",
                        Map.of("bentuk", "csv", "reason", "Rekonsiliasi BKPSDM"),
                        administrator.sessionWithoutFactor());

        assertThat(
                        new String(
                                without.getResponse().getContentAsByteArray(),
                                StandardCharsets.UTF_8))
                .doesNotContain(administrator.nik());
        assertThat(audit.list(town.id(), "page.export-clear", "", null, true, 5)).isEmpty();

        MvcTestResult bare =
                post("/ekspor/pegawai/lengkap", Map.of("bentuk", "csv", "reason", "ya"));
        MvcTestResult good =
                post(
                        "/ekspor/pegawai/lengkap",
                        Map.of("bentuk", "csv", "reason", "Rekonsiliasi BKPSDM"));

        assertThat(bare.getResponse().getContentType()).contains("html");
        assertThat(good.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains(administrator.nik());
        assertThat(audit.list(town.id(), "page.export-clear", "", null, true, 5)).hasSize(1);
    }

    @Test
    void a_list_is_only_for_whom_it_is_meant() throws Exception {
        Citizen nobody = town.withAccount("Bukan Admin");

        MvcTestResult result = send("/ekspor/pegawai", Map.of("bentuk", "csv"), nobody.session());

        assertThat(result.getResponse().getStatus()).isEqualTo(403);
    }

    private int walk(String from, Set<String> seen) throws Exception {
        int rows = 0;
        String path = town.at(from);
        while (path != null) {
            String page =
                    http.get()
                            .uri(java.net.URI.create(path))
                            .cookie(administrator.session())
                            .exchange()
                            .getResponse()
                            .getContentAsString();
            Set<String> names = names(page);
            rows += names.size();
            seen.addAll(names);
            Matcher next = NEXT.matcher(page);
            path = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        return rows;
    }

    private static Set<String> names(String page) {
        Set<String> names = new LinkedHashSet<>();
        Matcher found = NAME.matcher(page);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    private String get(String path) throws Exception {
        return http.get()
                .uri(java.net.URI.create(town.at(path)))
                .cookie(administrator.session())
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    private MvcTestResult post(String path, Map<String, String> fields) {
        return send(path, fields, administrator.session());
    }

    private MvcTestResult send(String path, Map<String, String> fields, Cookie session) {
        var request = http.post().uri(town.at(path)).cookie(session);
        fields.forEach(request::param);
        return request.with(Forms.body()).exchange();
    }
}
