package id.pamong.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ViewportSize;
import id.pamong.lifecycle.registration.CheckGroup;
import id.pamong.lifecycle.registration.ServingOffice;
import id.pamong.lifecycle.registration.TypeRoad;
import id.pamong.office.organization.PersonId;
import java.util.List;

/**
 * A serving office whose people sit at browsers, each as if just signed in.
 *
 * @param base address of the local government, without a slash at its end
 */
record Hall(Browser browser, ServingOffice office, String base) {
    static final String PASSPHRASE = "kereta pagi ke Ngawi 7";

    Hall(Browser browser, ServingOffice office, int port) {
        this(browser, office, "http://127.0.0.1:" + port + "/" + office.government().slug());
    }

    Browser.Visitor at(ViewportSize window, PersonId person) {
        Browser.Visitor visitor = browser.visitor(base + "/", window, Browser.INDONESIAN);
        visitor.page()
                .context()
                .addCookies(
                        List.of(
                                new Cookie("sesi", office.session(person))
                                        .setDomain("127.0.0.1")
                                        .setPath("/")));
        return visitor;
    }

    /** Someone who is not signed in. */
    Browser.Visitor citizen(ViewportSize window) {
        return browser.visitor(base + "/", window, Browser.INDONESIAN);
    }

    HttpVisitor withoutBrowser(PersonId person) {
        return new HttpVisitor(base, office.session(person));
    }

    /** The page that stands there, looked at in English, and then in Indonesian again. */
    void lookInEnglish(Browser.Visitor visitor, String picture) {
        String here = visitor.page().url().replaceAll("[?#].*", "");
        visitor.open(here + "?lang=en");
        visitor.look(picture + "-en");
        visitor.open(here + "?lang=id");
    }

    /** A picture of the usual kind. */
    static FilePayload scan(String name) {
        return new FilePayload(name, "image/png", TypeRoad.picture());
    }

    /** Proves the mailbox, puts in the card and asks for the letters, on the applicant's page. */
    void proveAndAsk(Browser.Visitor applicant, String email) {
        applicant.page().fill("#officialEmail", email);
        applicant.press("button[formaction$='/kode']");
        applicant.page().fill("#code", office.town().mailedCode());
        applicant.press("button[formaction$='/kode/bukti']");
        applicant.page().setInputFiles("#IDENTITY_CARD", scan("ktp.png"));
        applicant.press("button[formaction$='/berkas/IDENTITY_CARD']");
        applicant.press("button[formaction$='/surat']");
    }

    /** Superior and head of the agency give their letters from their own accounts. */
    void giveLetters() {
        Browser.Visitor superior = at(Browser.OFFICE, office.town().superior);
        superior.open(base + "/beranda");
        superior.press("main a[href*='/rekomendasi/']");
        superior.page().fill("#reason", "Diperlukan untuk tugasnya setiap hari.");
        superior.press("main form .btn-primary");
        Browser.Visitor head = at(Browser.OFFICE, office.town().head);
        head.open(base + "/beranda");
        head.press("main a[href*='/pengantar/']");
        head.press("main form .btn-primary");
    }

    /** The applicant declares that it is true and submits. */
    void submit(Browser.Visitor applicant) {
        applicant.page().reload();
        applicant.page().check("#declared");
        applicant.press("button[formaction$='/ajukan']");
        org.assertj.core.api.Assertions.assertThat(applicant.words()).contains("sudah diajukan");
    }

    /** The officer finds everything in order and signs the approval. */
    void approve(Browser.Visitor officer, Object application, String picture) {
        Page page = officer.page();
        officer.open(base + "/petugas/permohonan/" + application);
        officer.press("button[formaction$='/ambil']");
        for (CheckGroup group : CheckGroup.values()) {
            page.check("input[name='result." + group + "'][value=OK]");
        }
        page.check("input[name=outcome][value=APPROVED]");
        page.waitForSelector(".desk-ready");
        officer.look(picture);
        page.fill("#passphrase", office.passphrase());
        officer.send(() -> page.press("#passphrase", "Enter"));
        page.waitForSelector(".desk-decision-made");
    }

    /** The officer compares card and face and releases the code. */
    String identify(Browser.Visitor officer, Object application) {
        officer.open(base + "/petugas/aktivasi/" + application);
        for (var box : officer.page().locator("input[name=checks]").all()) {
            box.check();
        }
        officer.page().fill("#place", "Loket Otoritas Pendaftaran");
        officer.press("main form button[type=submit]");
        return officer.page().locator("main code.activation-code").innerText();
    }

    /** The owner types the code and walks to the receipt. */
    void activate(Browser.Visitor owner, Object application, String code) {
        owner.open(base + "/aktivasi/" + application);
        owner.page().fill("#code", code);
        owner.press("form[action$='/kode'] button");
        accept(owner);
        takeKey(owner);
    }

    /** Passphrase and receipt. */
    void takeKey(Browser.Visitor owner) {
        owner.page().fill("#passphrase", PASSPHRASE);
        owner.page().fill("#passphraseRepeat", PASSPHRASE);
        owner.press("form[action$='/passphrase'] button");
        owner.page().fill("#passphrase", PASSPHRASE);
        owner.press("form[action$='/tanda-terima'] button");
        owner.page().waitForSelector("a[href$='/tanda-terima.pdf']");
    }

    /** Statement and agreement. */
    void accept(Browser.Visitor owner) {
        for (String step : List.of("/ketentuan", "/perjanjian")) {
            owner.page().check("#accepted");
            owner.press("form[action$='" + step + "'] button");
        }
    }
}
