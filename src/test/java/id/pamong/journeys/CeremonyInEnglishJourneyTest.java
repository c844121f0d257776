package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.demo.Figure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The ceremony of the first run as someone reads it whose browser asks for English. */
@Journey
@Tag("long")
@TestPropertySource(properties = "journey.house=of-its-own")
class CeremonyInEnglishJourneyTest {
    @Autowired private City city;

    @Test
    void the_ceremony_is_held_in_english_to_the_printed_codes() {
        try (Browser browser = new Browser()) {
            new CeremonySteps(city, browser, Browser.ENGLISH).ceremony();
            assertThat(city.claimCode(Figure.HEAD)).isPresent();
            assertThat(city.claimCode(Figure.SECOND_OFFICER)).isPresent();
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
