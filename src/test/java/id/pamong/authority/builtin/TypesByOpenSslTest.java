package id.pamong.authority.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import id.pamong.authority.builtin.issuing.Signing;
import id.pamong.authority.builtin.issuing.Template;
import id.pamong.authority.builtin.key.AuthorityKeyKind;
import id.pamong.authority.builtin.key.AuthorityNames;
import id.pamong.authority.builtin.key.Der;
import id.pamong.authority.builtin.key.Pointers;
import id.pamong.authority.builtin.key.SigningAuthority;
import id.pamong.authority.gateway.CertificateProfiles;
import id.pamong.authority.gateway.CertificationRequest;
import id.pamong.authority.gateway.CertificationRequests;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.SubjectName;
import id.pamong.testkit.Article;
import id.pamong.testkit.OpenSsl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Certificates of posts, organisations and systems, read by OpenSSL and used in a handshake. Keys
 * of systems are made by OpenSSL, as on their owner's host; only requests travel.
 */
class TypesByOpenSslTest {
    private static final CertificateProfiles PROFILES = CertificateProfiles.ofProgram();

    private static final URI BASE = URI.create("http://pki.contoh.example");
    private static final String GOVERNMENT = "Pemerintah Kabupaten Contoh";
    private static final char[] NONE = "changeit".toCharArray();

    // OpenSSL checks against its own clock, so the real one is used here.
    private final Instant now = Clock.systemUTC().instant();
    private final Signing signing = new Signing();
    private Path folder;
    private OpenSsl openssl;
    private SigningAuthority issuing;

    @BeforeEach
    void makeAuthority(@TempDir Path temporary) throws IOException {
        folder = temporary;
        openssl = new OpenSsl(folder);
        SigningAuthority root =
                signing.selfSigned(
                        Template.of(
                                PROFILES.of(ProfileId.ROOT_CA),
                                AuthorityNames.root(GOVERNMENT),
                                "2.25.1",
                                null),
                        AuthorityKeyKind.P_256,
                        now);
        var pair = AuthorityKeyKind.P_256.newPair();
        issuing =
                new SigningAuthority(
                        "contoh-1",
                        signing.issue(
                                root,
                                Template.of(
                                        PROFILES.of(ProfileId.ISSUING_CA),
                                        AuthorityNames.issuing("contoh-1", GOVERNMENT),
                                        "2.25.1",
                                        Pointers.toRoot(BASE)),
                                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()),
                                now),
                        pair.getPrivate());
        pem("root", root.certificate());
        pem("issuing", issuing.certificate());
    }

    @Test
    @Article({"MDN-6b", "CJR-7b"})
    void a_position_certificate_names_person_post_agency_and_ends_with_the_decree() {
        Instant decreeEnds = Instant.parse("2027-12-31T16:59:59Z");
        X509CertificateHolder certificate =
                issue(
                        ProfileId.POSITION_SIGNATURE,
                        new SubjectName(
                                "Ade Rahmat",
                                "Plt. Kepala Dinas Kesehatan",
                                "Dinas Kesehatan",
                                GOVERNMENT,
                                "ID"),
                        List.of(),
                        "jabatan",
                        decreeEnds);

        String text = openssl.run("x509", "-in", "jabatan.pem", "-noout", "-text").text();

        assertThat(text)
                .contains(
                        "Subject: C = ID, O = "
                                + GOVERNMENT
                                + ", OU = Dinas Kesehatan, CN = Ade Rahmat, title = Plt. Kepala Dinas"
                                + " Kesehatan")
                .containsPattern("Key Usage: critical\\s+Digital Signature, Non Repudiation\\n")
                .contains("Policy: 2.25.1.6")
                .contains("Not After : Dec 31 16:59:59 2027 GMT");
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo(decreeEnds);
        assertThat(verify("jabatan", "any")).isTrue();
        assertThat(verify("jabatan", "sslserver")).isFalse();
        assertThat(verify("jabatan", "sslclient")).isFalse();
    }

    @Test
    @Article({"MDN-6b", "CJR-7b"})
    void a_seal_names_the_organisation_and_never_lasts_longer_than_its_profile() {
        X509CertificateHolder certificate =
                issue(
                        ProfileId.ORGANISATION_SEAL,
                        new SubjectName("Dinas Kesehatan", "", "Dinas Kesehatan", GOVERNMENT, "ID"),
                        List.of(),
                        "segel",
                        now.plus(Duration.ofDays(4000)));

        assertThat(openssl.run("x509", "-in", "segel.pem", "-noout", "-text").text())
                .contains("CN = Dinas Kesehatan")
                .doesNotContain("title")
                .contains("Policy: 2.25.1.7");
        assertThat(
                        Duration.between(
                                certificate.getNotBefore().toInstant(),
                                certificate.getNotAfter().toInstant()))
                .isBetween(Duration.ofDays(729), Duration.ofDays(731));
    }

    @Test
    @Article({"MDN-6c", "CJR-7c"})
    void server_and_client_of_systems_shake_hands_and_each_only_in_its_role() throws Exception {
        system(ProfileId.TLS_SERVER, "server", "layanan.contohkab.go.id");
        system(ProfileId.TLS_CLIENT, "client", "gerbang.contohkab.go.id");
        issue(
                ProfileId.POSITION_SIGNATURE,
                new SubjectName("Ade Rahmat", "Sekretaris", "", GOVERNMENT, "ID"),
                List.of(),
                "orang",
                null);
        assertThat(verify("server", "sslserver")).isTrue();
        assertThat(verify("server", "sslclient")).isFalse();
        assertThat(verify("client", "sslclient")).isTrue();
        assertThat(verify("client", "sslserver")).isFalse();
        assertThat(openssl.run("x509", "-in", "server.pem", "-noout", "-text").text())
                .contains("DNS:layanan.contohkab.go.id")
                .contains("TLS Web Server Authentication");

        HttpsServer server = listening("server");
        try {
            int port = server.getAddress().getPort();
            assertThat(curl(port, "layanan.contohkab.go.id", "client"))
                    .isEqualTo("CN=gerbang.contohkab.go.id,O=" + GOVERNMENT + ",C=ID");
            assertThat(curl(port, "layanan.contohkab.go.id", null)).isEmpty();
            assertThat(curl(port, "layanan.contohkab.go.id", "orang")).isEmpty();
            assertThat(curl(port, "lain.contohkab.go.id", "client")).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    private void system(ProfileId profile, String name, String host) {
        issue(profile, new SubjectName(host, "", "", GOVERNMENT, "ID"), List.of(host), name, null);
    }

    private X509CertificateHolder issue(
            ProfileId profile,
            SubjectName subject,
            List<String> hosts,
            String name,
            @Nullable Instant lastSecond) {
        var said =
                openssl.run(
                        "req",
                        "-new",
                        "-nodes",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:prime256v1",
                        "-subj",
                        "/CN=apa saja",
                        "-keyout",
                        name + ".key.pem",
                        "-out",
                        name + ".csr.pem");
        assertThat(said.status()).as(said.text()).isZero();
        CertificationRequest request =
                ((CertificationRequests.Reading.Read)
                                CertificationRequests.read(openssl.read(name + ".csr.pem")))
                        .request();
        X509CertificateHolder certificate =
                signing.issue(
                        issuing,
                        Template.of(
                                PROFILES.of(profile),
                                AuthorityNames.of(subject),
                                hosts,
                                lastSecond,
                                "2.25.1",
                                Pointers.toIssuing(BASE, "contoh-1", 0)),
                        SubjectPublicKeyInfo.getInstance(request.publicKeySpki()),
                        now);
        pem(name, certificate);
        return certificate;
    }

    private void pem(String name, X509CertificateHolder certificate) {
        openssl.file(name + ".der", Der.of(certificate));
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

    private boolean verify(String name, String purpose) {
        return openssl.run(
                                "verify",
                                "-x509_strict",
                                "-purpose",
                                purpose,
                                "-CAfile",
                                "root.pem",
                                "-untrusted",
                                "issuing.pem",
                                name + ".pem")
                        .status()
                == 0;
    }

    /**
     * A server that asks for a client certificate of the same root and answers with its subject.
     */
    private HttpsServer listening(String name) throws IOException, GeneralSecurityException {
        var said =
                openssl.run(
                        "pkcs12",
                        "-export",
                        "-inkey",
                        name + ".key.pem",
                        "-in",
                        name + ".pem",
                        "-certfile",
                        "issuing.pem",
                        "-out",
                        name + ".p12",
                        "-passout",
                        "pass:changeit");
        assertThat(said.status()).as(said.text()).isZero();
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(new ByteArrayInputStream(openssl.read(name + ".p12")), NONE);
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(own, NONE);
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry(
                "root",
                java.security.cert.CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(openssl.read("root.der"))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(anchors);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(context) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        SSLParameters wanted = context.getDefaultSSLParameters();
                        wanted.setNeedClientAuth(true);
                        parameters.setSSLParameters(wanted);
                    }
                });
        server.createContext(
                "/",
                exchange -> {
                    String who =
                            ((com.sun.net.httpserver.HttpsExchange) exchange)
                                    .getSSLSession()
                                    .getPeerPrincipal()
                                    .getName();
                    byte[] answer = who.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
        return server;
    }

    /** What curl received; empty when there was no handshake. */
    private String curl(int port, String host, @Nullable String client)
            throws IOException, InterruptedException {
        List<String> command =
                new java.util.ArrayList<>(
                        List.of(
                                "curl",
                                "-s",
                                "--noproxy",
                                "*",
                                "--max-time",
                                "20",
                                "--cacert",
                                "root.pem",
                                "--resolve",
                                String.format(Locale.ROOT, "%s:%d:127.0.0.1", host, port)));
        if (client != null) {
            openssl.file(
                    client + ".chain.pem",
                    (new String(openssl.read(client + ".pem"), StandardCharsets.US_ASCII)
                                    + new String(
                                            openssl.read("issuing.pem"), StandardCharsets.US_ASCII))
                            .getBytes(StandardCharsets.US_ASCII));
            command.addAll(List.of("--cert", client + ".chain.pem", "--key", client + ".key.pem"));
        }
        command.add(String.format(Locale.ROOT, "https://%s:%d/", host, port));
        Process curl = new ProcessBuilder(command).directory(folder.toFile()).start();
        curl.getOutputStream().close();
        String answer = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        curl.waitFor();
        return answer;
    }
}
