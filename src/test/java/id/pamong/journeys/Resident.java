package id.pamong.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.pamong.demo.Figure;

/** Someone of the city at a browser of their own. */
record Resident(City city, Figure figure, Browser.Visitor visitor) {
    Page page() {
        return visitor.page();
    }

    /**
     * Opens a path below the local government; shows the authenticator's code where it is asked.
     */
    void open(String path) {
        visitor.open(city.at(path));
        proveWhereAsked();
    }

    void press(String selector) {
        visitor.press(selector);
        proveWhereAsked();
    }

    void type(String selector, String text) {
        page().fill(selector, text);
    }

    void choose(String selector, String fileName, String mediaType, byte[] content) {
        page().setInputFiles(selector, new FilePayload(fileName, mediaType, content));
    }

    void look(String picture) {
        visitor.look(picture);
    }

    void show(String picture) {
        visitor.show(picture);
    }

    String words() {
        return visitor.words();
    }

    Locator find(String selector) {
        return page().locator(selector);
    }

    void signIn() {
        visitor.open(city.at("/masuk"));
        type("#who", figure.nip());
        type("#password", figure.password());
        visitor.press("main form .btn-primary");
    }

    private void proveWhereAsked() {
        if (find("main form #totp").count() == 1 && find("main form #backupCode").count() == 1) {
            type("#totp", city.totp(figure));
            visitor.press("main form .btn-primary");
        }
    }
}
