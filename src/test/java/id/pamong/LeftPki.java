package id.pamong;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.testkit.OpenSsl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What {@code demo.json} says under {@code pki}, used as an outsider would: with the files that it
 * names, the addresses that stand in it, and nothing else.
 */
final class LeftPki {
    private final JsonNode pki;
    private final OpenSsl folder;

    LeftPki(JsonNode pki, Path folder) {
        this.pki = pki;
        this.folder = new OpenSsl(folder);
    }

    private String file(String name) {
        return pki.get(name).asString();
    }

    private String issuing() {
        return pki.get("issuerCertificates").get(0).asString();
    }

    private String root() {
        return pki.get("issuerCertificates").get(1).asString();
    }

    void isAcceptedByOpenSsl() throws Exception {
        fetchLists();
        assertThat(
                        said(
                                "verify",
                                "-x509_strict",
                                "-crl_check_all",
                                "-CRLfile",
                                "issuing.crl.pem",
                                "-CRLfile",
                                "root.crl.pem",
                                "-CAfile",
                                root(),
                                "-untrusted",
                                file("ownerChain"),
                                file("ownerCertificate")))
                .contains(": OK");
        assertThat(said("crl", "-in", "issuing.crl.pem", "-CAfile", issuing(), "-noout"))
                .contains("verify OK");
        assertThat(
                        said(
                                "ocsp",
                                "-issuer",
                                issuing(),
                                "-cert",
                                file("ownerCertificate"),
                                "-url",
                                file("ocspUrl"),
                                "-CAfile",
                                root()))
                .contains("Response verify OK")
                .contains(": good");
        said("ts", "-query", "-data", root(), "-sha256", "-cert", "-out", "stamp.tsq");
        folder.file("stamp.tsr", posted("tsaUrl", "application/timestamp-query", "stamp.tsq"));
        assertThat(
                        said(
                                "ts",
                                "-verify",
                                "-queryfile",
                                "stamp.tsq",
                                "-in",
                                "stamp.tsr",
                                "-CAfile",
                                root(),
                                "-untrusted",
                                issuing()))
                .contains("Verification: OK");
    }

    void isAcceptedByCerttool() throws Exception {
        fetchLists();
        assertThat(
                        folder.runOther(
                                        "certtool",
                                        "--verify",
                                        "--load-ca-certificate",
                                        root(),
                                        "--load-crl",
                                        "issuing.crl.pem",
                                        "--infile",
                                        file("ownerChain"))
                                .text())
                .contains("Chain verification output: Verified. The certificate is trusted.");
        assertThat(
                        folder.runOther(
                                        "certtool",
                                        "--verify-crl",
                                        "--load-ca-certificate",
                                        issuing(),
                                        "--infile",
                                        "issuing.crl.pem")
                                .text())
                .contains("Verification output: Verified.");
    }

    /** With revocation: the answer by OCSP for the owner, the root's list for the issuing CA. */
    void isAcceptedByJava() throws Exception {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> path =
                factory
                        .generateCertificates(
                                new ByteArrayInputStream(
                                        Files.readAllBytes(Path.of(file("ownerChain")))))
                        .stream()
                        .map(X509Certificate.class::cast)
                        .toList();
        assertThat(path).hasSize(2);
        X509Certificate anchor =
                (X509Certificate)
                        factory.generateCertificate(
                                new ByteArrayInputStream(Files.readAllBytes(Path.of(root()))));
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
        parameters.addCertStore(
                CertStore.getInstance(
                        "Collection",
                        new CollectionCertStoreParameters(
                                List.of(list(factory, "rootCrlUrl"), list(factory, "crlUrl")))));
        PKIXCertPathValidatorResult result =
                (PKIXCertPathValidatorResult)
                        CertPathValidator.getInstance("PKIX")
                                .validate(factory.generateCertPath(path), parameters);
        assertThat(result.getPublicKey()).isEqualTo(path.getFirst().getPublicKey());
    }

    private X509CRL list(CertificateFactory factory, String name)
            throws IOException, GeneralSecurityException {
        return (X509CRL) factory.generateCRL(new ByteArrayInputStream(fetched(file(name))));
    }

    private void fetchLists() throws IOException {
        fetchList("crlUrl", "issuing");
        fetchList("rootCrlUrl", "root");
    }

    private void fetchList(String name, String whose) throws IOException {
        folder.file(whose + ".crl", fetched(file(name)));
        said("crl", "-inform", "DER", "-in", whose + ".crl", "-out", whose + ".crl.pem");
    }

    private String said(String... arguments) {
        OpenSsl.Said said = folder.run(arguments);
        assertThat(said.status()).as(said.text()).isZero();
        return said.text();
    }

    private static byte[] fetched(String address) throws IOException {
        return sent(HttpRequest.newBuilder(URI.create(address)).build());
    }

    private byte[] posted(String name, String type, String body) throws IOException {
        return sent(
                HttpRequest.newBuilder(URI.create(file(name)))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(folder.read(body)))
                        .build());
    }

    private static byte[] sent(HttpRequest request) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
