package id.pamong.authority.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.authority.builtin.ceremony.RootFiles;
import id.pamong.authority.builtin.issuing.Signing;
import id.pamong.authority.builtin.issuing.Template;
import id.pamong.authority.builtin.key.AuthorityKeyKind;
import id.pamong.authority.builtin.key.AuthorityNames;
import id.pamong.authority.builtin.key.Pointers;
import id.pamong.authority.builtin.key.SigningAuthority;
import id.pamong.authority.builtin.status.Ended;
import id.pamong.authority.builtin.status.OcspAnswers;
import id.pamong.authority.builtin.status.RevocationList;
import id.pamong.authority.builtin.time.TimeStamping;
import id.pamong.authority.gateway.CertificateProfiles;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.RevocationReason;
import id.pamong.authority.gateway.SubjectName;
import id.pamong.office.protection.SecretBytes;
import id.pamong.testkit.Article;
import id.pamong.testkit.OpenSsl;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the built-in authority makes, read by OpenSSL. */
class PkiByOpenSslTest {
    private static final CertificateProfiles PROFILES = CertificateProfiles.ofProgram();

    private static final URI BASE = URI.create("http://pki.contoh.example");
    private static final String POLICY = "2.25.1";

    // OpenSSL checks against its own clock, so the real one is used here.
    private final Instant now = Clock.systemUTC().instant();
    private final Signing signing = new Signing();
    private final List<RevocationList.Entry> revoked = new ArrayList<>();
    private OpenSsl openssl;
    private SigningAuthority root;
    private SigningAuthority issuing;
    private X509CertificateHolder owner;

    @BeforeEach
    void makeAuthority(@TempDir Path folder) throws IOException {
        openssl = new OpenSsl(folder);
        root =
                signing.selfSigned(
                        Template.of(
                                PROFILES.of(ProfileId.ROOT_CA),
                                AuthorityNames.root("Pemerintah Kota Contoh"),
                                "2.25.1",
                                null),
                        AuthorityKeyKind.P_256,
                        now);
        issuing =
                below(
                        root,
                        Template.of(
                                PROFILES.of(ProfileId.ISSUING_CA),
                                AuthorityNames.issuing("contoh-1", "Pemerintah Kota Contoh"),
                                "2.25.1",
                                Pointers.toRoot(BASE)));
        owner = ofIssuing(ProfileId.INDIVIDUAL_SIGNATURE, "Sri Wahyuni Lestari").certificate();
        openssl.file("root.der", root.certificate().getEncoded())
                .file("issuing.der", issuing.certificate().getEncoded())
                .file("owner.der", owner.getEncoded())
                .file("root.crl.der", crl(root, List.of()).der())
                .file("issuing.crl.der", crl(issuing, revoked).der());
        for (String name : List.of("root", "issuing", "owner")) {
            assertThat(
                            openssl.run(
                                            "x509",
                                            "-inform",
                                            "DER",
                                            "-in",
                                            name + ".der",
                                            "-out",
                                            name + ".pem")
                                    .status())
                    .isZero();
        }
    }

    @Test
    void openssl_accepts_the_chain_to_the_last_letter_of_rfc_5280() {
        var said =
                openssl.run(
                        "verify",
                        "-x509_strict",
                        "-check_ss_sig",
                        "-CAfile",
                        "root.pem",
                        "-untrusted",
                        "issuing.pem",
                        "-policy_check",
                        "owner.pem");
        assertThat(said.text()).contains("owner.pem: OK");
        assertThat(said.status()).isZero();
    }

    @Test
    @Article({"MDN-1.9", "MDN-6a"})
    void the_owners_certificate_looks_as_bsres_do() {
        String text = openssl.run("x509", "-in", "owner.pem", "-noout", "-text").text();
        assertThat(text)
                .contains("Subject: C = ID, O = Pemerintah Kota Contoh, CN = Sri Wahyuni Lestari")
                .containsPattern("Key Usage: critical\\s+Digital Signature, Non Repudiation\\n")
                .containsPattern("Extended Key Usage: critical\\s+1\\.2\\.840\\.113583\\.1\\.1\\.5")
                .contains("OCSP - URI:http://pki.contoh.example/pki/contoh-1/ocsp")
                .contains("CA Issuers - URI:http://pki.contoh.example/pki/contoh-1/ca.crt")
                .contains("URI:http://pki.contoh.example/pki/contoh-1/crl/0.crl")
                .contains("Policy: 2.25.1.1")
                .contains("ecdsa-with-SHA256")
                .doesNotContain("emailAddress")
                .doesNotContain("serialNumber");
        assertThat(
                        Duration.between(
                                owner.getNotBefore().toInstant(), owner.getNotAfter().toInstant()))
                .isBetween(Duration.ofDays(729), Duration.ofDays(731));
        assertThat(owner.getSerialNumber().signum()).isPositive();
        assertThat(owner.getSerialNumber().toByteArray().length).isLessThanOrEqualTo(20);
    }

    @Test
    @Article("MDN-15(1)")
    void openssl_reads_the_crl_and_a_revoked_certificate_fails() {
        assertThat(
                        openssl.run(
                                        "crl",
                                        "-inform",
                                        "DER",
                                        "-in",
                                        "issuing.crl.der",
                                        "-CAfile",
                                        "issuing.pem",
                                        "-noout")
                                .text())
                .contains("verify OK");
        assertThat(verifyWithCrl(List.of()).text()).contains("owner.pem: OK");
        var said =
                verifyWithCrl(
                        List.of(
                                new RevocationList.Entry(
                                        owner.getSerialNumber(),
                                        now,
                                        RevocationReason.KEY_COMPROMISE)));
        assertThat(said.text()).contains("certificate revoked");
        assertThat(said.status()).isNotZero();
    }

    @Test
    void openssl_accepts_the_answer_of_the_delegated_ocsp_signer() throws IOException {
        assertThat(ocsp("-nonce"))
                .contains("Response verify OK")
                .contains("Cert Status: good")
                .doesNotContain("WARNING");
        revoked.add(
                new RevocationList.Entry(
                        owner.getSerialNumber(), now, RevocationReason.SUPERSEDED));
        assertThat(ocsp("-no_nonce"))
                .contains("Response verify OK")
                .contains("Cert Status: revoked")
                .contains("Revocation Reason: superseded");
    }

    @Test
    void ocsp_says_unknown_of_a_serial_number_never_issued_and_nothing_of_another_ca()
            throws IOException {
        openssl.run(
                "ocsp",
                "-issuer",
                "issuing.pem",
                "-serial",
                "0x77",
                "-no_nonce",
                "-reqout",
                "request.der");
        openssl.file("answer.der", responder().answer(openssl.read("request.der"), now).der());
        assertThat(
                        openssl.run(
                                        "ocsp",
                                        "-issuer",
                                        "issuing.pem",
                                        "-serial",
                                        "0x77",
                                        "-no_nonce",
                                        "-respin",
                                        "answer.der",
                                        "-CAfile",
                                        "root.pem")
                                .text())
                .contains("Response verify OK")
                .contains("0x77: unknown");
        openssl.run(
                "ocsp",
                "-issuer",
                "root.pem",
                "-serial",
                "0x77",
                "-no_nonce",
                "-reqout",
                "other.der");
        openssl.file("answer.der", responder().answer(openssl.read("other.der"), now).der());
        assertThat(openssl.run("ocsp", "-respin", "answer.der", "-noverify").text())
                .contains("unauthorized");
        openssl.file("answer.der", responder().answer(new byte[] {1, 2, 3}, now).der());
        assertThat(openssl.run("ocsp", "-respin", "answer.der", "-noverify").text())
                .contains("malformedrequest");
    }

    @Test
    void openssl_accepts_time_stamps_of_three_digests() throws IOException {
        openssl.file("letter.txt", "Surat".getBytes(StandardCharsets.UTF_8));
        TimeStamping tsa = timeStamping(now.minusSeconds(60));
        for (String digest : List.of("-sha256", "-sha384", "-sha512")) {
            openssl.run(
                    "ts", "-query", "-data", "letter.txt", digest, "-cert", "-out", "query.tsq");
            openssl.file("reply.tsr", tsa.answer(openssl.read("query.tsq"), now));
            var said =
                    openssl.run(
                            "ts",
                            "-verify",
                            "-queryfile",
                            "query.tsq",
                            "-in",
                            "reply.tsr",
                            "-CAfile",
                            "root.pem",
                            "-untrusted",
                            "issuing.pem");
            assertThat(said.text()).contains("Verification: OK");
        }
        assertThat(openssl.run("ts", "-reply", "-in", "reply.tsr", "-text").text())
                .contains("Accuracy: 0x01 seconds");
    }

    @Test
    void a_weak_digest_a_foreign_policy_and_a_wrong_clock_get_no_time_stamp() throws IOException {
        openssl.file("letter.txt", "Surat".getBytes(StandardCharsets.UTF_8));
        TimeStamping tsa = timeStamping(now.minusSeconds(60));
        openssl.run("ts", "-query", "-data", "letter.txt", "-sha1", "-out", "query.tsq");
        assertThat(reply(tsa, now)).contains("unrecognized or unsupported algorithm");
        openssl.run(
                "ts",
                "-query",
                "-data",
                "letter.txt",
                "-sha256",
                "-tspolicy",
                "1.2.3.4",
                "-out",
                "query.tsq");
        assertThat(reply(tsa, now)).contains("policy");
        openssl.run("ts", "-query", "-data", "letter.txt", "-sha256", "-out", "query.tsq");
        assertThat(reply(tsa, now)).contains("Status: Granted");
        assertThat(reply(tsa, now.minusSeconds(30))).contains("Rejected").contains("time source");
        assertThat(reply(tsa, now.plus(Duration.ofDays(5000)))).contains("time source");
        openssl.file("query.tsq", new byte[] {0x30, 0x00});
        assertThat(reply(timeStamping(now), now)).contains("Rejected");
    }

    @Test
    void openssl_opens_the_roots_file_with_its_passphrase_and_only_with_it() throws IOException {
        RootFiles files = new RootFiles();
        byte[] pem = files.write(root, secret("tujuh belas agustus 45"));
        openssl.file("root-key.pem", pem);
        assertThat(
                        openssl.run(
                                        "pkey",
                                        "-in",
                                        "root-key.pem",
                                        "-passin",
                                        "pass:tujuh belas agustus 45",
                                        "-noout",
                                        "-text")
                                .text())
                .contains("prime256v1");
        assertThat(
                        openssl.run("pkey", "-in", "root-key.pem", "-passin", "pass:lain", "-noout")
                                .status())
                .isNotZero();
        assertThat(files.open(pem, secret("tujuh belas agustus 45"), root.certificate()))
                .isInstanceOf(RootFiles.Opening.Opened.class);
        assertThat(files.open(pem, secret("salah sama sekali"), root.certificate()))
                .isInstanceOf(RootFiles.Opening.WrongPassphrase.class);
        assertThat(files.open(pem, secret("tujuh belas agustus 45"), issuing.certificate()))
                .isInstanceOf(RootFiles.Opening.OtherRoot.class);
        assertThat(
                        files.open(
                                "bukan berkas".getBytes(StandardCharsets.UTF_8),
                                secret("x"),
                                root.certificate()))
                .isInstanceOf(RootFiles.Opening.NoRootFile.class);
    }

    private String reply(TimeStamping tsa, Instant when) {
        openssl.file("reply.tsr", tsa.answer(openssl.read("query.tsq"), when));
        return openssl.run("ts", "-reply", "-in", "reply.tsr", "-text").text();
    }

    private String ocsp(String nonce) throws IOException {
        openssl.run(
                "ocsp",
                "-issuer",
                "issuing.pem",
                "-cert",
                "owner.pem",
                nonce,
                "-reqout",
                "request.der");
        openssl.file("answer.der", responder().answer(openssl.read("request.der"), now).der());
        return openssl.run(
                        "ocsp",
                        "-issuer",
                        "issuing.pem",
                        "-reqin",
                        "request.der",
                        "-respin",
                        "answer.der",
                        "-CAfile",
                        "root.pem",
                        "-text")
                .text();
    }

    private OpenSsl.Said verifyWithCrl(List<RevocationList.Entry> entries) {
        openssl.file("issuing.crl.der", crl(issuing, entries).der());
        for (String name : List.of("root", "issuing")) {
            openssl.run(
                    "crl", "-inform", "DER", "-in", name + ".crl.der", "-out", name + ".crl.pem");
        }
        return openssl.run(
                "verify",
                "-crl_check_all",
                "-CRLfile",
                "issuing.crl.pem",
                "-CRLfile",
                "root.crl.pem",
                "-CAfile",
                "root.pem",
                "-untrusted",
                "issuing.pem",
                "owner.pem");
    }

    private OcspAnswers responder() {
        return new OcspAnswers(
                issuing.certificate(),
                ofIssuing(ProfileId.OCSP_SIGNER, "Pamong OCSP contoh-1"),
                serial -> {
                    if (!serial.equals(owner.getSerialNumber())) {
                        return new OcspAnswers.Status.NeverIssued();
                    }
                    return revoked.isEmpty()
                            ? new OcspAnswers.Status.Good()
                            : new OcspAnswers.Status.Revoked(
                                    new Ended(now, RevocationReason.SUPERSEDED, null));
                });
    }

    private TimeStamping timeStamping(Instant latest) {
        return new TimeStamping(
                ofIssuing(ProfileId.TIME_STAMPING, "Pamong TSA contoh-1"),
                issuing.certificate(),
                POLICY + ".5",
                latest,
                () -> true);
    }

    private RevocationList crl(SigningAuthority authority, List<RevocationList.Entry> entries) {
        return RevocationList.sign(
                authority,
                new RevocationList.Head(
                        0,
                        1,
                        null,
                        now,
                        now.plus(Duration.ofDays(7)),
                        authority.ca().equals(AuthorityNames.ROOT)
                                ? null
                                : Pointers.crl(BASE, "contoh-1", 0),
                        null),
                entries);
    }

    private SigningAuthority ofIssuing(ProfileId profile, String name) {
        return below(
                issuing,
                Template.of(
                        PROFILES.of(profile),
                        AuthorityNames.of(new SubjectName(name, "Pemerintah Kota Contoh", "ID")),
                        POLICY,
                        Pointers.toIssuing(BASE, "contoh-1", 0)));
    }

    private SigningAuthority below(SigningAuthority issuer, Template template) {
        KeyPair pair = AuthorityKeyKind.P_256.newPair();
        return new SigningAuthority(
                "contoh-1",
                signing.issue(
                        issuer,
                        template,
                        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()),
                        now),
                pair.getPrivate());
    }

    private static SecretBytes secret(String text) {
        return SecretBytes.takeOver(text.getBytes(StandardCharsets.UTF_8));
    }
}
