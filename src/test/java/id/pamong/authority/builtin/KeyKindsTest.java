package id.pamong.authority.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.authority.builtin.issuing.Signing;
import id.pamong.authority.builtin.issuing.Template;
import id.pamong.authority.builtin.key.AuthorityKeyKind;
import id.pamong.authority.builtin.key.AuthorityNames;
import id.pamong.authority.builtin.key.Der;
import id.pamong.authority.builtin.key.Pointers;
import id.pamong.authority.builtin.key.SigningAuthority;
import id.pamong.authority.builtin.status.OcspAnswers;
import id.pamong.authority.builtin.status.RevocationList;
import id.pamong.authority.gateway.CertificateProfiles;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.RevocationReason;
import id.pamong.authority.gateway.SubjectName;
import id.pamong.testkit.OpenSsl;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Root, issuing CA, owner, list and OCSP answer with every kind of key, checked by others. */
class KeyKindsTest {
    private static final CertificateProfiles PROFILES = CertificateProfiles.ofProgram();
    private static final URI BASE = URI.create("http://pki.contoh.example");
    private static final String ORGANIZATION = "Pemerintah Kota Contoh";

    private static final Map<AuthorityKeyKind, Made> MADE = new EnumMap<>(AuthorityKeyKind.class);

    /** Made once for each kind. */
    private record Made(
            SigningAuthority root,
            SigningAuthority issuing,
            SigningAuthority owner,
            KeyPair pair) {}

    private final Instant now = Instant.parse("2026-11-23T02:00:00Z");
    private final Signing signing = new Signing();

    @TempDir Path folder;

    private SigningAuthority root;
    private SigningAuthority issuing;
    private SigningAuthority owner;

    @ParameterizedTest
    @EnumSource(AuthorityKeyKind.class)
    void java_follows_the_path_and_the_list(AuthorityKeyKind kind) throws Exception {
        make(kind);
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        X509Certificate anchor = read(root);
        X509Certificate middle = read(issuing);
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(now));
        CertPathValidator.getInstance("PKIX")
                .validate(factory.generateCertPath(List.of(read(owner), middle)), parameters);
        X509CRL list = (X509CRL) factory.generateCRL(new ByteArrayInputStream(list().der()));
        list.verify(middle.getPublicKey());
        assertThat(list.isRevoked(read(owner))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(AuthorityKeyKind.class)
    void the_ocsp_answer_is_signed_with_the_same_kind(AuthorityKeyKind kind) throws Exception {
        make(kind);
        SigningAuthority signer =
                below(
                        issuing,
                        ProfileId.OCSP_SIGNER,
                        AuthorityNames.ocspSigner("contoh-1", ORGANIZATION),
                        // A pair at hand: keys of 4096 bits are long in the making.
                        MADE.get(kind).pair());
        byte[] answer =
                new OcspAnswers(issuing.certificate(), signer, _ -> new OcspAnswers.Status.Good())
                        .about(BigInteger.TEN, new OcspAnswers.Status.Good(), now)
                        .der();
        BasicOCSPResp basic = (BasicOCSPResp) new OCSPResp(answer).getResponseObject();
        assertThat(
                        basic.isSignatureValid(
                                new JcaContentVerifierProviderBuilder()
                                        .setProvider(new BouncyCastleProvider())
                                        .build(signer.certificate())))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = AuthorityKeyKind.class, mode = EnumSource.Mode.EXCLUDE, names = "ML_DSA_65")
    void openssl_follows_the_path_with_every_kind_it_knows(AuthorityKeyKind kind) throws Exception {
        make(kind);
        OpenSsl openssl = new OpenSsl(folder);
        write("root.pem", root);
        write("issuing.pem", issuing);
        write("owner.pem", owner);
        var said =
                openssl.run(
                        "verify",
                        "-x509_strict",
                        "-attime",
                        Long.toString(now.getEpochSecond()),
                        "-CAfile",
                        "root.pem",
                        "-untrusted",
                        "issuing.pem",
                        "owner.pem");
        assertThat(said.text()).contains("owner.pem: OK");
        openssl.file("list.der", list().der());
        assertThat(
                        openssl.run(
                                        "crl",
                                        "-inform",
                                        "DER",
                                        "-in",
                                        "list.der",
                                        "-CAfile",
                                        "issuing.pem",
                                        "-noout")
                                .text())
                .contains("verify OK");
    }

    @ParameterizedTest
    @EnumSource(value = AuthorityKeyKind.class, mode = EnumSource.Mode.EXCLUDE, names = "ML_DSA_65")
    void certtool_follows_the_path_with_every_kind_it_knows(AuthorityKeyKind kind)
            throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/certtool")),
                "certtool is not installed here (Debian package gnutls-bin)");
        make(kind);
        Path chain = folder.resolve("chain.pem");
        Files.writeString(chain, pem(owner) + pem(issuing) + pem(root));
        write("root.pem", root);
        Process certtool =
                new ProcessBuilder(
                                "certtool",
                                "--verify",
                                "--verify-profile",
                                "medium",
                                "--load-ca-certificate",
                                "root.pem",
                                "--infile",
                                "chain.pem")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(certtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(certtool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("Chain verification output: Verified.");
    }

    @Test
    void serial_numbers_are_positive_of_159_bits_and_never_the_same() {
        Set<BigInteger> seen = new HashSet<>();
        int longest = 0;
        for (int i = 0; i < 2_000; i++) {
            BigInteger serial = signing.serial();
            assertThat(serial.signum()).isPositive();
            assertThat(serial.toByteArray().length).isLessThanOrEqualTo(20);
            longest = Math.max(longest, serial.bitLength());
            assertThat(seen.add(serial)).isTrue();
        }
        assertThat(longest).isEqualTo(159);
    }

    private void make(AuthorityKeyKind kind) {
        Made made = MADE.computeIfAbsent(kind, this::made);
        root = made.root();
        issuing = made.issuing();
        owner = made.owner();
    }

    private Made made(AuthorityKeyKind kind) {
        root =
                signing.selfSigned(
                        Template.of(
                                PROFILES.of(ProfileId.ROOT_CA),
                                AuthorityNames.root(ORGANIZATION),
                                "2.25.1",
                                null),
                        kind,
                        now);
        KeyPair pair = kind.newPair();
        issuing =
                new SigningAuthority(
                        "contoh-1",
                        signing.issue(
                                root,
                                Template.of(
                                        PROFILES.of(ProfileId.ISSUING_CA),
                                        AuthorityNames.issuing("contoh-1", ORGANIZATION),
                                        "2.25.1",
                                        Pointers.toRoot(BASE)),
                                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()),
                                now),
                        pair.getPrivate());
        owner =
                below(
                        issuing,
                        ProfileId.INDIVIDUAL_SIGNATURE,
                        AuthorityNames.of(new SubjectName("Sri Wahyuni", ORGANIZATION, "ID")),
                        AuthorityKeyKind.P_256.newPair());
        return new Made(root, issuing, owner, pair);
    }

    private SigningAuthority below(
            SigningAuthority issuer,
            ProfileId profile,
            org.bouncycastle.asn1.x500.X500Name subject,
            KeyPair pair) {
        return new SigningAuthority(
                "contoh-1",
                signing.issue(
                        issuer,
                        Template.of(
                                PROFILES.of(profile),
                                subject,
                                "2.25.1",
                                Pointers.toIssuing(BASE, "contoh-1", 0)),
                        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()),
                        now),
                pair.getPrivate());
    }

    private RevocationList list() {
        return RevocationList.sign(
                issuing,
                new RevocationList.Head(
                        0,
                        7,
                        null,
                        now,
                        now.plusSeconds(3_600),
                        Pointers.crl(BASE, "contoh-1", 0),
                        Pointers.delta(BASE, "contoh-1", 0)),
                List.of(
                        new RevocationList.Entry(
                                owner.certificate().getSerialNumber(),
                                now,
                                RevocationReason.SUPERSEDED)));
    }

    private static X509Certificate read(SigningAuthority one) {
        return IssuingDesk.read(Der.of(one.certificate()));
    }

    private void write(String name, SigningAuthority one) throws Exception {
        Files.writeString(folder.resolve(name), pem(one));
    }

    private static String pem(SigningAuthority one) {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(Der.of(one.certificate()))
                + "\n-----END CERTIFICATE-----\n";
    }
}
