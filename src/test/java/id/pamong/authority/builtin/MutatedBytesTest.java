package id.pamong.authority.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.authority.builtin.issuing.Signing;
import id.pamong.authority.builtin.issuing.Template;
import id.pamong.authority.builtin.key.AuthorityKeyKind;
import id.pamong.authority.builtin.key.AuthorityNames;
import id.pamong.authority.builtin.key.Pointers;
import id.pamong.authority.builtin.key.SigningAuthority;
import id.pamong.authority.builtin.status.Ended;
import id.pamong.authority.builtin.status.OcspAnswers;
import id.pamong.authority.builtin.time.TimeStamping;
import id.pamong.authority.gateway.CertificateProfiles;
import id.pamong.authority.gateway.CertificationRequests;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.RevocationReason;
import java.math.BigInteger;
import java.net.URI;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Questions and requests with octets changed, cut, doubled and blown up, always the same ones:
 * whatever comes, an answer goes back, it is short, and it comes soon.
 */
class MutatedBytesTest {
    private static final int MUTATIONS = 4_000;
    private static final int LONGEST = 16 * 1024;
    private static final CertificateProfiles PROFILES = CertificateProfiles.ofProgram();
    private static final URI BASE = URI.create("http://pki.contoh.example");
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private static SigningAuthority issuing;
    private static SigningAuthority signer;
    private static SigningAuthority stamper;

    @BeforeAll
    static void make() {
        Signing signing = new Signing();
        SigningAuthority root =
                signing.selfSigned(
                        Template.of(
                                PROFILES.of(ProfileId.ROOT_CA),
                                AuthorityNames.root("Pemerintah Kota Contoh"),
                                "2.25.1",
                                null),
                        AuthorityKeyKind.P_256,
                        NOW);
        issuing = below(signing, root, ProfileId.ISSUING_CA, "Pamong CA contoh-1");
        signer = below(signing, issuing, ProfileId.OCSP_SIGNER, "Pamong OCSP");
        stamper = below(signing, issuing, ProfileId.TIME_STAMPING, "Pamong TSA");
    }

    @Test
    void ocsp_always_answers() throws Exception {
        OcspAnswers answers =
                new OcspAnswers(
                        issuing.certificate(),
                        signer,
                        serial ->
                                serial.testBit(0)
                                        ? new OcspAnswers.Status.Good()
                                        : new OcspAnswers.Status.Revoked(
                                                new Ended(NOW, RevocationReason.SUPERSEDED, null)));
        CertificateID id =
                new CertificateID(
                        new BcDigestCalculatorProvider().get(CertificateID.HASH_SHA1),
                        issuing.certificate(),
                        BigInteger.valueOf(4711));
        List<byte[]> seeds =
                List.of(
                        new OCSPReqBuilder().addRequest(id).build().getEncoded(),
                        new OCSPReqBuilder()
                                .addRequest(id)
                                .addRequest(id)
                                .setRequestExtensions(
                                        new Extensions(
                                                new Extension(
                                                        OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                                                        false,
                                                        new DEROctetString(new byte[32])
                                                                .getEncoded())))
                                .build()
                                .getEncoded());
        int answered =
                tried(
                        seeds,
                        octets -> {
                            answers.plainQuestion(octets);
                            return answers.answer(octets, NOW).der();
                        },
                        answer -> {
                            try {
                                return new OCSPResp(answer).getStatus() == OCSPResp.SUCCESSFUL;
                            } catch (java.io.IOException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        assertThat(answered).as("some mutations are still questions").isPositive();
    }

    @Test
    void the_time_stamping_authority_always_answers() throws Exception {
        TimeStamping stamping =
                new TimeStamping(
                        stamper, issuing.certificate(), "2.25.1.5", Instant.EPOCH, () -> true);
        TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        List<byte[]> seeds =
                List.of(
                        requests.generate(TSPAlgorithms.SHA256, new byte[32], BigInteger.TEN)
                                .getEncoded(),
                        requests.generate(TSPAlgorithms.SHA512, new byte[64]).getEncoded());
        int granted =
                tried(
                        seeds,
                        octets -> stamping.answer(octets, NOW),
                        answer -> {
                            try {
                                return new TimeStampResponse(answer).getStatus() == 0;
                            } catch (java.io.IOException | org.bouncycastle.tsp.TSPException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        assertThat(granted).as("some mutations are still requests").isPositive();
    }

    @Test
    void a_certification_request_is_read_or_refused() throws Exception {
        KeyPair pair = AuthorityKeyKind.P_256.newPair();
        KeyPair rsa = AuthorityKeyKind.RSA_2048.newPair();
        List<byte[]> seeds =
                List.of(
                        new JcaPKCS10CertificationRequestBuilder(
                                        new X500Name("CN=a.contoh.go.id,C=ID"), pair.getPublic())
                                .build(
                                        new JcaContentSignerBuilder("SHA256withECDSA")
                                                .build(pair.getPrivate()))
                                .getEncoded(),
                        new JcaPKCS10CertificationRequestBuilder(
                                        new X500Name("CN=Warga,C=ID"), rsa.getPublic())
                                .build(
                                        new JcaContentSignerBuilder("SHA256withRSA")
                                                .build(rsa.getPrivate()))
                                .getEncoded());
        tried(
                seeds,
                octets ->
                        CertificationRequests.read(octets)
                                        instanceof CertificationRequests.Reading.Read(var read)
                                ? read.keySha256()
                                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII)
                                : new byte[] {0},
                _ -> true);
    }

    /** How many answers were such; fails for a long answer, a slow one and any exception. */
    private static int tried(
            List<byte[]> seeds,
            Function<byte[], byte[]> answering,
            java.util.function.Predicate<byte[]> good) {
        int count = 0;
        for (byte[] octets : mutations(seeds)) {
            long begin = System.nanoTime();
            byte[] answer = answering.apply(octets);
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isLessThan(Duration.ofSeconds(20));
            assertThat(answer.length).isLessThan(4 * LONGEST);
            if (good.test(answer)) {
                count++;
            }
        }
        return count;
    }

    private static List<byte[]> mutations(List<byte[]> seeds) {
        Random random = new Random(20_261_125);
        List<byte[]> mutations = new ArrayList<>(seeds);
        mutations.add(new byte[0]);
        mutations.add(nested(0x30, 0x80));
        mutations.add(nested(0xa0, 0x80));
        mutations.add(nested(0x24, 0x80));
        mutations.add(new byte[] {0x30, (byte) 0x84, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff});
        while (mutations.size() < MUTATIONS) {
            byte[] octets = seeds.get(random.nextInt(seeds.size())).clone();
            for (int i = random.nextInt(4); i >= 0 && octets.length > 0; i--) {
                octets = mutated(octets, random);
            }
            mutations.add(octets);
        }
        return mutations;
    }

    private static byte[] mutated(byte[] octets, Random random) {
        int at = random.nextInt(octets.length);
        return switch (random.nextInt(6)) {
            case 0 -> {
                octets[at] ^= (byte) (1 << random.nextInt(8));
                yield octets;
            }
            case 1 -> {
                octets[at] = (byte) random.nextInt(256);
                yield octets;
            }
            case 2 -> Arrays.copyOf(octets, at);
            case 3 -> {
                byte[] doubled = Arrays.copyOf(octets, Math.min(LONGEST, octets.length + at));
                System.arraycopy(octets, 0, doubled, doubled.length - at, at);
                yield doubled;
            }
            case 4 -> {
                octets[at] = (byte) 0x84;
                yield octets;
            }
            default -> Arrays.copyOfRange(octets, at, octets.length);
        };
    }

    /** As deep as the longest request allows. */
    private static byte[] nested(int tag, int length) {
        byte[] octets = new byte[LONGEST];
        for (int i = 0; i < octets.length; i += 2) {
            octets[i] = (byte) tag;
            octets[i + 1] = (byte) length;
        }
        return octets;
    }

    private static SigningAuthority below(
            Signing signing, SigningAuthority issuer, ProfileId profile, String name) {
        KeyPair pair = AuthorityKeyKind.P_256.newPair();
        return new SigningAuthority(
                "contoh-1",
                signing.issue(
                        issuer,
                        Template.of(
                                PROFILES.of(profile),
                                AuthorityNames.of(
                                        new id.pamong.authority.gateway.SubjectName(
                                                name, "Pemerintah Kota Contoh", "ID")),
                                "2.25.1",
                                Pointers.toIssuing(BASE, "contoh-1", 0)),
                        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()),
                        NOW),
                pair.getPrivate());
    }
}
