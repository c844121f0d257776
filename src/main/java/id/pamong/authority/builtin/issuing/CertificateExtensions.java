package id.pamong.authority.builtin.issuing;

import id.pamong.authority.builtin.key.Der;
import id.pamong.authority.builtin.key.Pointers;
import id.pamong.authority.gateway.KeyUse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/** Extensions of a certificate (RFC 5280 section 4.2), from its template. */
public final class CertificateExtensions {
    private CertificateExtensions() {}

    /**
     * The extensions of a certificate over that key.
     *
     * @param issuer null for the self-signed root
     */
    public static Extensions of(
            Template template, SubjectPublicKeyInfo key, @Nullable X509CertificateHolder issuer) {
        ExtensionsGenerator out = new ExtensionsGenerator();
        try {
            if (issuer != null) {
                out.addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        new AuthorityKeyIdentifier(keyIdentifier(issuer)));
            }
            out.addExtension(Extension.subjectKeyIdentifier, false, subjectKeyIdentifier(key));
            if (template.authority()) {
                Integer length = template.profile().pathLength();
                out.addExtension(
                        Extension.basicConstraints,
                        true,
                        length == null ? new BasicConstraints(true) : new BasicConstraints(length));
            }
            out.addExtension(
                    Extension.keyUsage, true, keyUsage(template.profile().keyUses(family(key))));
            addUses(out, template);
            addPointers(out, template);
            return out.generate();
        } catch (IOException e) {
            throw new IllegalStateException("the extensions cannot be encoded", e);
        }
    }

    private static void addUses(ExtensionsGenerator out, Template template) throws IOException {
        if (!template.profile().extendedKeyUses().isEmpty()) {
            KeyPurposeId[] purposes =
                    template.profile().extendedKeyUses().stream()
                            .map(oid -> KeyPurposeId.getInstance(new ASN1ObjectIdentifier(oid)))
                            .toArray(KeyPurposeId[]::new);
            out.addExtension(
                    Extension.extendedKeyUsage,
                    template.extendedKeyUseCritical(),
                    new ExtendedKeyUsage(purposes));
        }
        if (template.noCheck()) {
            out.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
        }
        if (!template.dnsNames().isEmpty()) {
            GeneralName[] names =
                    template.dnsNames().stream()
                            .map(name -> new GeneralName(GeneralName.dNSName, name))
                            .toArray(GeneralName[]::new);
            out.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        }
        String policy = template.policy();
        if (policy != null) {
            out.addExtension(
                    Extension.certificatePolicies,
                    false,
                    new CertificatePolicies(
                            new PolicyInformation(new ASN1ObjectIdentifier(policy))));
        }
    }

    private static void addPointers(ExtensionsGenerator out, Template template) throws IOException {
        Pointers pointers = template.pointers();
        if (pointers == null) {
            return;
        }
        out.addExtension(
                Extension.cRLDistributionPoints,
                false,
                new CRLDistPoint(
                        new DistributionPoint[] {
                            new DistributionPoint(
                                    new DistributionPointName(
                                            new GeneralNames(address(pointers.crl()))),
                                    null,
                                    null)
                        }));
        List<AccessDescription> access = new ArrayList<>();
        String ocsp = pointers.ocsp();
        if (ocsp != null && !template.noCheck()) {
            access.add(new AccessDescription(AccessDescription.id_ad_ocsp, address(ocsp)));
        }
        access.add(
                new AccessDescription(
                        AccessDescription.id_ad_caIssuers, address(pointers.issuerCertificate())));
        out.addExtension(
                Extension.authorityInfoAccess,
                false,
                new AuthorityInformationAccess(access.toArray(AccessDescription[]::new)));
    }

    /** As profiles name the families of keys. */
    public static String family(SubjectPublicKeyInfo key) {
        var algorithm = key.getAlgorithm().getAlgorithm();
        if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return "RSA";
        }
        return algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey) ? "EC" : algorithm.getId();
    }

    public static KeyUsage keyUsage(Set<KeyUse> uses) {
        int bits = 0;
        for (KeyUse use : uses) {
            bits |=
                    switch (use) {
                        case DIGITAL_SIGNATURE -> KeyUsage.digitalSignature;
                        case NON_REPUDIATION -> KeyUsage.nonRepudiation;
                        case KEY_ENCIPHERMENT -> KeyUsage.keyEncipherment;
                        case DATA_ENCIPHERMENT -> KeyUsage.dataEncipherment;
                        case KEY_AGREEMENT -> KeyUsage.keyAgreement;
                        case KEY_CERT_SIGN -> KeyUsage.keyCertSign;
                        case CRL_SIGN -> KeyUsage.cRLSign;
                    };
        }
        return new KeyUsage(bits);
    }

    /**
     * SHA-1 of the key bits, method 1 of RFC 5280 section 4.2.1.2: an identifier, no protection.
     */
    public static SubjectKeyIdentifier subjectKeyIdentifier(SubjectPublicKeyInfo key) {
        return new SubjectKeyIdentifier(Der.sha1(key.getPublicKeyData().getOctets()));
    }

    public static byte[] keyIdentifier(X509CertificateHolder certificate) {
        return SubjectKeyIdentifier.fromExtensions(certificate.getExtensions()).getKeyIdentifier();
    }

    private static GeneralName address(String url) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, url);
    }
}
