package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import id.pamong.Pamong;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.TestClock;
import id.pamong.testkit.TestInstallation;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** Passkeys with Chromium's own authenticator: enrol, sign in, show as second factor, remove. */
@Tag("long")
@SpringBootTest(classes = Pamong.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = PasskeyJourneyTest.AtLocalhost.class)
@Import(TestClock.class)
class PasskeyJourneyTest {
    private static int port;

    @Autowired private Towns towns;
    @Autowired private MutableClock clock;

    /** Passkeys are bound to a name, never to a number: the address must be known beforehand. */
    static final class AtLocalhost extends TestInstallation {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            super.initialize(context);
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            TestPropertyValues.of(
                            "server.port=" + port, "pamong.public-url=http://localhost:" + port)
                    .applyTo(context);
        }
    }

    @Test
    void a_passkey_is_made_shown_and_removed_in_the_browser() {
        Town town = towns.found();
        Citizen budi = town.withAccount("Budi Santoso");
        String base = "http://localhost:" + port + town.at("/");
        try (Browser browser = new Browser()) {
            Browser.Visitor visitor = browser.visitor(base, Browser.OFFICE, "id-ID");
            Page page = visitor.page();
            Authenticator authenticator = new Authenticator(page);

            page.navigate(base + "masuk");
            visitor.look("kunci-sandi-masuk");
            page.fill("#who", budi.nip());
            page.fill("#password", Towns.PASSWORD);
            page.click("main form button[type=submit]");
            page.waitForURL("**/akun/faktor**");
            page.click("main a[href$='/akun/kunci-sandi']");
            visitor.look("kunci-sandi-kosong");
            page.fill("#label", "Komputer kantor");
            page.click("[data-passkey=create] button");
            page.waitForSelector("text=Cetak kode cadangan");
            page.navigate(base + "akun/kunci-sandi");
            assertThat(page.textContent("main")).contains("Komputer kantor");
            visitor.show("kunci-sandi-daftar");
            assertThat(authenticator.credentials()).isEqualTo(1);

            page.fill("#label", "Sekali lagi");
            page.click("[data-passkey=create] button");
            page.waitForSelector(".passkey-said:has-text('sudah punya kunci sandi')");

            page.click("form[action$='/keluar'] button");
            page.navigate(base + "masuk");
            page.click("[data-passkey=show] button");
            page.waitForURL("**/beranda");

            clock.advance(Duration.ofMinutes(11));
            page.navigate(base + "akun/kata-sandi");
            page.waitForURL("**/kode?**");
            visitor.look("kunci-sandi-faktor");
            page.click("[data-passkey=show] button");
            page.waitForURL("**/akun/kata-sandi");

            authenticator.verifies(false);
            clock.advance(Duration.ofMinutes(11));
            page.navigate(base + "akun/kata-sandi");
            page.click("[data-passkey=show] button");
            page.waitForSelector(".passkey-said:has-text('tidak jadi dipakai')");

            Browser.Visitor phone = browser.visitor(base, Browser.PHONE, "en-GB");
            phone.page().context().addCookies(page.context().cookies());
            phone.page().navigate(base + "akun/kunci-sandi?lang=en");
            phone.look("kunci-sandi-daftar-ponsel-en");
            phone.page().navigate("http://127.0.0.1:" + port + town.at("/masuk?lang=en"));
            phone.page().click("[data-passkey=show] button");
            phone.page().waitForSelector(".passkey-said:has-text('official address')");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** Chromium's virtual authenticator, over the DevTools protocol. */
    private static final class Authenticator {
        private final CDPSession tools;
        private final String id;

        Authenticator(Page page) {
            tools = page.context().newCDPSession(page);
            tools.send("WebAuthn.enable");
            JsonObject options = new JsonObject();
            options.addProperty("protocol", "ctap2");
            options.addProperty("transport", "internal");
            options.addProperty("hasResidentKey", true);
            options.addProperty("hasUserVerification", true);
            options.addProperty("isUserVerified", true);
            options.addProperty("automaticPresenceSimulation", true);
            JsonObject wanted = new JsonObject();
            wanted.add("options", options);
            id =
                    tools.send("WebAuthn.addVirtualAuthenticator", wanted)
                            .get("authenticatorId")
                            .getAsString();
        }

        void verifies(boolean verified) {
            JsonObject wanted = new JsonObject();
            wanted.addProperty("authenticatorId", id);
            wanted.addProperty("isUserVerified", verified);
            tools.send("WebAuthn.setUserVerified", wanted);
        }

        int credentials() {
            JsonObject wanted = new JsonObject();
            wanted.addProperty("authenticatorId", id);
            return tools.send("WebAuthn.getCredentials", wanted)
                    .getAsJsonArray("credentials")
                    .size();
        }
    }
}
