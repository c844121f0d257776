package id.pamong.authority.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every PDF of a folder is signed, checked here and by poppler, or refused with a reason. */
@Tag("long")
@EnabledIfSystemProperty(named = "pdfs", matches = ".+")
class ForeignPdfsTest {
    private static final SigningDesk DESK = new SigningDesk();

    static List<Path> files() throws IOException {
        try (Stream<Path> inside = Files.list(Path.of(System.getProperty("pdfs")))) {
            return inside.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void is_signed_and_checked_or_refused_with_a_reason(Path file) throws Exception {
        byte[] pdf = Files.readAllBytes(file);
        PdfInspection inspection = DESK.signing.inspect(DocumentSource.of(pdf));
        if (!inspection.findings().isEmpty()) {
            System.out.println(file.getFileName() + " " + inspection.findings());
            return;
        }
        PdfInspection.Page page = inspection.pages().getFirst();
        SignaturePlacement at =
                new SignaturePlacement(
                        1, 0, 0, Math.min(230, page.width()), Math.min(100, page.height()));
        byte[] signed = DESK.sign(pdf, DESK.owner, at);

        assertThat(DESK.check(signed).reason()).isEqualTo(ReasonCode.VALID_TRIAL);
        Path output = Files.createTempFile("signed", ".pdf");
        try {
            Files.write(output, signed);
            Process process =
                    new ProcessBuilder("pdfsig", output.toString())
                            .redirectErrorStream(true)
                            .start();
            assertThat(
                            new String(
                                    process.getInputStream().readAllBytes(),
                                    java.nio.charset.StandardCharsets.UTF_8))
                    .contains("Signature is Valid");
        } finally {
            Files.delete(output);
        }
    }
}
