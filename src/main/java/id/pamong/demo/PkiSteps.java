package id.pamong.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * What a relying party needs to check certificates with programs of its own: the owner's
 * certificate and chain, the certificates of the authority, and where its lists, answers and time
 * stamps are found.
 */
final class PkiSteps {
    static final String OWNER = "owner-certificate.pem";
    static final String CHAIN = "owner-chain.pem";
    static final String ISSUING = "issuing-ca.pem";
    static final String ROOT = "root-ca.pem";

    /** What is written beside {@code demo.json}. */
    static final List<String> FILES = List.of(OWNER, CHAIN, ISSUING, ROOT);

    private static final List<String> ADDRESSES = List.of("ocsp", "tsa");

    private final Walk walk;
    private final Road road;

    PkiSteps(Walk walk, Road road) {
        this.walk = walk;
        this.road = road;
    }

    /** The owner takes certificate and chain; anyone reads the page of the authorities. */
    void takeAway() {
        Visitor owner = walk.as(road.applicant());
        WebPage list = owner.open(walk.at("/sertifikat"));
        WebPage certificate =
                owner.open(
                        list.link("/sertifikat/")
                                .orElseThrow(() -> new StepFailed("no certificate on " + list)));
        WebPage chain =
                owner.look(
                        certificate
                                .link("/rantai.pem")
                                .orElseThrow(() -> new StepFailed("no chain on " + certificate)));
        walk.journal().keep(CHAIN, chain.body());
        walk.journal().keep(OWNER, pem(read(chain.body())));
        authorities(walk.anyone("checker"));
    }

    private void authorities(Visitor anyone) {
        WebPage page = anyone.open(walk.at("/penyelenggara"));
        for (Element card : page.document().select("main article")) {
            String certificate = address(card, "/ca.crt");
            boolean root = certificate.contains("/pki/root/");
            String whose = root ? "root" : "issuing";
            walk.journal().keep(root ? ROOT : ISSUING, pem(read(anyone.look(certificate).body())));
            walk.journal().put("pki.certificate." + whose, certificate);
            walk.journal().put("pki.crl." + whose, address(card, ".crl"));
            for (String kind : ADDRESSES) {
                Optional.ofNullable(card.selectFirst("[data-address=" + kind + "]"))
                        .ifPresent(found -> walk.journal().put("pki." + kind, found.text()));
            }
        }
    }

    /** The part {@code pki} of {@code demo.json}; empty if the walk had no such step. */
    static Map<String, Object> summary(Journal journal, Path out) {
        Map<String, Object> pki = new LinkedHashMap<>();
        if (journal.find("pki.ocsp").isEmpty()) {
            return pki;
        }
        pki.put("ownerCertificate", file(out, OWNER));
        pki.put("ownerChain", file(out, CHAIN));
        pki.put("issuerCertificates", List.of(file(out, ISSUING), file(out, ROOT)));
        pki.put(
                "issuerUrls",
                List.of(
                        journal.get("pki.certificate.issuing"),
                        journal.get("pki.certificate.root")));
        pki.put("crlUrl", journal.get("pki.crl.issuing"));
        pki.put("rootCrlUrl", journal.get("pki.crl.root"));
        pki.put("ocspUrl", journal.get("pki.ocsp"));
        pki.put("tsaUrl", journal.get("pki.tsa"));
        return pki;
    }

    private static String file(Path out, String name) {
        return out.resolve(name).toAbsolutePath().toString();
    }

    private static String address(Element card, String ending) {
        return card.select("a[href]").stream()
                .map(link -> link.absUrl("href"))
                .filter(link -> link.endsWith(ending))
                .findFirst()
                .orElseThrow(() -> new StepFailed("no address " + ending + " on " + card.text()));
    }

    /** The first certificate, PEM or DER. */
    private static X509Certificate read(byte[] content) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(content));
        } catch (CertificateException e) {
            throw new StepFailed("not a certificate", e);
        }
    }

    private static byte[] pem(X509Certificate certificate) {
        try {
            return ("-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                    .encodeToString(certificate.getEncoded())
                            + "\n-----END CERTIFICATE-----\n")
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (CertificateEncodingException e) {
            throw new StepFailed("not a certificate", e);
        }
    }
}
