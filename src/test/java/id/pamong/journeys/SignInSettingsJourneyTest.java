package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import id.pamong.Pamong;
import id.pamong.office.identity.Role;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.OidcServer;
import id.pamong.testkit.TestClock;
import id.pamong.testkit.TestInstallation;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** What an administrator and a head set about sign-in, leave and waiting. */
@Tag("long")
@SpringBootTest(
        classes = Pamong.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "pamong.sso.loopback=true")
@ContextConfiguration(initializers = TestInstallation.class)
@Import(TestClock.class)
class SignInSettingsJourneyTest {
    @LocalServerPort private int port;
    @Autowired private Towns towns;
    @Autowired private MutableClock clock;

    @Test
    void networks_single_sign_on_leave_and_waiting_times_are_set_in_the_pages() {
        Town town = towns.found();
        Citizen ani = town.withAccount("Ani Wijaya", Role.ADMINISTRATOR, Role.RA_HEAD);
        Citizen budi = town.withAccount("Budi Santoso");
        String base = "http://localhost:" + port + town.at("/");
        try (OidcServer provider = new OidcServer(clock);
                Browser browser = new Browser()) {
            Browser.Visitor visitor = browser.visitor(base, Browser.OFFICE, "id-ID");
            enter(visitor, ani);
            Page page = visitor.page();
            page.navigate(base + "pengelola/jaringan");
            page.fill("#label", "Balai Kota");
            page.fill("#network", "103.12.84.0/8");
            page.click("main form button[type=submit]");
            visitor.look("jaringan-ditolak");
            page.fill("#network", "103.12.84.0/24");
            page.click("main form button[type=submit]");
            assertThat(page.textContent("main")).contains("103.12.84.0/24");

            page.navigate(base + "pengelola/sso");
            page.fill("#issuer", provider.issuer());
            page.fill("#clientId", OidcServer.CLIENT);
            page.fill("#clientSecret", OidcServer.SECRET);
            page.fill("#label", "SSO Kota Contoh");
            page.check("input[name=active]");
            page.click("main form button[type=submit]");
            page.waitForURL("**tersimpan**");
            visitor.show("sso-pengaturan");

            page.navigate(base + "cuti");
            page.fill("#from", "2026-01-05");
            page.fill("#until", "2026-01-01");
            page.fill("#deputy", budi.nip());
            page.click("main form.card button[type=submit]");
            visitor.show("cuti-ditolak");
            page.fill("#from", "2027-03-01");
            page.fill("#until", "2027-03-05");
            page.fill("#deputy", "");
            page.click("main form.card button[type=submit]");
            page.waitForURL("**tersimpan**");
            assertThat(page.textContent("main")).contains("Ani Wijaya", "Akan datang");
            visitor.look("cuti");
            page.navigate(base + "pengelola/admin-pd?pegawai=budi");
            page.click("text=Tunjuk sebagai admin");
            page.waitForURL("**ditunjuk**");
            assertThat(page.textContent("main")).contains("Budi Santoso", "Berlaku");
            visitor.look("admin-pd");
            page.navigate(base + "pengelola/waktu-tunggu");
            visitor.look("waktu-tunggu");

            Browser.Visitor phone = browser.visitor(base, Browser.PHONE, "en-GB");
            phone.page().navigate(base + "masuk?lang=en");
            phone.look("sso-masuk-ponsel-en");
            enter(phone, ani);
            phone.page().navigate(base + "cuti?lang=en");
            phone.look("cuti-ponsel-en");
            assertThat(browser.complaints()).isEmpty();
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
