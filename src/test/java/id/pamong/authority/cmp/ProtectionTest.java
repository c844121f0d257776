package id.pamong.authority.cmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.office.protection.SecretBytes;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sender chooses how a message's MAC is made, within what cannot be guessed. */
class ProtectionTest {
    private static final ASN1ObjectIdentifier SHA256 = PKCSObjectIdentifiers.id_hmacWithSHA256;

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 19, 65})
    void a_key_that_could_be_guessed_or_is_too_long_is_refused(int keyLength) {
        assertThatThrownBy(() -> mac(keyLength, SHA256)).isInstanceOf(CmpFault.class);
    }

    @Test
    void a_mac_that_is_no_hmac_is_refused() {
        assertThatThrownBy(() -> mac(32, PKCSObjectIdentifiers.md5)).isInstanceOf(CmpFault.class);
    }

    @Test
    void a_whole_key_and_a_known_mac_are_taken() {
        assertThat(mac(32, SHA256)).isEqualTo(32);
    }

    private static int mac(int keyLength, ASN1ObjectIdentifier scheme) {
        AlgorithmIdentifier algorithm =
                new AlgorithmIdentifier(
                        PKCSObjectIdentifiers.id_PBMAC1,
                        new PBMAC1Params(
                                new AlgorithmIdentifier(
                                        PKCSObjectIdentifiers.id_PBKDF2,
                                        new PBKDF2Params(
                                                new byte[16],
                                                1_000,
                                                keyLength,
                                                new AlgorithmIdentifier(SHA256))),
                                new AlgorithmIdentifier(scheme)));
        try (SecretBytes secret =
                SecretBytes.takeOver("rahasia peladen".getBytes(StandardCharsets.UTF_8))) {
            return Protection.mac(algorithm, secret).getMac().length;
        }
    }
}
