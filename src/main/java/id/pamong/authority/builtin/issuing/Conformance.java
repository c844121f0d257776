package id.pamong.authority.builtin.issuing;

import id.pamong.authority.builtin.key.AuthorityKeyKind;
import id.pamong.authority.builtin.lint.Lint;
import id.pamong.authority.builtin.lint.Linted;
import id.pamong.authority.custody.SignatureEngine;
import java.io.IOException;
import java.security.spec.InvalidKeySpecException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * Whether a certificate is what its template and RFC 5280 say: once over the twin of what is about
 * to be signed, once over what was signed. All faults at once, as stable codes.
 */
final class Conformance {
    private static final Set<String> CRITICAL =
            Set.of(Extension.keyUsage.getId(), Extension.basicConstraints.getId());

    private Conformance() {}

    public static List<String> of(
            X509CertificateHolder twin,
            Template template,
            AuthorityKeyKind kind,
            SubjectPublicKeyInfo key,
            @Nullable X509CertificateHolder issuer,
            Instant now) {
        List<String> faults = new ArrayList<>();
        TBSCertificate laidOut = twin.toASN1Structure().getTBSCertificate();
        faults.addAll(Lint.faults(new Linted(twin), template.profile().lints()));
        note(
                faults,
                !laidOut.getSignature().equals(kind.identifier())
                        || !twin.getSignatureAlgorithm().equals(kind.identifier()),
                "signature.algorithm");
        note(faults, twin.getSignature().length != kind.longestSignature(), "signature.length");
        note(
                faults,
                !laidOut.getIssuer()
                        .equals(issuer == null ? template.subject() : issuer.getSubject()),
                "issuer");
        note(faults, !laidOut.getSubject().equals(template.subject()), "subject");
        note(faults, !laidOut.getSubjectPublicKeyInfo().equals(key), "key");
        checkValidity(faults, laidOut, template, issuer, now);
        checkExtensions(faults, laidOut.getExtensions(), template, key, issuer);
        return faults;
    }

    static List<String> ofSigned(
            X509CertificateHolder signed,
            byte[] laidOut,
            AuthorityKeyKind kind,
            X509CertificateHolder issuer) {
        List<String> faults = new ArrayList<>();
        try {
            byte[] read = signed.toASN1Structure().getTBSCertificate().getEncoded("DER");
            note(faults, !Arrays.equals(read, laidOut), "signed.content");
            note(
                    faults,
                    !signed.getSignatureAlgorithm().equals(kind.identifier()),
                    "signed.algorithm");
            note(
                    faults,
                    !SignatureEngine.verifies(
                            kind.signature(),
                            SignatureEngine.publicKey(
                                    kind.family(),
                                    issuer.getSubjectPublicKeyInfo().getEncoded("DER")),
                            laidOut,
                            signed.getSignature()),
                    "signed.signature");
        } catch (IOException e) {
            faults.add("signed.unreadable");
        } catch (InvalidKeySpecException e) {
            faults.add("signed.issuer-unreadable");
        }
        return faults;
    }

    private static void checkValidity(
            List<String> faults,
            TBSCertificate laidOut,
            Template template,
            @Nullable X509CertificateHolder issuer,
            Instant now) {
        Instant from = laidOut.getStartDate().getDate().toInstant();
        Instant to = laidOut.getEndDate().getDate().toInstant();
        note(faults, !from.equals(now), "validity.begin");
        note(faults, !to.isAfter(from), "validity.empty");
        note(
                faults,
                to.isAfter(
                        from.atZone(ZoneOffset.UTC)
                                .plus(template.profile().validityAt(from))
                                .toInstant()),
                "validity.too-long");
        Instant asked = template.lastSecond();
        note(faults, asked != null && to.isAfter(asked), "validity.later-than-asked");
        if (issuer != null) {
            note(
                    faults,
                    from.isBefore(issuer.getNotBefore().toInstant())
                            || to.isAfter(issuer.getNotAfter().toInstant()),
                    "validity.outside-issuer");
        }
    }

    private static void checkExtensions(
            List<String> faults,
            Extensions found,
            Template template,
            SubjectPublicKeyInfo key,
            @Nullable X509CertificateHolder issuer) {
        note(
                faults,
                !found.equivalent(CertificateExtensions.of(template, key, issuer)),
                "extensions");
        for (var oid : found.getExtensionOIDs()) {
            boolean critical = found.getExtension(oid).isCritical();
            boolean expected =
                    CRITICAL.contains(oid.getId())
                            || (oid.equals(Extension.extendedKeyUsage)
                                    && template.extendedKeyUseCritical());
            note(faults, critical != expected, "extension.criticality." + oid);
        }
        note(
                faults,
                template.authority() != (found.getExtension(Extension.basicConstraints) != null),
                "extension.basic-constraints");
    }

    private static void note(List<String> faults, boolean wrong, String code) {
        if (wrong) {
            faults.add(code);
        }
    }
}
