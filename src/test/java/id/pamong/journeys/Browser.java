package id.pamong.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Debian's Chromium under Playwright. Every page that is looked at is also pictured and examined by
 * axe-core, at the width of an office screen and of a phone; what is found is gathered and asserted
 * at the end of the journey, all at once.
 */
final class Browser implements AutoCloseable {
    static final ViewportSize OFFICE = new ViewportSize(1366, 768);
    static final ViewportSize PHONE = new ViewportSize(390, 844);
    static final String INDONESIAN = "id-ID";
    static final String ENGLISH = "en-US";

    private static final Path CHROMIUM =
            Path.of(System.getProperty("pamong.chromium", "/usr/bin/chromium"));
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Path IMAGES = Path.of("docs", "images");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();

    Browser() {
        if (!Files.isExecutable(CHROMIUM)) {
            throw new IllegalStateException(
                    "Debian's chromium is missing: apt-get install chromium");
        }
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(CHROMIUM)
                                        .setHeadless(true)
                                        .setArgs(
                                                List.of(
                                                        "--headless",
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync",
                                                        "--no-first-run",
                                                        "--disable-quic",
                                                        "--lang=id")));
    }

    /** A person with a browser of their own: own cookies, own window. */
    Visitor visitor(String baseUrl, ViewportSize window, String language) {
        BrowserContext context =
                chromium.newContext(
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setBaseURL(baseUrl)
                                .setViewportSize(window)
                                .setLocale(language)
                                .setTimezoneId("Asia/Jakarta")
                                .setAcceptDownloads(true));
        context.setDefaultTimeout(10_000);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !message.text().contains("Failed to load resource")) {
                complaints.add("console of " + page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("script of " + page.url() + ": " + error));
        return new Visitor(this, page);
    }

    /** What axe-core and the consoles had to say since the last call, one line each. */
    List<String> complaints() {
        List<String> found = List.copyOf(complaints);
        complaints.clear();
        return found;
    }

    /** Pictures what every window shows last, for whoever looks for the cause of a failure. */
    @Override
    public void close() {
        int number = 0;
        for (BrowserContext context : chromium.contexts()) {
            for (Page page : context.pages()) {
                page.screenshot(
                        new Page.ScreenshotOptions()
                                .setPath(PICTURES.resolve("akhir-" + ++number + ".png"))
                                .setFullPage(true));
            }
        }
        chromium.close();
        playwright.close();
    }

    /** One person at one browser window. */
    record Visitor(Browser browser, Page page) {
        /** Opens an address and waits until the page stands. */
        void open(String address) {
            page.navigate(address);
        }

        /** Does what sends a form or follows a link, and waits for the page that comes of it. */
        void send(Runnable hand) {
            page.evaluate("() => { window.pageBefore = true; }");
            page.waitForResponse(Visitor::isPage, hand);
            page.waitForCondition(this::isNewPage);
        }

        private boolean isNewPage() {
            try {
                return Boolean.TRUE.equals(
                        page.evaluate(
                                "() => !window.pageBefore && document.readyState === 'complete'"));
            } catch (PlaywrightException betweenPages) {
                return false;
            }
        }

        /** Clicks what sends a form or follows a link, and waits for the page that comes of it. */
        void press(String selector) {
            send(() -> page.locator(selector).first().click());
        }

        /** The words of the page, without its frame. */
        String words() {
            return page.locator("main").innerText();
        }

        /**
         * Takes the pictures and lets axe-core examine the page, at the window's own width and at
         * the phone's.
         */
        void look(String picture) {
            look(picture, false);
        }

        /** Like {@link #look}; the picture also belongs into the documentation. */
        void show(String picture) {
            look(picture, true);
        }

        private void look(String picture, boolean documented) {
            ViewportSize own = page.viewportSize();
            page.evaluate("() => window.scrollTo(0, 0)");
            picture(picture, documented && own.width > PHONE.width);
            examine(picture);
            if (own.width > PHONE.width) {
                page.setViewportSize(PHONE.width, PHONE.height);
                picture(picture + "-ponsel", false);
                page.setViewportSize(own.width, own.height);
            } else if (documented) {
                documentWindow(picture);
            }
        }

        private void picture(String name, boolean documented) {
            try {
                Files.createDirectories(PICTURES);
                page.screenshot(
                        new Page.ScreenshotOptions()
                                .setPath(PICTURES.resolve(name + ".png"))
                                .setFullPage(true));
                if (documented) {
                    documentWindow(name);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Object beyond =
                    page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
            if (((Number) beyond).intValue() > 0) {
                browser.complaints.add(name + " scrolls sideways by " + beyond + " pixels");
            }
        }

        /** What stands in the window, for the documentation; only when pictures are wanted. */
        private void documentWindow(String name) {
            if (!Boolean.getBoolean("pamong.pictures")) {
                return;
            }
            try {
                Path file = PICTURES.resolve(name + "-jendela.png");
                page.screenshot(new Page.ScreenshotOptions().setPath(file));
                Files.createDirectories(IMAGES);
                Files.copy(
                        file, IMAGES.resolve(name + ".png"), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void examine(String picture) {
            AxeResults results =
                    new AxeBuilder(page)
                            // Without frames in our pages the new mode only opens a second window.
                            .setLegacyMode(true)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                            .analyze();
            results.getViolations()
                    .forEach(violation ->
                            violation
                                    .getNodes()
                                    .forEach(node ->
                                            browser.complaints.add(
                                                    "axe on "
                                                            + picture
                                                            + ": "
                                                            + violation.getId()
                                                            + " "
                                                            + node.getTarget())));
        }

        private static boolean isPage(Response response) {
            return response.request().isNavigationRequest()
                    && (response.status() < 300 || response.status() >= 400);
        }
    }
}
