package id.pamong.authority.signature.cms;

import id.pamong.authority.signature.RawSignatureReport;
import id.pamong.authority.signature.RawSignatureReport.Invalid;
import id.pamong.authority.signature.RawSignatureReport.Valid;
import id.pamong.authority.signature.ReasonCode;
import id.pamong.authority.signature.TrustedAuthority;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;

/** Makes and checks detached CMS over a SHA-256 digest, with CAdES-BASELINE-B attributes. */
public final class DetachedCms {
    private static final AlgorithmIdentifier SHA256 =
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

    /** The DER of the signed attributes, which the key signs. */
    public byte[] signedAttributes(byte[] sha256, List<X509Certificate> chain, Instant signedAt) {
        Recorder recorder = new Recorder(algorithmOf(chain.getFirst()), new byte[0]);
        generate(sha256, chain, signedAt, recorder);
        return recorder.seen.toByteArray();
    }

    /** The whole CMS; refuses a value that is not over these attributes. */
    public byte[] assemble(
            byte[] sha256, List<X509Certificate> chain, Instant signedAt, byte[] signatureValue) {
        CMSSignedData cms =
                generate(
                        sha256,
                        chain,
                        signedAt,
                        new Recorder(algorithmOf(chain.getFirst()), signatureValue));
        try {
            byte[] der = cms.getEncoded();
            if (!isIntact(der, sha256, chain.getFirst())) {
                throw new IllegalArgumentException("not a signature of this signer over this");
            }
            return der;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks digest, signature and path; anything odd in the bytes is an answer, not an error. */
    public RawSignatureReport verify(
            byte[] cms, byte[] sha256, List<TrustedAuthority> authorities, Instant at) {
        Optional<X509Certificate> signer = signerOf(cms);
        if (signer.isEmpty()) {
            return new Invalid(ReasonCode.BROKEN_SIGNATURE);
        }
        if (!isIntact(cms, sha256, signer.get())) {
            return new Invalid(ReasonCode.WRONG_DIGEST);
        }
        return switch (new Path(certificatesOf(cms), authorities).of(signer.get(), at)) {
            case Path.Known known ->
                    new Valid(signer.get(), known.authority(), claimedTime(cms).orElse(null));
            case Path.Unknown unknown -> new Invalid(unknown.reason());
        };
    }

    /** The certificate of the only signer in a CMS. */
    public Optional<X509Certificate> signerOf(byte[] cms) {
        try {
            CMSSignedData data = new CMSSignedData(cms);
            if (data.getSignerInfos().size() != 1) {
                return Optional.empty();
            }
            SignerInformation signer = data.getSignerInfos().iterator().next();
            for (X509CertificateHolder holder : data.getCertificates().getMatches(null)) {
                if (signer.getSID().match(holder)) {
                    return Optional.of(new JcaX509CertificateConverter().getCertificate(holder));
                }
            }
            return Optional.empty();
        } catch (CMSException | GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static List<X509Certificate> certificatesOf(byte[] cms) {
        try {
            JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
            List<X509Certificate> all = new java.util.ArrayList<>();
            for (X509CertificateHolder holder :
                    new CMSSignedData(cms).getCertificates().getMatches(null)) {
                all.add(converter.getCertificate(holder));
            }
            return all;
        } catch (CMSException | GeneralSecurityException | RuntimeException e) {
            return List.of();
        }
    }

    private static boolean isIntact(byte[] cms, byte[] sha256, X509Certificate signer) {
        try {
            CMSSignedData data =
                    new CMSSignedData(Map.of(NISTObjectIdentifiers.id_sha256, sha256), cms);
            if (data.getSignerInfos().size() != 1) {
                return false;
            }
            SignerInformation information = data.getSignerInfos().iterator().next();
            return information.getSignedAttributes() != null
                    && NISTObjectIdentifiers.id_sha256.equals(
                            information.getDigestAlgorithmID().getAlgorithm())
                    && information.verify(
                            new JcaSimpleSignerInfoVerifierBuilder().build(signer.getPublicKey()));
        } catch (CMSException | OperatorCreationException | RuntimeException e) {
            return false;
        }
    }

    private static Optional<Instant> claimedTime(byte[] cms) {
        try {
            AttributeTable signed =
                    new CMSSignedData(cms).getSignerInfos().iterator().next().getSignedAttributes();
            Attribute time = signed == null ? null : signed.get(CMSAttributes.signingTime);
            if (time == null || time.getAttrValues().size() == 0) {
                return Optional.empty();
            }
            return Optional.of(
                    Time.getInstance(time.getAttrValues().getObjectAt(0)).getDate().toInstant());
        } catch (CMSException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static CMSSignedData generate(
            byte[] sha256, List<X509Certificate> chain, Instant signedAt, ContentSigner signer) {
        try {
            ASN1EncodableVector attributes = new ASN1EncodableVector();
            attributes.add(
                    new Attribute(
                            CMSAttributes.signingTime, new DERSet(new Time(Date.from(signedAt)))));
            attributes.add(
                    new Attribute(
                            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                            new DERSet(
                                    new SigningCertificateV2(
                                            new ESSCertIDv2(digest(chain.getFirst()))))));
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new SignerInfoGeneratorBuilder(algorithm -> new Given(sha256))
                            .setSignedAttributeGenerator(
                                    new DefaultSignedAttributeTableGenerator(
                                            new AttributeTable(attributes)))
                            .build(signer, new JcaX509CertificateHolder(chain.getFirst())));
            generator.addCertificates(new JcaCertStore(chain));
            return generator.generate(new CMSAbsentContent(), false);
        } catch (CMSException | OperatorCreationException | CertificateEncodingException e) {
            throw new IllegalArgumentException("the chain cannot be encoded", e);
        }
    }

    private static byte[] digest(X509Certificate certificate) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static AlgorithmIdentifier algorithmOf(X509Certificate signer) {
        return new DefaultSignatureAlgorithmIdentifierFinder()
                .find(
                        switch (signer.getPublicKey().getAlgorithm()) {
                            case "EC" -> "SHA256WITHECDSA";
                            case "RSA" -> "SHA256WITHRSA";
                            case "Ed25519", "EdDSA" -> "ED25519";
                            default ->
                                    throw new IllegalArgumentException(
                                            "no way to sign with "
                                                    + signer.getPublicKey().getAlgorithm());
                        });
    }

    /** Takes the signed attributes and gives the value that was made elsewhere. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    private record Recorder(AlgorithmIdentifier algorithm, byte[] value, ByteArrayOutputStream seen)
            implements ContentSigner {
        Recorder(AlgorithmIdentifier algorithm, byte[] value) {
            this(algorithm, value, new ByteArrayOutputStream());
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm;
        }

        @Override
        public OutputStream getOutputStream() {
            return seen;
        }

        @Override
        public byte[] getSignature() {
            return value;
        }
    }

    /** A digest that is already known. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    private record Given(byte[] sha256) implements DigestCalculator {
        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return SHA256;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public byte[] getDigest() {
            return sha256.clone();
        }
    }
}
