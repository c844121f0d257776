package id.pamong.lifecycle.host;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.lifecycle.certificate.CertificateState;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.revocation.CaseState;
import id.pamong.lifecycle.revocation.Ground;
import id.pamong.lifecycle.revocation.RevocationCase;
import id.pamong.lifecycle.revocation.RevocationCases;
import id.pamong.office.identity.Role;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.OpenSsl;
import id.pamong.testkit.PkiHttp;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.SystemCertificates;
import id.pamong.testkit.Town;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * OpenSSL's CMP client as the host of a system, over HTTP. It writes the machine's hour into its
 * messages, so the house has the same hour here.
 */
@RoomTest
class CmpByOpenSslTest {
    private static final String SUBJECT =
            "/C=ID/O=Pemerintah Kota Contoh/CN=" + SystemCertificates.HOST;

    @Autowired private BeanFactory beans;
    @Autowired private MockMvcTester mvc;
    @Autowired private MutableClock clock;
    @Autowired private HostPermits permits;
    @Autowired private BuiltinAuthority authority;
    @Autowired private Certificates certificates;
    @TempDir private Path folder;

    private final Instant now = Clock.systemUTC().instant();
    private OpenSsl openssl;
    private PkiHttp http;
    private Town town;
    private RegisteredCertificate base;
    private String reference;

    @BeforeEach
    void permit() throws Exception {
        clock.reset();
        town = new Town(beans);
        clock.set(now);
        openssl = new OpenSsl(folder);
        http = PkiHttp.serve(mvc);
        key("first.pem");
        openssl.run(
                "req",
                "-new",
                "-key",
                "first.pem",
                "-subj",
                SUBJECT,
                "-outform",
                "DER",
                "-out",
                "first.csr");
        base =
                SystemCertificates.certify(
                        beans,
                        town,
                        SystemCertificates.system(beans, town),
                        ProfileId.TLS_SERVER,
                        openssl.read("first.csr"));
        assertThat(
                        permits.grant(
                                town.as(town.superior, now, Role.RA_OFFICER),
                                base.id(),
                                4,
                                LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(90)))
                .isInstanceOf(PermitOutcome.Granted.class);
        DrawnSecret drawn = permits.draw(town.as(town.teacher, now, Role.PERSON), base.id());
        reference = drawn.reference();
        openssl.file("secret.txt", drawn.secret().reveal(byte[]::clone));
        openssl.file("root.der", authority.root().orElseThrow().der());
        openssl.run("x509", "-inform", "DER", "-in", "root.der", "-out", "root.pem");
    }

    @AfterEach
    void stop() {
        http.close();
        clock.reset();
    }

    @Test
    void a_host_gets_its_certificate_renews_it_and_asks_for_its_revocation() throws Exception {
        key("host.pem");
        assertThat(
                        cmp(
                                        "-cmd",
                                        "ir",
                                        "-newkey",
                                        "host.pem",
                                        "-certout",
                                        "host.crt",
                                        "-cacertsout",
                                        "ca.pem",
                                        "-extracertsout",
                                        "extra.pem")
                                .text())
                .contains("received PKICONF");
        X509Certificate host = read("host.crt");
        assertThat(host.getSubjectAlternativeNames().toString()).contains(SystemCertificates.HOST);
        assertThat(host.getNotAfter().toInstant()).isBefore(now.plusSeconds(92 * 86_400L));
        assertThat(
                        openssl.run(
                                        "verify",
                                        "-CAfile",
                                        "root.pem",
                                        "-untrusted",
                                        "extra.pem",
                                        "-purpose",
                                        "sslserver",
                                        "-verify_hostname",
                                        SystemCertificates.HOST,
                                        "host.crt")
                                .text())
                .contains("host.crt: OK");
        assertThat(read("ca.pem").getBasicConstraints()).isPositive();
        assertThat(registered(host).state()).isEqualTo(new CertificateState.InForce());

        key("next.pem");
        OpenSsl.Said renewed = signed("-cmd", "kur", "-newkey", "next.pem", "-certout", "next.crt");
        assertThat(renewed.text()).contains("received PKICONF");
        assertThat(certificates.successorOf(town.government, registered(host).id()))
                .contains(registered(read("next.crt")).id());

        assertThat(signed("-cmd", "rr", "-oldcert", "host.crt", "-revreason", "1").text())
                .contains("revocation accepted");
        assertThat(registered(host).isBlocked()).isTrue();
        assertThat(registered(host).isRevoked()).isFalse();
        RevocationCase asked =
                beans.getBean(RevocationCases.class)
                        .openOf(town.government, registered(host).id())
                        .orElseThrow();
        assertThat(asked.ground()).isEqualTo(Ground.KEY_COMPROMISED);
        assertThat(asked.state()).isEqualTo(CaseState.REQUESTED);
        assertThat(signed("-cmd", "rr", "-oldcert", "host.crt").status()).isNotZero();
        assertThat(registered(read("next.crt")).isBlocked()).isFalse();
    }

    @Test
    void cr_and_p10cr_serve_too_and_the_permit_counts() throws Exception {
        key("a.pem");
        assertThat(
                        cmp(
                                        "-cmd",
                                        "cr",
                                        "-newkey",
                                        "a.pem",
                                        "-certout",
                                        "a.crt",
                                        "-implicit_confirm")
                                .status())
                .isZero();
        key("b.pem");
        openssl.run("req", "-new", "-key", "b.pem", "-subj", SUBJECT, "-out", "b.csr");
        assertThat(cmp("-cmd", "p10cr", "-csr", "b.csr", "-certout", "b.crt").text())
                .contains("received PKICONF");
        assertThat(cmp("-cmd", "cr", "-newkey", "a.pem", "-certout", "again.crt").status())
                .isZero();
        assertThat(read("again.crt")).isEqualTo(read("a.crt"));
        for (String name : List.of("c", "d", "e")) {
            key(name + ".pem");
            OpenSsl.Said said =
                    cmp("-cmd", "ir", "-newkey", name + ".pem", "-certout", name + ".crt");
            if (name.equals("e")) {
                assertThat(said.text()).contains("permit.used-up").contains("notAuthorized");
            } else {
                assertThat(said.status()).as(said.text()).isZero();
            }
        }
    }

    @Test
    void without_the_secret_for_another_host_or_without_proof_nothing_is_issued() throws Exception {
        key("host.pem");
        openssl.file("wrong.txt", "rahasia orang lain 123".getBytes(StandardCharsets.US_ASCII));
        assertThat(
                        client(
                                        "wrong.txt",
                                        "-cmd",
                                        "ir",
                                        "-newkey",
                                        "host.pem",
                                        "-certout",
                                        "x.crt",
                                        "-unprotected_errors")
                                .text())
                .contains("badMessageCheck");
        assertThat(
                        cmp(
                                        "-cmd",
                                        "ir",
                                        "-newkey",
                                        "host.pem",
                                        "-certout",
                                        "x.crt",
                                        "-sans",
                                        "bank.go.id")
                                .text())
                .contains("badCertTemplate");
        assertThat(
                        cmp("-cmd", "ir", "-newkey", "host.pem", "-certout", "x.crt", "-popo", "0")
                                .text())
                .contains("rejection");
        permits.end(town.as(town.teacher, now, Role.PERSON), base.id());
        assertThat(
                        cmp(
                                        "-cmd",
                                        "ir",
                                        "-newkey",
                                        "host.pem",
                                        "-certout",
                                        "x.crt",
                                        "-unprotected_errors")
                                .text())
                .contains("badMessageCheck");
        assertThat(folder.resolve("x.crt")).doesNotExist();
    }

    @Test
    void a_message_sent_twice_is_refused_and_what_is_not_confirmed_is_revoked() throws Exception {
        key("host.pem");
        assertThat(
                        cmp(
                                        "-cmd",
                                        "ir",
                                        "-newkey",
                                        "host.pem",
                                        "-certout",
                                        "host.crt",
                                        "-disable_confirm",
                                        "-reqout",
                                        "ir.der")
                                .status())
                .isZero();
        assertThat(
                        cmp(
                                        "-cmd",
                                        "ir",
                                        "-newkey",
                                        "host.pem",
                                        "-certout",
                                        "x.crt",
                                        "-reqin",
                                        "ir.der",
                                        "-unprotected_errors")
                                .text())
                .contains("transactionIdInUse");
        X509Certificate host = read("host.crt");
        assertThat(registered(host).isRevoked()).isFalse();
        clock.set(now.plusSeconds(3700));
        beans.getBean(id.pamong.authority.cmp.CmpServer.class).revokeUnconfirmed(town.government);
        assertThat(registered(host).isRevoked()).isTrue();
    }

    private OpenSsl.Said cmp(String... arguments) {
        return client("secret.txt", arguments);
    }

    private OpenSsl.Said client(String secret, String... arguments) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "cmp",
                                "-server",
                                "127.0.0.1:" + http.port(),
                                "-path",
                                "/pki/" + ca() + "/cmp",
                                "-ref",
                                reference,
                                "-secret",
                                "file:" + secret,
                                "-subject",
                                SUBJECT,
                                "-recipient",
                                "/CN=ca"));
        all.addAll(List.of(arguments));
        return openssl.run(all.toArray(String[]::new));
    }

    private OpenSsl.Said signed(String... arguments) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "cmp",
                                "-server",
                                "127.0.0.1:" + http.port(),
                                "-path",
                                "/.well-known/cmp/p/" + ca(),
                                "-cert",
                                "host.crt",
                                "-key",
                                "host.pem",
                                "-trusted",
                                "root.pem",
                                "-untrusted",
                                "extra.pem"));
        all.addAll(List.of(arguments));
        return openssl.run(all.toArray(String[]::new));
    }

    private String ca() {
        return authority.issuing(town.government).orElseThrow().ca();
    }

    private void key(String name) {
        openssl.run(
                "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", name);
    }

    private X509Certificate read(String name) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(openssl.read(name)));
    }

    private RegisteredCertificate registered(X509Certificate certificate) {
        return certificates
                .bySerial(town.government, certificate.getSerialNumber().toString(16))
                .orElseThrow();
    }
}
