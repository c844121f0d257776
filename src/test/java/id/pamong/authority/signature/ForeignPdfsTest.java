package id.pamong.authority.signature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code ./pamong test --pdfs DIR}: every PDF of a folder and the folders below it is signed and
 * checked, or refused with a reason; {@code target/pdfs.txt} has a line for each.
 */
@EnabledIfSystemProperty(named = "pamong.pdfs", matches = ".+")
class ForeignPdfsTest {
    private static final Path FOLDER = Path.of(System.getProperty("pamong.pdfs", "."));
    private static final Path REPORT = Path.of("target", "pdfs.txt");

    @BeforeAll
    static void clear() throws IOException {
        Files.createDirectories(REPORT.getParent());
        Files.deleteIfExists(REPORT);
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> inside = Files.walk(FOLDER)) {
            return inside.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void is_signed_and_checked_or_refused_with_a_reason(Path file) throws Exception {
        String outcome = "FAILED";
        try {
            outcome = PdfTrial.of(Files.readAllBytes(file));
        } finally {
            Files.writeString(
                    REPORT,
                    "%-40s %s%n".formatted(FOLDER.relativize(file), outcome),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }
}
