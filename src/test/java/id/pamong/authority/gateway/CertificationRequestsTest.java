package id.pamong.authority.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.gateway.CertificationRequests.Reading;
import id.pamong.testkit.OpenSsl;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests as OpenSSL makes them on an owner's host. */
class CertificationRequestsTest {
    private OpenSsl openssl;

    @BeforeEach
    void begin(@TempDir Path folder) {
        openssl = new OpenSsl(folder);
    }

    @Test
    void a_request_of_a_web_server_is_read_from_pem_and_der_alike() {
        byte[] pem =
                request(
                        "-newkey",
                        "rsa:3072",
                        "-subj",
                        "/C=ID/O=Bukan Kami/CN=Layanan.Cianjurkab.go.id",
                        "-addext",
                        "subjectAltName=DNS:api.cianjurkab.go.id,email:a@b.example,IP:10.0.0.1");

        CertificationRequest read = read(pem);

        assertThat(read.faults()).isEmpty();
        assertThat(read.algorithm()).isEqualTo(KeyAlgorithm.RSA_3072);
        assertThat(read.keyWords()).isEqualTo("RSA 3072");
        assertThat(read.hosts())
                .containsExactly("api.cianjurkab.go.id", "layanan.cianjurkab.go.id");
        assertThat(read.otherNames()).hasSize(2).first().isEqualTo("e-mail: a@b.example");
        assertThat(read(read.der()).keySha256()).isEqualTo(read.keySha256());
        assertThat(
                        read(
                                ("\r\n" + text(pem).replace("\n", "\r\n"))
                                        .getBytes(StandardCharsets.US_ASCII)))
                .extracting(CertificationRequest::keySha256)
                .isEqualTo(read.keySha256());
    }

    @Test
    void keys_too_short_or_of_another_kind_are_named() {
        assertThat(read(request("-newkey", "rsa:1024", "-subj", "/CN=a.go.id")).faults())
                .containsExactly("request.key-algorithm");
        assertThat(curve("secp256k1").faults()).containsExactly("request.key-algorithm");
        assertThat(curve("prime256v1").algorithm()).isEqualTo(KeyAlgorithm.EC_P256);
        assertThat(curve("secp384r1").algorithm()).isEqualTo(KeyAlgorithm.EC_P384);
        assertThat(read(request("-newkey", "rsa:2048", "-sha1", "-subj", "/CN=a.go.id")).faults())
                .containsExactly("request.digest-weak");
    }

    @Test
    void a_request_that_was_changed_proves_nothing() {
        byte[] der = read(request("-newkey", "rsa:2048", "-subj", "/CN=a.go.id")).der();
        der[der.length - 5] ^= 1;
        assertThat(read(der).faults()).containsExactly("request.signature");
    }

    @Test
    void a_private_key_a_certificate_and_noise_are_told_apart() {
        request("-newkey", "rsa:2048", "-subj", "/CN=a.go.id");
        assertThat(unreadable(openssl.read("key.pem"))).isEqualTo("request.private-key");
        request("-x509", "-newkey", "rsa:2048", "-subj", "/CN=a.go.id");
        assertThat(unreadable(openssl.read("out.pem"))).isEqualTo("request.certificate");
        assertThat(unreadable(new byte[CertificationRequests.LONGEST + 1]))
                .isEqualTo("request.too-long");
        assertThat(unreadable(new byte[0])).isEqualTo("request.unreadable");
    }

    @Test
    void no_bytes_make_the_reader_throw() {
        byte[] good = read(request("-newkey", "rsa:2048", "-subj", "/CN=a.go.id")).der();
        Random random = new Random(20261124);
        for (int round = 0; round < 3000; round++) {
            byte[] bent = good.clone();
            for (int change = 0; change <= round % 4; change++) {
                bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
            }
            Reading reading = CertificationRequests.read(bent);
            if (reading instanceof Reading.Read(CertificationRequest request)
                    && request.faults().isEmpty()) {
                assertThat(bent).isEqualTo(good);
            }
        }
    }

    @Test
    void a_modulus_that_anyone_can_take_apart_is_weak() {
        Random random = new Random(7);
        BigInteger one = BigInteger.probablePrime(1024, random);
        BigInteger far = BigInteger.probablePrime(1024, random);
        assertThat(KeyStrength.isWeak(one.multiply(far))).isFalse();
        assertThat(KeyStrength.isWeak(one.multiply(one.nextProbablePrime()))).isTrue();
        assertThat(KeyStrength.isWeak(one.multiply(BigInteger.valueOf(101)))).isTrue();
        // A power of 65537 modulo every small prime at once is the pattern itself.
        BigInteger product = BigInteger.TWO;
        for (int prime :
                List.of(
                        3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73,
                        79, 83, 89, 97, 101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157,
                        163, 167)) {
            product = product.multiply(BigInteger.valueOf(prime));
        }
        BigInteger patterned =
                BigInteger.valueOf(65_537)
                        .modPow(BigInteger.valueOf(12_345), product)
                        .add(product.multiply(BigInteger.TWO.pow(1800)));
        assertThat(KeyStrength.isWeak(patterned)).isTrue();
    }

    private CertificationRequest curve(String name) {
        return read(
                request(
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:" + name,
                        "-subj",
                        "/CN=a.go.id"));
    }

    private byte[] request(String... arguments) {
        List<String> command =
                new java.util.ArrayList<>(
                        List.of("req", "-new", "-nodes", "-keyout", "key.pem", "-out", "out.pem"));
        command.addAll(List.of(arguments));
        OpenSsl.Said said = openssl.run(command.toArray(String[]::new));
        assertThat(said.status()).as(said.text()).isZero();
        return openssl.read("out.pem");
    }

    private static CertificationRequest read(byte[] sent) {
        Reading reading = CertificationRequests.read(sent);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).request();
    }

    private static String unreadable(byte[] sent) {
        return ((Reading.Unreadable) CertificationRequests.read(sent)).code();
    }

    private static String text(byte[] pem) {
        return new String(pem, StandardCharsets.US_ASCII);
    }
}
