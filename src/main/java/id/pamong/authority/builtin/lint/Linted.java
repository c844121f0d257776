package id.pamong.authority.builtin.lint;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Null;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/** A certificate as a reader finds it, with the questions that {@link Lint} puts to it. */
public final class Linted {
    private static final int LONGEST_ATTRIBUTE = 64;
    private static final int YEAR_OF_GENERALIZED_TIME = 2050;
    private static final Pattern NUMBER_OF_A_PERSON = Pattern.compile("(?:\\d[ .-]?){16,}");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** Bits of the key usage, as the library numbers them. */
    enum Use {
        DIGITAL_SIGNATURE(KeyUsage.digitalSignature),
        NON_REPUDIATION(KeyUsage.nonRepudiation),
        KEY_CERT_SIGN(KeyUsage.keyCertSign);

        private final int bit;

        Use(int bit) {
            this.bit = bit;
        }
    }

    private final X509CertificateHolder certificate;
    private final TBSCertificate content;
    private final Extensions extensions;

    public Linted(X509CertificateHolder certificate) {
        this.certificate = certificate;
        this.content = certificate.toASN1Structure().getTBSCertificate();
        this.extensions = Objects.requireNonNull(content.getExtensions());
    }

    public int version() {
        return content.getVersionNumber();
    }

    public BigInteger serial() {
        return content.getSerialNumber().getValue();
    }

    public Instant begin() {
        return content.getStartDate().getDate().toInstant();
    }

    public Instant end() {
        return content.getEndDate().getDate().toInstant();
    }

    /** From the first to the last second, both counted. */
    Duration lasts() {
        return Duration.between(begin(), end()).plusSeconds(1);
    }

    boolean namesOneAlgorithm() {
        return content.getSignature().equals(certificate.getSignatureAlgorithm());
    }

    boolean hasNames() {
        return content.getIssuer().getRDNs().length > 0
                && content.getSubject().getRDNs().length > 0;
    }

    boolean hasFitNameStrings() {
        return hasFitStrings(content.getSubject()) && hasFitStrings(content.getIssuer());
    }

    private static boolean hasFitStrings(X500Name name) {
        for (RDN part : name.getRDNs()) {
            var value = part.getFirst().getValue();
            boolean country = part.getFirst().getType().equals(BCStyle.C);
            if (part.isMultiValued()
                    || !(country
                            ? value instanceof ASN1PrintableString
                            : value instanceof ASN1UTF8String)) {
                return false;
            }
            String text = ((ASN1String) value).getString();
            int length = text.codePointCount(0, text.length());
            if (text.isBlank() || (country ? length != 2 : length > LONGEST_ATTRIBUTE)) {
                return false;
            }
        }
        return true;
    }

    boolean hasTimesInRightForm() {
        return isRightForm(content.getStartDate()) && isRightForm(content.getEndDate());
    }

    private static boolean isRightForm(Time time) {
        boolean early =
                time.getDate().toInstant().atZone(ZoneOffset.UTC).getYear()
                        < YEAR_OF_GENERALIZED_TIME;
        return switch (time.toASN1Primitive()) {
            case ASN1UTCTime utc -> early && utc.getTime().matches("\\d{12}(Z|GMT\\+00:00)");
            case ASN1GeneralizedTime general ->
                    !early && general.getTimeString().matches("\\d{14}Z");
            default -> false;
        };
    }

    boolean hasUniqueIdentifiers() {
        return content.getIssuerUniqueId() != null || content.getSubjectUniqueId() != null;
    }

    boolean hasFitParameters() {
        var algorithm = content.getSubjectPublicKeyInfo().getAlgorithm();
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return algorithm.getParameters() instanceof ASN1Null;
        }
        return algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                ? algorithm.getParameters() instanceof ASN1ObjectIdentifier
                : algorithm.getParameters() == null;
    }

    boolean hasEachExtensionOnce() {
        ASN1ObjectIdentifier[] all = extensions.getExtensionOIDs();
        return new HashSet<>(Arrays.asList(all)).size() == all.length;
    }

    boolean hasRightCriticality() {
        for (ASN1ObjectIdentifier oid : extensions.getExtensionOIDs()) {
            boolean critical = extensions.getExtension(oid).isCritical();
            boolean must =
                    oid.equals(Extension.keyUsage)
                            || (oid.equals(Extension.basicConstraints) && isAuthority());
            boolean may = must || oid.equals(Extension.extendedKeyUsage);
            if (critical ? !may : must) {
                return false;
            }
        }
        return true;
    }

    boolean hasKeyIdentifiers() {
        AuthorityKeyIdentifier issuer = AuthorityKeyIdentifier.fromExtensions(extensions);
        boolean selfIssued = content.getIssuer().equals(content.getSubject());
        return extensions.getExtension(Extension.subjectKeyIdentifier) != null
                && (selfIssued || (issuer != null && issuer.getKeyIdentifierOctets() != null));
    }

    public int keyUsage() {
        KeyUsage usage = KeyUsage.fromExtensions(extensions);
        return usage == null ? 0 : usage.getBytes()[0] & 0xff;
    }

    public boolean has(Use use) {
        return (keyUsage() & use.bit) != 0;
    }

    public boolean encrypts() {
        return (keyUsage()
                        & (KeyUsage.keyEncipherment
                                | KeyUsage.dataEncipherment
                                | KeyUsage.keyAgreement))
                != 0;
    }

    boolean isAuthority() {
        BasicConstraints constraints = BasicConstraints.fromExtensions(extensions);
        return constraints != null && constraints.isCA();
    }

    boolean hasPathLength() {
        BasicConstraints constraints = BasicConstraints.fromExtensions(extensions);
        return constraints != null && constraints.getPathLenConstraint() != null;
    }

    public List<String> policies() {
        CertificatePolicies policies = CertificatePolicies.fromExtensions(extensions);
        return policies == null
                ? List.of()
                : Stream.of(policies.getPolicyInformation())
                        .map(PolicyInformation::getPolicyIdentifier)
                        .map(ASN1ObjectIdentifier::getId)
                        .toList();
    }

    public List<String> purposes() {
        ExtendedKeyUsage usage = ExtendedKeyUsage.fromExtensions(extensions);
        return usage == null
                ? List.of()
                : Stream.of(usage.getUsages()).map(KeyPurposeId::getId).toList();
    }

    boolean purposesCritical() {
        Extension usage = extensions.getExtension(Extension.extendedKeyUsage);
        return usage != null && usage.isCritical();
    }

    boolean isNoCheck() {
        return extensions.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck) != null;
    }

    /** Where lists, status and issuer are found. */
    List<String> addresses() {
        List<String> found = new ArrayList<>();
        Extension lists = extensions.getExtension(Extension.cRLDistributionPoints);
        if (lists != null) {
            for (var point :
                    CRLDistPoint.getInstance(lists.getParsedValue()).getDistributionPoints()) {
                for (GeneralName name :
                        GeneralNames.getInstance(point.getDistributionPoint().getName())
                                .getNames()) {
                    found.add(String.valueOf(name.getName()));
                }
            }
        }
        AuthorityInformationAccess access = AuthorityInformationAccess.fromExtensions(extensions);
        if (access != null) {
            for (var description : access.getAccessDescriptions()) {
                found.add(String.valueOf(description.getAccessLocation().getName()));
            }
        }
        return found;
    }

    boolean isDer() {
        try {
            byte[] read = certificate.getEncoded();
            return Arrays.equals(read, certificate.toASN1Structure().getEncoded("DER"));
        } catch (IOException e) {
            return false;
        }
    }

    boolean hasNoPersonalIdentifiers() {
        Set<ASN1ObjectIdentifier> personal =
                Set.of(
                        BCStyle.EmailAddress,
                        BCStyle.SERIALNUMBER,
                        BCStyle.UID,
                        BCStyle.DATE_OF_BIRTH);
        return Stream.of(content.getSubject().getRDNs())
                .allMatch(part -> {
                    String text = String.valueOf(part.getFirst().getValue());
                    return !personal.contains(part.getFirst().getType())
                            && !text.contains("@")
                            && !NUMBER_OF_A_PERSON.matcher(text).find();
                });
    }

    /** Lower-case names of hosts, the common name among them if it is one. */
    boolean hasFitHosts() {
        List<String> hosts = new ArrayList<>();
        GeneralNames names =
                GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
        if (names != null) {
            for (GeneralName name : names.getNames()) {
                if (name.getTagNo() != GeneralName.dNSName) {
                    return false;
                }
                hosts.add(String.valueOf(name.getName()));
            }
        }
        String common = commonName();
        return hosts.stream().allMatch(Linted::isHost)
                && new HashSet<>(hosts).size() == hosts.size()
                && (common == null || hosts.isEmpty() || !isHost(common) || hosts.contains(common));
    }

    private @Nullable String commonName() {
        RDN[] parts = content.getSubject().getRDNs(BCStyle.CN);
        return parts.length == 0 ? null : String.valueOf(parts[0].getFirst().getValue());
    }

    private static boolean isHost(String name) {
        String plain = name.startsWith("*.") ? name.substring(2) : name;
        String[] labels = plain.split("\\.", -1);
        return plain.length() <= 253
                && labels.length >= 2
                && Stream.of(labels).allMatch(label -> LABEL.matcher(label).matches())
                && !labels[labels.length - 1].matches("\\d+");
    }
}
