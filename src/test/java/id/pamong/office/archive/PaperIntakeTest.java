package id.pamong.office.archive;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.archive.guarded.GuardedChildren;
import id.pamong.testkit.Article;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperIntakeTest {
    private static GuardedChildren children;
    private static PaperIntake intake;

    @BeforeAll
    static void start() {
        children = new GuardedChildren(256, 30, 1);
        intake =
                new PaperIntake(
                        new PaperLimits(1024 * 1024, 5, 2_000_000), children, new HeicConversion());
    }

    @AfterAll
    static void stop() throws IOException {
        children.close();
    }

    @Nested
    class Pictures {
        @Test
        void a_photo_loses_its_metadata() {
            Paper paper = accepted(SamplePapers.jpegFromPhone(300, 200, 1), "ktp.jpg");
            assertThat(paper.mediaType()).isEqualTo("image/jpeg");
            assertThat(text(paper)).doesNotContain("GPS").doesNotContain("Exif");
        }

        @Test
        void a_photo_is_turned_upright_before_its_orientation_is_forgotten() throws IOException {
            Paper paper = accepted(SamplePapers.jpegFromPhone(300, 200, 6), "ktp.jpg");
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(paper.content()));
            assertThat(image.getWidth()).isEqualTo(200);
            assertThat(image.getHeight()).isEqualTo(300);
            assertThat(isRed(image, 100, 20)).isTrue();
            assertThat(isRed(image, 100, 280)).isFalse();
        }

        @Test
        void both_hashes_are_known() {
            byte[] upload = SamplePapers.png(30, 20);
            Paper paper = accepted(upload, "scan.png");
            assertThat(paper.uploadSha256()).isEqualTo(Sha256.of(upload));
            assertThat(paper.mediaType()).isEqualTo("image/png");
        }

        @Test
        void a_picture_of_too_many_pixels_is_refused_before_it_is_decoded() {
            assertThat(refused(SamplePapers.pngBomb(), "bom.png"))
                    .isEqualTo("paper.too-many-pixels");
            assertThat(refused(SamplePapers.jpeg(2000, 1500), "besar.jpg"))
                    .isEqualTo("paper.too-many-pixels");
        }

        @Test
        void a_cut_off_picture_is_refused() {
            byte[] jpeg = SamplePapers.jpeg(800, 600);
            assertThat(refused(Arrays.copyOf(jpeg, jpeg.length / 2), "ktp.jpg"))
                    .isIn("paper.truncated", "paper.not-readable");
            byte[] png = SamplePapers.png(800, 600);
            assertThat(refused(Arrays.copyOf(png, png.length / 2), "ktp.png"))
                    .isIn("paper.truncated", "paper.not-readable");
        }

        @Test
        void what_hides_behind_a_picture_is_gone() {
            byte[] jpeg = SamplePapers.jpeg(100, 100);
            byte[] both = Arrays.copyOf(jpeg, jpeg.length + 100);
            byte[] hidden = "PK\3\4<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(hidden, 0, both, jpeg.length, hidden.length);
            assertThat(text(accepted(both, "ktp.jpg"))).doesNotContain("script");
        }
    }

    @Nested
    class Pdfs {
        @Test
        void an_unsigned_pdf_loses_author_xmp_script_and_the_position_of_its_photo()
                throws IOException {
            Paper paper = accepted(SamplePapers.pdf(2), "surat.pdf");
            assertThat(paper.pages()).isEqualTo(2);
            assertThat(paper.isSigned()).isFalse();
            assertThat(text(paper))
                    .doesNotContain("Penulis Rahasia")
                    .doesNotContain("Jejak XMP")
                    .doesNotContain("app.alert")
                    .doesNotContain("GPS");
            try (PDDocument clean = Loader.loadPDF(paper.content())) {
                assertThat(clean.getDocumentInformation().getAuthor()).isNull();
                assertThat(clean.getDocumentCatalog().getMetadata()).isNull();
                assertThat(clean.getDocumentCatalog().getOpenAction()).isNull();
                assertThat(clean.getPage(0).getResources().getXObjectNames()).isNotEmpty();
            }
        }

        @Test
        void a_signed_pdf_stays_byte_for_byte_and_says_so() {
            byte[] signed = SamplePapers.signedPdf();
            Paper paper = accepted(signed, "surat.pdf");
            assertThat(paper.isSigned()).isTrue();
            assertThat(paper.content()).isEqualTo(signed);
        }

        @Test
        void a_signed_pdf_with_something_behind_its_end_is_refused() {
            byte[] signed = SamplePapers.signedPdf();
            byte[] both = Arrays.copyOf(signed, signed.length + 4);
            System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, both, signed.length, 4);
            assertThat(refused(both, "surat.pdf")).isEqualTo("paper.mixed");
        }

        @Test
        void a_locked_pdf_is_refused() {
            assertThat(refused(SamplePapers.lockedPdf(), "surat.pdf")).isEqualTo("paper.encrypted");
        }

        @Test
        void too_many_pages_are_refused() {
            assertThat(refused(SamplePapers.pdf(6), "buku.pdf")).isEqualTo("paper.too-many-pages");
        }

        @Test
        void a_cut_off_pdf_is_refused() {
            byte[] pdf = SamplePapers.pdf(2);
            assertThat(refused(Arrays.copyOf(pdf, pdf.length - 300), "surat.pdf"))
                    .isEqualTo("paper.truncated");
        }

        @Test
        void a_pdf_whose_picture_unfolds_to_gigabytes_is_refused() {
            assertThat(refused(SamplePapers.pdfBomb(), "bom.pdf"))
                    .isEqualTo("paper.too-many-pixels");
        }
    }

    @Nested
    class OtherFiles {
        @Test
        @Article("MDN-10(3)d")
        void an_office_file_with_the_name_of_a_pdf_is_refused() {
            assertThat(
                            refused(
                                    "PK\3\4 word/document.xml".getBytes(StandardCharsets.US_ASCII),
                                    "ktp.pdf"))
                    .isEqualTo("paper.not-a-paper");
        }

        @ParameterizedTest
        @ValueSource(strings = {"<html></html>", "GIF89a", "BM", "<svg/>", "II*\0"})
        void other_formats_are_refused(String start) {
            assertThat(refused((start + "x".repeat(100)).getBytes(StandardCharsets.US_ASCII), "a"))
                    .isEqualTo("paper.not-a-paper");
        }

        @Test
        void an_empty_file_is_refused() {
            assertThat(refused(new byte[0], "kosong.pdf")).isEqualTo("paper.empty");
        }

        @Test
        void a_file_over_the_limit_is_refused() {
            assertThat(refused(new byte[1024 * 1024 + 1], "besar.pdf"))
                    .isEqualTo("paper.too-large");
        }

        @Test
        void a_broken_heic_is_refused_with_what_to_do() {
            byte[] heic =
                    ("\0\0\0\30ftypheic" + "\0".repeat(50)).getBytes(StandardCharsets.US_ASCII);
            assertThat(refused(heic, "IMG_0001.HEIC")).isEqualTo("paper.heic");
        }

        @Test
        void the_finding_names_the_file_without_its_folder_and_control_characters() {
            IntakeOutcome outcome = intake.accept("paper", "C:\\x\\a\u202eb\n.pdf", new byte[0]);
            assertThat(((IntakeOutcome.Refused) outcome).findings().getFirst().arguments())
                    .containsExactly("ab.pdf");
        }
    }

    @Nested
    class TheChild {
        @Test
        void a_file_that_needs_too_much_memory_kills_only_its_child() throws IOException {
            GuardedChildren small = new GuardedChildren(40, 30, 1);
            try {
                PaperIntake poor =
                        new PaperIntake(
                                new PaperLimits(20 << 20, 5, 20_000_000),
                                small,
                                new HeicConversion());
                assertThat(poor.accept("paper", "besar.jpg", SamplePapers.jpeg(4000, 3000)))
                        .asString()
                        .contains("paper.too-heavy");
                assertThat(poor.accept("paper", "kecil.jpg", SamplePapers.jpeg(40, 30)))
                        .isInstanceOf(IntakeOutcome.Accepted.class);
            } finally {
                small.close();
            }
        }

        @Test
        void a_file_that_takes_too_long_is_refused() throws IOException {
            GuardedChildren hasty = new GuardedChildren(256, 0, 1);
            try {
                PaperIntake impatient =
                        new PaperIntake(
                                new PaperLimits(20 << 20, 5, 20_000_000),
                                hasty,
                                new HeicConversion());
                assertThat(impatient.accept("paper", "ktp.jpg", SamplePapers.jpeg(400, 300)))
                        .asString()
                        .contains("paper.too-heavy");
            } finally {
                hasty.close();
            }
        }
    }

    private static Paper accepted(byte[] content, String name) {
        return switch (intake.accept("paper", name, content)) {
            case IntakeOutcome.Accepted(Paper paper) -> paper;
            case IntakeOutcome.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    private static String refused(byte[] content, String name) {
        return switch (intake.accept("paper", name, content)) {
            case IntakeOutcome.Accepted _ -> throw new AssertionError("accepted");
            case IntakeOutcome.Refused refused -> {
                assertThat(refused.findings()).hasSize(1);
                yield refused.findings().getFirst().code();
            }
        };
    }

    private static String text(Paper paper) {
        return new String(paper.content(), StandardCharsets.ISO_8859_1);
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        Color colour = new Color(image.getRGB(x, y));
        return colour.getRed() > 200 && colour.getGreen() < 60;
    }
}
