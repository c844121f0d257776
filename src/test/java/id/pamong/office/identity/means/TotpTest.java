package id.pamong.office.identity.means;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /** RFC 6238, appendix B, SHA-1; the last six of its eight digits. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void the_codes_are_those_of_the_standard(long seconds, String code) {
        assertThat(new String(Totp.code(SECRET, seconds / 30), StandardCharsets.US_ASCII))
                .isEqualTo(code);
        assertThat(Totp.step(SECRET, bytes(code), Instant.ofEpochSecond(seconds), 0))
                .hasValue(seconds / 30);
    }

    @Test
    void a_clock_half_a_minute_off_is_forgiven_and_more_is_not() {
        Instant now = Instant.ofEpochSecond(1_000_000_000);
        long step = 1_000_000_000 / 30;

        assertThat(Totp.step(SECRET, Totp.code(SECRET, step - 1), now, 0)).hasValue(step - 1);
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step + 1), now, 0)).hasValue(step + 1);
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step - 2), now, 0)).isEmpty();
    }

    @Test
    void a_used_time_step_is_refused() {
        Instant now = Instant.ofEpochSecond(1_000_000_000);
        long step = 1_000_000_000 / 30;

        assertThat(Totp.step(SECRET, Totp.code(SECRET, step), now, step)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step - 1), now, step)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step + 1), now, step)).hasValue(step + 1);
    }

    @ParameterizedTest
    @CsvSource({"'12345'", "'1234567'", "'12a456'", "''", "'１２３４５６'"})
    void what_is_not_six_digits_is_refused(String typed) {
        assertThat(Totp.step(SECRET, bytes(typed), Instant.EPOCH, -5)).isEmpty();
    }

    @Test
    void spaces_do_not_matter() {
        assertThat(Totp.step(SECRET, bytes("287 082"), Instant.ofEpochSecond(59), 0)).hasValue(1);
    }

    @Test
    void the_secret_is_written_in_base32() {
        assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.base32(bytes("foobar"))).isEqualTo("MZXW6YTBOI");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
