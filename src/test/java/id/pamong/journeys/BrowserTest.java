package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrowserTest {
    @Test
    void axe_names_what_a_screen_reader_would_miss() {
        try (Browser browser = new Browser()) {
            var visitor = browser.visitor("http://127.0.0.1/", Browser.OFFICE, "id-ID");
            visitor.page()
                    .setContent(
                            "<html lang=id><title>x</title><main><img src='data:,'></main></html>");
            visitor.look("axe-works");
            assertThat(browser.complaints()).anyMatch(line -> line.contains("image-alt"));
        }
    }
}
