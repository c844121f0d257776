package id.pamong.authority.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.NotFound;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.OpenSsl;
import id.pamong.testkit.RoomTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class CustodyTest {
    private static final String RIGHT = "kereta pagi ke Ngawi 7";
    private static final byte[] LETTER = "Surat".getBytes(StandardCharsets.UTF_8);

    private final LocalGovernmentId government = new LocalGovernmentId(UUID.randomUUID());

    @Autowired Custody custody;
    @Autowired TenantTransactions transactions;
    @Autowired SealedKeys keys;
    @Autowired MutableClock clock;

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void the_passphrase_signs_and_the_public_key_verifies(KeyAlgorithm algorithm) throws Exception {
        NewKey key = create(algorithm);
        assertThat(sign(key, RIGHT))
                .isInstanceOfSatisfying(
                        SigningOutcome.Signed.class,
                        signed -> assertThat(verifies(key, signed.signature())).isTrue());
    }

    @Test
    void openssl_accepts_the_request_as_proof_of_possession(@TempDir Path folder) {
        NewKey key = create(KeyAlgorithm.EC_P256);
        OpenSsl openssl = new OpenSsl(folder).file("request.der", key.csrDer());
        var said =
                openssl.run(
                        "req",
                        "-inform",
                        "DER",
                        "-in",
                        "request.der",
                        "-verify",
                        "-noout",
                        "-subject");
        assertThat(said.text())
                .contains("verify OK")
                .contains("C = ID, O = Pemerintah Kota Contoh, CN = Sri Wahyuni");
    }

    @Test
    @Article({"MDN-1.14", "MDN-17d"})
    void five_wrong_tries_block_the_key_for_fifteen_minutes_even_for_the_right_passphrase() {
        NewKey key = create(KeyAlgorithm.EC_P256);
        for (int left = 4; left >= 1; left--) {
            assertThat(sign(key, "bukan ini")).isEqualTo(new SigningOutcome.WrongPassphrase(left));
        }
        var until = clock.instant().plus(Duration.ofMinutes(15));
        assertThat(sign(key, "bukan ini")).isEqualTo(new SigningOutcome.Blocked(until));
        assertThat(sign(key, RIGHT)).isEqualTo(new SigningOutcome.Blocked(until));
        clock.advance(Duration.ofMinutes(15));
        assertThat(sign(key, "bukan ini")).isEqualTo(new SigningOutcome.WrongPassphrase(4));
        assertThat(sign(key, RIGHT)).isInstanceOf(SigningOutcome.Signed.class);
        assertThat(sign(key, "bukan ini")).isEqualTo(new SigningOutcome.WrongPassphrase(4));
    }

    @Test
    void guesses_at_the_same_moment_get_no_more_than_five_tries() throws Exception {
        NewKey key = create(KeyAlgorithm.EC_P256);
        try (ExecutorService guessers = Executors.newFixedThreadPool(8)) {
            List<Callable<SigningOutcome>> guesses =
                    Stream.generate(() -> (Callable<SigningOutcome>) () -> sign(key, "tebakan"))
                            .limit(12)
                            .toList();
            List<SigningOutcome> outcomes =
                    guessers.invokeAll(guesses).stream().map(Future::resultNow).toList();
            assertThat(outcomes)
                    .filteredOn(SigningOutcome.WrongPassphrase.class::isInstance)
                    .hasSize(4);
            assertThat(outcomes).filteredOn(SigningOutcome.Blocked.class::isInstance).hasSize(8);
        }
    }

    @Test
    void the_owners_own_parallel_signatures_never_block_the_key() throws Exception {
        NewKey key = create(KeyAlgorithm.EC_P256);
        try (ExecutorService signers = Executors.newFixedThreadPool(8)) {
            List<Callable<SigningOutcome>> signings =
                    Stream.generate(() -> (Callable<SigningOutcome>) () -> sign(key, RIGHT))
                            .limit(12)
                            .toList();
            assertThat(signers.invokeAll(signings).stream().map(Future::resultNow))
                    .allMatch(SigningOutcome.Signed.class::isInstance);
        }
    }

    @Test
    void a_passphrase_is_not_tried_inside_a_transaction() {
        NewKey key = create(KeyAlgorithm.EC_P256);
        assertThatThrownBy(() -> transactions.inTenant(government, () -> sign(key, RIGHT)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Article("MDN-1.13")
    void a_sealed_key_copied_to_another_local_government_opens_nothing() {
        NewKey key = create(KeyAlgorithm.EC_P256);
        LocalGovernmentId other = new LocalGovernmentId(UUID.randomUUID());
        assertThatThrownBy(() -> custody.sign(other, key.id(), secret(RIGHT), LETTER))
                .isInstanceOf(NotFound.class);
        SealedKey sealed =
                transactions.inTenant(government, () -> keys.byId(key.id())).orElseThrow();
        transactions.inTenant(other, () -> keys.insert(sealed, new byte[32], clock.instant()));
        assertThat(custody.sign(other, key.id(), secret(RIGHT), LETTER))
                .isEqualTo(new SigningOutcome.WrongPassphrase(4));
    }

    @Test
    void a_destroyed_key_is_gone() {
        NewKey key = create(KeyAlgorithm.EC_P256);
        custody.destroy(government, key.id());
        assertThatThrownBy(() -> sign(key, RIGHT)).isInstanceOf(NotFound.class);
    }

    @Test
    @Article("MDN-1.14")
    void of_two_changes_at_the_same_moment_the_first_stands_and_the_older_passphrase_loses() {
        NewKey key = create(KeyAlgorithm.EC_P256);
        try (OpenKey first = opened(key);
                OpenKey second = opened(key)) {
            ResealedKey early = custody.reseal(government, first, secret("sawah luas di Barat 8"));
            assertThat(custody.replace(government, early)).isTrue();
            ResealedKey late = custody.reseal(government, second, secret("bukan pemilik lagi 9"));
            assertThat(custody.replace(government, late)).isFalse();
        }
        assertThat(sign(key, "sawah luas di Barat 8")).isInstanceOf(SigningOutcome.Signed.class);
        assertThat(sign(key, "bukan pemilik lagi 9"))
                .isInstanceOf(SigningOutcome.WrongPassphrase.class);
    }

    private OpenKey opened(NewKey key) {
        return ((OpeningOutcome.Opened) custody.open(government, key.id(), secret(RIGHT))).key();
    }

    private NewKey create(KeyAlgorithm algorithm) {
        return custody.create(
                government,
                algorithm,
                secret(RIGHT),
                "CN=Sri Wahyuni,O=Pemerintah Kota Contoh,C=ID");
    }

    private SigningOutcome sign(NewKey key, String passphrase) {
        return custody.sign(government, key.id(), secret(passphrase), LETTER);
    }

    private static boolean verifies(NewKey key, byte[] signature) {
        try {
            String type = key.algorithm().name().startsWith("EC") ? "EC" : "RSA";
            Signature verifier = Signature.getInstance(key.algorithm().signatureAlgorithm());
            verifier.initVerify(
                    KeyFactory.getInstance(type)
                            .generatePublic(new X509EncodedKeySpec(key.publicKeySpki())));
            verifier.update(LETTER);
            return verifier.verify(signature);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SecretBytes secret(String text) {
        return SecretBytes.takeOver(text.getBytes(StandardCharsets.UTF_8));
    }
}
