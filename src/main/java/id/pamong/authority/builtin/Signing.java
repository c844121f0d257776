package id.pamong.authority.builtin;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentSigner;
import org.jspecify.annotations.Nullable;

/**
 * One certificate: laid out from its template, checked before the signature is made, signed, and
 * checked again as a reader finds it.
 */
final class Signing {
    /** 20 octets with the sign bit clear (RFC 5280 section 4.1.2.2). */
    private static final int SERIAL_BITS = 159;

    private final SecureRandom random = new SecureRandom();

    /** The root signs itself. */
    SigningAuthority selfSigned(Template template, Instant now) {
        KeyPair pair = newPair();
        SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
        X509CertificateHolder certificate =
                sign(null, SigningAuthority.signer(pair.getPrivate()), template, key, now);
        return new SigningAuthority(AuthorityNames.ROOT, certificate, pair.getPrivate());
    }

    /** A certificate of the issuer over a key. */
    X509CertificateHolder issue(
            SigningAuthority issuer, Template template, SubjectPublicKeyInfo key, Instant now) {
        return sign(issuer.certificate(), issuer.signer(), template, key, now);
    }

    private X509CertificateHolder sign(
            @Nullable X509CertificateHolder issuer,
            ContentSigner signer,
            Template template,
            SubjectPublicKeyInfo key,
            Instant now) {
        Instant from = now.truncatedTo(ChronoUnit.SECONDS);
        V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(new ASN1Integer(serial()));
        generator.setSignature(signer.getAlgorithmIdentifier());
        X500Name issuerName = issuer == null ? template.subject() : issuer.getSubject();
        generator.setIssuer(issuerName);
        generator.setSubject(template.subject());
        generator.setSubjectPublicKeyInfo(key);
        generator.setStartDate(new Time(Date.from(from)));
        generator.setEndDate(new Time(Date.from(last(template, issuer, from))));
        generator.setExtensions(CertificateExtensions.of(template, key, issuer));
        TBSCertificate laidOut = generator.generateTBSCertificate();
        refuse(Conformance.of(laidOut, template, key, issuer, from));
        X509CertificateHolder signed = seal(laidOut, signer);
        refuse(Conformance.ofSigned(signed, laidOut, issuer == null ? signed : issuer));
        return signed;
    }

    /** The last valid second; never later than what was asked for and than the issuer's. */
    private static Instant last(
            Template template, @Nullable X509CertificateHolder issuer, Instant from) {
        Instant whole =
                from.atZone(ZoneOffset.UTC).plus(template.validity()).toInstant().minusSeconds(1);
        Instant asked = template.lastSecond();
        Instant wanted = asked == null || asked.isAfter(whole) ? whole : asked;
        if (issuer == null) {
            return wanted;
        }
        Instant issuersLast = issuer.getNotAfter().toInstant();
        return wanted.isAfter(issuersLast) ? issuersLast : wanted;
    }

    private static X509CertificateHolder seal(TBSCertificate laidOut, ContentSigner signer) {
        try {
            byte[] tbs = laidOut.getEncoded("DER");
            try (OutputStream out = signer.getOutputStream()) {
                out.write(tbs);
            }
            ASN1EncodableVector parts = new ASN1EncodableVector();
            parts.add(laidOut);
            parts.add(signer.getAlgorithmIdentifier());
            parts.add(new DERBitString(signer.getSignature()));
            return new X509CertificateHolder(new DERSequence(parts).getEncoded("DER"));
        } catch (IOException e) {
            throw new IllegalStateException("the certificate cannot be encoded", e);
        }
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new IllegalStateException("not issued, against its profile: " + faults);
        }
    }

    private BigInteger serial() {
        BigInteger serial = new BigInteger(SERIAL_BITS, random);
        while (serial.signum() == 0) {
            serial = new BigInteger(SERIAL_BITS, random);
        }
        return serial;
    }

    static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the machine makes no keys", e);
        }
    }
}
