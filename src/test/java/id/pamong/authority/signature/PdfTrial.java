package id.pamong.authority.signature;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.authority.gateway.Standing;
import id.pamong.office.regulation.Finding;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Signs a PDF that we did not make: either it is signed, every earlier byte is kept, we and poppler
 * find the signature valid; or it is refused with a sentence in both languages.
 */
final class PdfTrial {
    static final SigningDesk DESK = new SigningDesk();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private PdfTrial() {}

    /** What became of it, as a line of a report. */
    static String of(byte[] pdf) throws IOException, InterruptedException {
        Instant before = Instant.now();
        String outcome = outcome(pdf);
        assertThat(Duration.between(before, Instant.now())).isLessThan(PATIENCE);
        return outcome;
    }

    private static String outcome(byte[] pdf) throws IOException, InterruptedException {
        PdfInspection inspection = DESK.signing.inspect(DocumentSource.of(pdf));
        if (!inspection.findings().isEmpty()) {
            return refused(inspection.findings());
        }
        SigningRequest request = DESK.request(DESK.owner, block(inspection.pages().getFirst()));
        return switch (DESK.signing.prepare(DocumentSource.of(pdf), request)) {
            case PreparationOutcome.Refused(List<Finding> findings) -> refused(findings);
            case PreparationOutcome.Prepared(PreparedSignature prepared) -> {
                try (prepared) {
                    yield switch (DESK.signing.complete(
                            prepared, DESK.owner.sign(prepared.toBeSigned()))) {
                        case CompletionOutcome.Signed(SignedPdf signed, CheckReport report) ->
                                signed(pdf, signed.bytes());
                        case CompletionOutcome.NotAccepted(CheckReport report) ->
                                refused(
                                        List.of(
                                                Finding.blocking(
                                                        "signing.not-accepted",
                                                        "document",
                                                        report.reason().name())));
                        case CompletionOutcome other -> throw new AssertionError(other.toString());
                    };
                }
            }
        };
    }

    /** As large as the page allows; none on one that is too small for any. */
    private static @Nullable SignatureBlock block(PdfInspection.Page page) {
        double width = Math.min(230, page.width());
        double height = Math.min(100, page.height());
        return width < 150 || height < 60
                ? null
                : DESK.block(new SignaturePlacement(1, 0, 0, width, height), Standing.TRIAL);
    }

    private static String signed(byte[] pdf, byte[] signed)
            throws IOException, InterruptedException {
        assertThat(Arrays.copyOf(signed, pdf.length)).as("earlier bytes").isEqualTo(pdf);
        assertThat(DESK.check(signed).reason()).isEqualTo(ReasonCode.VALID_TRIAL);
        Path output = Files.createTempFile("signed", ".pdf");
        try {
            Files.write(output, signed);
            Process process =
                    new ProcessBuilder("pdfsig", output.toString())
                            .redirectErrorStream(true)
                            .start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String last = said.substring(Math.max(0, said.lastIndexOf("Signature #")));
            assertThat(last).as(said).contains("Signature is Valid");
        } finally {
            Files.delete(output);
        }
        return "signed, valid for pdfsig";
    }

    private static String refused(List<Finding> findings) throws IOException {
        for (Finding finding : findings) {
            for (String language : List.of("id", "en")) {
                assertThat(sentences(language)).containsKey("finding." + finding.code());
            }
        }
        return "refused: " + String.join(", ", findings.stream().map(Finding::code).toList());
    }

    private static Properties sentences(String language) throws IOException {
        Properties all = new Properties();
        try (Stream<Path> files = Files.list(Path.of("src", "main", "resources", "messages"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith("_" + language + ".properties"))
                            .toList()) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    all.load(reader);
                }
            }
        }
        return all;
    }
}
