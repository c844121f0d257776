package id.pamong.testkit;

import id.pamong.authority.gateway.Standing;
import id.pamong.authority.signature.RevocationProof;
import id.pamong.authority.signature.RevocationSource;
import id.pamong.authority.signature.TimeStampSource;
import id.pamong.authority.signature.TrustedAuthorities;
import id.pamong.authority.signature.TrustedAuthority;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A root, an issuing authority, a time stamp authority and subscribers, at a fixed time. */
public final class TestPki {
    /** A key with its certificate. */
    public record Holder(X509Certificate certificate, PrivateKey key) {
        /** SHA-256 with the key's algorithm over the bytes. */
        public byte[] sign(byte[] bytes) {
            try {
                Signature signature =
                        Signature.getInstance(
                                key.getAlgorithm().equals("RSA")
                                        ? "SHA256withRSA"
                                        : "SHA256withECDSA");
                signature.initSign(key);
                signature.update(bytes);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final Instant at;
    private final Holder root;
    private final Holder issuing;
    private final Holder stamper;
    private final Map<BigInteger, Instant> revoked = new LinkedHashMap<>();
    private long serial = 1000;

    public TestPki(String name, Instant at) {
        this.at = at;
        this.root = issue(null, "CN=Root " + name + ",O=Contoh,C=ID", pair("EC"), Kind.ROOT);
        this.issuing = issue(root, "CN=Issuing " + name + ",O=Contoh,C=ID", pair("EC"), Kind.CA);
        this.stamper = issue(issuing, "CN=TSA " + name + ",O=Contoh,C=ID", pair("EC"), Kind.TSA);
    }

    private enum Kind {
        ROOT,
        CA,
        TSA,
        SIGNER,
        SERVER
    }

    public Holder subscriber(String distinguishedName) {
        return issue(issuing, distinguishedName, pair("EC"), Kind.SIGNER);
    }

    public Holder rsaSubscriber(String distinguishedName) {
        return issue(issuing, distinguishedName, pair("RSA"), Kind.SIGNER);
    }

    /** A certificate for a key whose private part lies elsewhere, such as in custody. */
    public List<X509Certificate> certify(byte[] publicKeySpki, String distinguishedName) {
        try {
            PublicKey key =
                    KeyFactory.getInstance("EC")
                            .generatePublic(new X509EncodedKeySpec(publicKeySpki));
            return chain(issue(issuing, distinguishedName, new KeyPair(key, null), Kind.SIGNER));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public Holder server(String distinguishedName) {
        return issue(issuing, distinguishedName, pair("EC"), Kind.SERVER);
    }

    public List<X509Certificate> chain(Holder holder) {
        return List.of(holder.certificate(), issuing.certificate(), root.certificate());
    }

    public X509Certificate root() {
        return root.certificate();
    }

    public X509Certificate issuing() {
        return issuing.certificate();
    }

    public void revoke(Holder holder, Instant when) {
        revoked.put(holder.certificate().getSerialNumber(), when);
    }

    public TrustedAuthorities trustedAs(Standing standing) {
        return new TrustedAuthorities(authorities(standing), RevocationSource.none());
    }

    public List<TrustedAuthority> authorities(Standing standing) {
        return List.of(
                new TrustedAuthority(root.certificate(), true, "Root Contoh", standing),
                new TrustedAuthority(issuing.certificate(), false, "CA Contoh", standing));
    }

    public RevocationSource revocations() {
        return revocations(at);
    }

    /** CRLs made at that time. */
    public RevocationSource revocations(Instant made) {
        return (certificate, issuer) -> {
            Holder by = issuer.equals(root.certificate()) ? root : issuing;
            return new RevocationProof(List.of(crl(by, made)), List.of());
        };
    }

    public TimeStampSource timeStamps() {
        return timeStamps(at);
    }

    public TimeStampSource timeStamps(Instant when) {
        return digest -> Optional.of(stamp(digest, when));
    }

    private byte[] crl(Holder by, Instant made) {
        try {
            JcaX509v2CRLBuilder builder =
                    new JcaX509v2CRLBuilder(by.certificate(), Date.from(made));
            builder.setNextUpdate(Date.from(made.plus(Duration.ofDays(7))));
            revoked.forEach((number, when) ->
                    builder.addCRLEntry(number, Date.from(when), CRLReason.keyCompromise));
            return new JcaX509CRLConverter().getCRL(builder.build(signer(by))).getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] stamp(byte[] digest, Instant when) {
        try {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            TimeStampRequest request = generator.generate(TSPAlgorithms.SHA256, digest);
            TimeStampTokenGenerator tokens =
                    new TimeStampTokenGenerator(
                            new JcaSimpleSignerInfoGeneratorBuilder()
                                    .build("SHA256withECDSA", stamper.key(), stamper.certificate()),
                            new JcaDigestCalculatorProviderBuilder()
                                    .build()
                                    .get(
                                            new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                                                    TSPAlgorithms.SHA256)),
                            new ASN1ObjectIdentifier("1.2.3.4"));
            tokens.addCertificates(
                    new JcaCertStore(List.of(stamper.certificate(), issuing.certificate())));
            return tokens.generate(request, BigInteger.valueOf(serial++), Date.from(when))
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Holder issue(Holder by, String name, KeyPair pair, Kind kind) {
        try {
            X500Name subject = new X500Name(name);
            JcaX509v3CertificateBuilder builder =
                    by == null
                            ? new JcaX509v3CertificateBuilder(
                                    subject,
                                    BigInteger.valueOf(serial++),
                                    Date.from(at.minus(Duration.ofDays(30))),
                                    Date.from(at.plus(Duration.ofDays(730))),
                                    subject,
                                    pair.getPublic())
                            : new JcaX509v3CertificateBuilder(
                                    by.certificate(),
                                    BigInteger.valueOf(serial++),
                                    Date.from(at.minus(Duration.ofDays(30))),
                                    Date.from(at.plus(Duration.ofDays(730))),
                                    subject,
                                    pair.getPublic());
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    extensions.createSubjectKeyIdentifier(pair.getPublic()));
            if (by != null) {
                builder.addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        extensions.createAuthorityKeyIdentifier(by.certificate()));
                builder.addExtension(
                        Extension.cRLDistributionPoints,
                        false,
                        new CRLDistPoint(
                                new DistributionPoint[] {
                                    new DistributionPoint(
                                            new DistributionPointName(
                                                    new GeneralNames(
                                                            new GeneralName(
                                                                    GeneralName
                                                                            .uniformResourceIdentifier,
                                                                    "http://pki.contoh.invalid/0.crl"))),
                                            null,
                                            null)
                                }));
            }
            List<KeyPurposeId> purposes = new ArrayList<>();
            int usage =
                    switch (kind) {
                        case ROOT, CA -> KeyUsage.keyCertSign | KeyUsage.cRLSign;
                        case TSA -> {
                            purposes.add(KeyPurposeId.id_kp_timeStamping);
                            yield KeyUsage.digitalSignature;
                        }
                        case SIGNER -> KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
                        case SERVER -> KeyUsage.keyAgreement;
                    };
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            if (!purposes.isEmpty()) {
                builder.addExtension(
                        Extension.extendedKeyUsage,
                        true,
                        new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new)));
            }
            boolean authority = kind == Kind.ROOT || kind == Kind.CA;
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            X509Certificate certificate =
                    new JcaX509CertificateConverter()
                            .getCertificate(
                                    builder.build(
                                            by == null ? signer(pair.getPrivate()) : signer(by)));
            return new Holder(certificate, pair.getPrivate());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static ContentSigner signer(Holder by) throws Exception {
        return signer(by.key());
    }

    private static ContentSigner signer(PrivateKey key) throws Exception {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(key);
    }

    private static KeyPair pair(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else {
                generator.initialize(2048);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
