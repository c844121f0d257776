package id.pamong.authority.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that no program should have made, and those of other programs. */
class HostilePdfsTest {
    private static final Map<String, HostilePdfs.Maker> ALL = HostilePdfs.all();

    private static final Set<String> READABLE =
            Set.of(
                    "object streams",
                    "linearised",
                    "PDF 2.0",
                    "uncompressed",
                    "rotated",
                    "UserUnit",
                    "a form",
                    "an empty form",
                    "a signature field that waits",
                    "signed here before",
                    "two thousand pages",
                    "MediaBox [-300",
                    "no resources");

    static Set<String> kinds() {
        return ALL.keySet();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void is_signed_and_checked_or_refused_with_a_reason(String kind) throws Exception {
        String outcome = PdfTrial.of(Objects.requireNonNull(ALL.get(kind)).make());
        assertThat(outcome)
                .as("what every reader opens is signed")
                .startsWith(READABLE.stream().anyMatch(kind::startsWith) ? "signed" : "");
    }
}
