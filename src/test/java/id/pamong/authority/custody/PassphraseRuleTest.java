package id.pamong.authority.custody;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.protection.SecretBytes;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassphraseRuleTest {
    private static final PassphraseOwner OWNER =
            new PassphraseOwner(
                    List.of("Drs. Rusdiyanto Pratama, M.Hum."),
                    List.of("196712131995031003", "3577015312670002"),
                    LocalDate.of(1967, 12, 13));

    private final PassphraseRule rule = new PassphraseRule();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kereta pagi ke Ngawi 7",
                "tujuh-ekor-kambing",
                "X7#mPq2!vLw9",
                "hujan di atap seng",
                "пароль очень длинный"
            })
    void a_long_phrase_of_ones_own_is_good(String passphrase) {
        assertThat(codes(passphrase)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "pendek, passphrase.too-short",
        "aaaaaaaaaaaa, passphrase.repetition",
        "1234567890, passphrase.row",
        "qwertyuiop12, passphrase.row",
        "abcdefghijkl, passphrase.row",
        "Password2026!, passphrase.known",
        "p4ssw0rd!!!!, passphrase.known",
        "Indonesia123, passphrase.known",
        "bismillah2026, passphrase.known",
        "SayangIbu_1970, passphrase.known",
        "walikotamadiun, passphrase.known",
        "rusdiyanto77, passphrase.of-owner",
        "19671213abcx, passphrase.of-owner",
        "13121967-rus, passphrase.of-owner",
        "199503zx1003, passphrase.of-owner"
    })
    void a_known_bad_one_is_named(String passphrase, String code) {
        assertThat(codes(passphrase)).contains(code);
    }

    @Test
    @Article("MDN-1.14")
    void all_findings_come_at_once() {
        assertThat(
                        rule.check(secret("123456"), secret("1234567"), OWNER).stream()
                                .map(Finding::code))
                .contains("passphrase.too-short", "passphrase.row", "passphrase.repeat-differs");
    }

    @Test
    void empty_endless_or_unreadable_ones_are_refused() {
        assertThat(codes("")).containsExactly("passphrase.missing");
        assertThat(codes("panjang ".repeat(40))).containsExactly("passphrase.too-long");
        byte[] broken = {(byte) 0xc3, (byte) 0x28, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'};
        assertThat(
                        rule
                                .check(
                                        SecretBytes.takeOver(broken.clone()),
                                        SecretBytes.takeOver(broken.clone()),
                                        OWNER)
                                .stream()
                                .map(Finding::code))
                .containsExactly("passphrase.unreadable");
    }

    private List<String> codes(String passphrase) {
        return rule.check(secret(passphrase), secret(passphrase), OWNER).stream()
                .map(Finding::code)
                .toList();
    }

    private static SecretBytes secret(String text) {
        return SecretBytes.takeOver(text.getBytes(StandardCharsets.UTF_8));
    }
}
