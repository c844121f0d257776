package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import id.pamong.Pamong;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.DataUpdates;
import id.pamong.office.organization.MoveDecrees;
import id.pamong.office.organization.People;
import id.pamong.office.organization.ServiceEnd;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.TestClock;
import id.pamong.testkit.TestInstallation;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A transfer decree: brought in by one, refused first, approved by another, in effect on its day.
 */
@SpringBootTest(classes = Pamong.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestInstallation.class)
@Import(TestClock.class)
class MovesJourneyTest {
    @LocalServerPort private int port;
    @Autowired private Towns towns;
    @Autowired private People people;
    @Autowired private MoveDecrees decrees;
    @Autowired private DataUpdates updates;
    @Autowired private MutableClock clock;

    @Test
    void a_decree_with_many_names_is_read_approved_by_another_and_can_be_undone() {
        clock.reset();
        Town town = towns.found();
        Citizen ani = town.withAccount("Ani Wijaya", Role.ADMINISTRATOR);
        Citizen head = town.withAccount("Hendra Gunawan", Role.RA_HEAD);
        Citizen budi = town.person("Budi Santoso");
        Citizen siti = town.person("Siti Aminah");
        people.addAgency(town.id(), "BKPSDM", "Badan Kepegawaian", "Kepala Badan", null, null);
        LocalDate today = town.government().dateAt(clock.instant());
        String base = "http://localhost:" + port + town.at("/");
        try (Browser browser = new Browser()) {
            Browser.Visitor first = browser.visitor(base, Browser.OFFICE, Browser.INDONESIAN);
            enter(first, ani);
            Page page = first.page();
            page.navigate(base + "pengelola/sk-mutasi");
            first.press("main form .btn-primary");
            assertThat(page.locator("#findings-file li").count()).isEqualTo(1);
            assertThat(page.locator("#findings-decree li").count()).isEqualTo(1);
            page.fill("#decree", "821/77/2026");
            page.fill("#decreeOn", today.toString());
            page.fill("#from", today.minusDays(1).toString());
            page.setInputFiles("#file", list(budi, siti));
            first.press("main form .btn-primary");
            assertThat(page.inputValue("#decree")).isEqualTo("821/77/2026");
            first.look("sk-mutasi-ditolak");
            page.fill("#from", today.plusDays(7).toString());
            page.setInputFiles("#file", list(budi, siti));
            first.press("main form .btn-primary");
            assertThat(first.words()).contains("Menunggu orang kedua", "Tidak ada pegawai");
            assertThat(page.locator("form[action$='/sahkan']").count()).isZero();
            first.look("sk-mutasi-pratinjau");
            String decree = page.url();

            Browser.Visitor second = browser.visitor(base, Browser.PHONE, Browser.ENGLISH);
            enter(second, head);
            second.page().navigate(base + "beranda?lang=en");
            second.look("sk-mutasi-beranda-ponsel-en");
            second.press("a[href*='/sk-mutasi/']");
            second.look("sk-mutasi-pratinjau-ponsel-en");
            second.press("form[action$='/sahkan'] button");
            assertThat(second.words()).contains("Approved");
            second.look("sk-mutasi-disahkan-en");

            clock.advance(Duration.ofDays(7));
            LocalDate day = town.government().dateAt(clock.instant());
            assertThat(
                            updates.leave(
                                    town.id(),
                                    siti.id(),
                                    new ServiceEnd(
                                            ServiceEnd.Kind.MOVED_AWAY,
                                            day.minusDays(1),
                                            "800/1/2026",
                                            day,
                                            "Pindah ke provinsi"),
                                    ani.account().value()))
                    .isEmpty();
            assertThat(decrees.makeDue(town.id())).isEqualTo(1);
            enter(first, ani);
            page.navigate(decree);
            assertThat(first.words()).contains("Sudah dipindahkan", "1 baris belum beres");
            first.look("sk-mutasi-baris-terbuka");
            first.press("form[action$='/selesaikan'] button");
            assertThat(page.locator("#findings-note li").count()).isEqualTo(1);
            page.fill("#note", "Siti Aminah sudah pindah; barisnya tidak berlaku.");
            first.press("form[action$='/selesaikan'] button");
            assertThat(first.words()).contains("Dicatat sebagai selesai");
            assertThat(page.locator("form[action$='/batalkan']").count()).isZero();
            page.navigate(base + "pengelola/sk-mutasi");
            first.look("sk-mutasi-daftar");
            assertThat(browser.complaints()).isEmpty();
        } finally {
            clock.reset();
        }
    }

    private static FilePayload list(Citizen budi, Citizen siti) {
        String file =
                "No;NIP;Nama;Perangkat Daerah Baru;Jabatan Baru\n1;"
                        + budi.nip()
                        + ";Budi Santoso;Badan Kepegawaian;Analis Kepegawaian\n2;"
                        + siti.nip()
                        + ";Siti Aminah;BKPSDM;Arsiparis\n3;199001012015011999;Tak Dikenal;BKPSDM;Arsiparis\n";
        return new FilePayload("lampiran.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8));
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
