package id.pamong.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
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
 * axe-core; what axe finds is gathered and asserted at the end of the journey, all at once.
 */
final class Browser implements AutoCloseable {
    static final ViewportSize OFFICE = new ViewportSize(1366, 768);
    static final ViewportSize PHONE = new ViewportSize(390, 844);

    private static final Path CHROMIUM =
            Path.of(System.getProperty("pamong.chromium", "/usr/bin/chromium"));
    private static final Path PICTURES = Path.of("target", "pictures");

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
                                                        "--disable-quic")));
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
        context.setDefaultTimeout(20_000);
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

    /** What axe-core and the consoles had to say, one line each. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    /** One person at one browser window. */
    record Visitor(Browser browser, Page page) {
        /** Takes the picture and lets axe-core examine the page. */
        void look(String picture) {
            try {
                Files.createDirectories(PICTURES);
                Path file = PICTURES.resolve(picture + ".png");
                page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
                if (Boolean.getBoolean("pamong.pictures")) {
                    Path images = Files.createDirectories(Path.of("docs", "images"));
                    Files.copy(
                            file,
                            images.resolve(picture + ".png"),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            AxeResults results =
                    new AxeBuilder(page)
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
    }
}
