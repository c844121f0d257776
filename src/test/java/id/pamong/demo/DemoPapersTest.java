package id.pamong.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class DemoPapersTest {
    @Test
    void the_letter_has_two_pages_and_says_that_it_is_an_example() throws IOException {
        try (PDDocument letter =
                Loader.loadPDF(DemoPapers.letter(DemoCity.APPLICANT, DemoCity.GOVERNMENT))) {
            assertThat(letter.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(letter))
                    .contains("CONTOH")
                    .contains("Siti Rahmawati, S.Pd., M.Pd.");
        }
    }

    @Test
    void the_card_is_a_picture() throws IOException {
        Upload card = DemoPapers.identityCard(DemoCity.APPLICANT, DemoCity.GOVERNMENT);
        assertThat(ImageIO.read(new ByteArrayInputStream(card.content())).getWidth())
                .isEqualTo(1280);
    }

    @Test
    void nobody_is_written_into_the_file_twice() {
        assertThat(DemoCity.GOVERNMENT.everyone().stream().map(DemoPerson::nik).distinct())
                .hasSameSizeAs(DemoCity.GOVERNMENT.everyone());
        assertThat(DemoCity.GOVERNMENT.csv()).isNotEmpty();
    }
}
