package id.pamong.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** RFC 6238, appendix B; its eight digits end in our six. */
class TotpTest {
    private static final String SECRET = "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ";

    @Test
    void the_codes_are_those_of_the_rfc() {
        assertThat(at(59).code(59 / 30)).isEqualTo("287082");
        assertThat(at(59).code(1_111_111_109L / 30)).isEqualTo("081804");
        assertThat(at(59).code(20_000_000_000L / 30)).isEqualTo("353130");
    }

    @Test
    void no_code_is_given_twice() {
        Totp totp = at(59);
        assertThat(totp.next()).isEqualTo(totp.code(1));
        assertThat(totp.next()).isEqualTo(totp.code(2));
    }

    private static Totp at(long second) {
        return new Totp(SECRET, Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
    }
}
