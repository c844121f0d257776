package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import id.pamong.Pamong;
import id.pamong.office.identity.Role;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.TestClock;
import id.pamong.testkit.TestInstallation;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** An officer proposes another authority than the regulation names; the head approves. */
@SpringBootTest(classes = Pamong.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestInstallation.class)
@Import(TestClock.class)
class AuthorityChoiceJourneyTest {
    private static final String PAGE = "petugas/pilihan-penyelenggara";

    @LocalServerPort private int port;
    @Autowired private Towns towns;
    @Autowired private MutableClock clock;

    @Test
    void another_authority_is_proposed_with_a_reason_and_approved_by_the_head() {
        clock.reset();
        Town town = towns.found();
        Citizen officer = town.withAccount("Rina Lestari", Role.RA_OFFICER);
        Citizen head = town.withAccount("Hendra Gunawan", Role.RA_HEAD);
        String base = "http://localhost:" + port + town.at("/");
        try (Browser browser = new Browser()) {
            Browser.Visitor first = browser.visitor(base, Browser.OFFICE, Browser.INDONESIAN);
            enter(first, officer);
            Page page = first.page();
            page.navigate(base + PAGE);
            assertThat(first.words()).contains("Peraturan menunjuk BSrE");
            first.press("main form.card .btn-primary");
            assertThat(page.locator("#findings-from li").count()).isEqualTo(1);
            assertThat(page.locator("#findings-reason li").count()).isEqualTo(1);
            page.fill("#reason", "Sambungan ke BSrE belum ada; dipakai untuk latihan.");
            page.fill("#from", town.government().dateAt(clock.instant()).toString());
            page.selectOption("#profile", "ORGANISATION_SEAL");
            first.press("main form.card .btn-primary");
            assertThat(first.words()).contains("menunggu persetujuan kepala");
            assertThat(page.locator("button[value=approve]").count()).isZero();
            first.look("penyelenggara-diusulkan");

            Browser.Visitor second = browser.visitor(base, Browser.PHONE, Browser.ENGLISH);
            enter(second, head);
            second.page().navigate(base + PAGE + "?lang=en");
            second.press("button[value=decline]");
            assertThat(second.words()).contains("why you decline");
            second.look("penyelenggara-tolak-tanpa-alasan-en");
            second.press("button[value=approve]");
            assertThat(second.words()).contains("in force from its day");
            second.look("penyelenggara-disetujui-en");
            assertThat(browser.complaints()).isEmpty();
        } finally {
            clock.reset();
        }
    }

    private void enter(Browser.Visitor visitor, Citizen citizen) {
        visitor.page()
                .context()
                .addCookies(
                        List.of(
                                new Cookie("sesi", citizen.session().getValue())
                                        .setDomain("localhost")
                                        .setPath("/")));
    }
}
