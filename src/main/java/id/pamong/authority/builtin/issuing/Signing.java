package id.pamong.authority.builtin.issuing;

import id.pamong.authority.builtin.key.AuthorityKeyKind;
import id.pamong.authority.builtin.key.AuthorityNames;
import id.pamong.authority.builtin.key.Der;
import id.pamong.authority.builtin.key.SigningAuthority;
import id.pamong.authority.custody.SignatureEngine;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * One certificate: laid out from its template, checked on a twin with a dummy signature, signed,
 * and checked again as a reader finds it.
 */
public final class Signing {
    /** 20 octets with the sign bit clear (RFC 5280 section 4.1.2.2). */
    private static final int SERIAL_BITS = 159;

    private final SecureRandom random = new SecureRandom();

    /** The root signs itself. */
    public SigningAuthority selfSigned(Template template, AuthorityKeyKind kind, Instant now) {
        KeyPair pair = kind.newPair();
        SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
        X509CertificateHolder certificate =
                sign(null, kind, pair.getPrivate(), template, key, serial(), now);
        return new SigningAuthority(AuthorityNames.ROOT, certificate, pair.getPrivate());
    }

    /** A certificate of the issuer over a key. */
    public X509CertificateHolder issue(
            SigningAuthority issuer, Template template, SubjectPublicKeyInfo key, Instant now) {
        return issue(issuer, template, key, serial(), now);
    }

    /** The same with a serial number drawn before. */
    public X509CertificateHolder issue(
            SigningAuthority issuer,
            Template template,
            SubjectPublicKeyInfo key,
            BigInteger serial,
            Instant now) {
        return sign(issuer.certificate(), issuer.kind(), issuer.key(), template, key, serial, now);
    }

    private X509CertificateHolder sign(
            @Nullable X509CertificateHolder issuer,
            AuthorityKeyKind kind,
            PrivateKey signer,
            Template template,
            SubjectPublicKeyInfo key,
            BigInteger serial,
            Instant now) {
        Instant from = now.truncatedTo(ChronoUnit.SECONDS);
        byte[] laidOut = layOut(issuer, kind, template, key, serial, from);
        X509CertificateHolder twin = joined(laidOut, kind, new byte[kind.longestSignature()]);
        refuse(Conformance.of(twin, template, kind, key, issuer, from));
        X509CertificateHolder signed =
                joined(laidOut, kind, SignatureEngine.sign(kind.signature(), signer, laidOut));
        refuse(Conformance.ofSigned(signed, laidOut, kind, issuer == null ? signed : issuer));
        return signed;
    }

    /** TBSCertificate, DER. */
    private static byte[] layOut(
            @Nullable X509CertificateHolder issuer,
            AuthorityKeyKind kind,
            Template template,
            SubjectPublicKeyInfo key,
            BigInteger serial,
            Instant from) {
        V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(new ASN1Integer(serial));
        generator.setSignature(kind.identifier());
        X500Name issuerName = issuer == null ? template.subject() : issuer.getSubject();
        generator.setIssuer(issuerName);
        generator.setSubject(template.subject());
        generator.setSubjectPublicKeyInfo(key);
        generator.setStartDate(new Time(Date.from(from)));
        generator.setEndDate(new Time(Date.from(last(template, issuer, from))));
        generator.setExtensions(CertificateExtensions.of(template, key, issuer));
        try {
            return generator.generateTBSCertificate().getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException("the certificate cannot be encoded", e);
        }
    }

    /** The last valid second; never later than what was asked for and than the issuer's. */
    private static Instant last(
            Template template, @Nullable X509CertificateHolder issuer, Instant from) {
        Instant whole =
                from.atZone(ZoneOffset.UTC)
                        .plus(template.profile().validityAt(from))
                        .toInstant()
                        .minusSeconds(1);
        Instant asked = template.lastSecond();
        Instant wanted = asked == null || asked.isAfter(whole) ? whole : asked;
        if (issuer == null) {
            return wanted;
        }
        Instant issuersLast = issuer.getNotAfter().toInstant();
        return wanted.isAfter(issuersLast) ? issuersLast : wanted;
    }

    /** A certificate as its reader gets it: encoded and read again. */
    private static X509CertificateHolder joined(
            byte[] laidOut, AuthorityKeyKind kind, byte[] signature) {
        try {
            byte[] algorithm = kind.identifier().getEncoded("DER");
            byte[] bits = new DERBitString(signature).getEncoded("DER");
            return new X509CertificateHolder(Der.sequence(laidOut, algorithm, bits));
        } catch (IOException e) {
            throw new IllegalStateException("the certificate cannot be encoded", e);
        }
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new IllegalStateException("not issued, against its profile: " + faults);
        }
    }

    /** Positive, by chance, 159 bits. */
    public BigInteger serial() {
        BigInteger serial = new BigInteger(SERIAL_BITS, random);
        while (serial.signum() == 0) {
            serial = new BigInteger(SERIAL_BITS, random);
        }
        return serial;
    }
}
