package id.pamong.authority.gateway;

import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.custody.SignatureEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x500.style.RFC4519Style;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.DefaultSignatureNameFinder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.jspecify.annotations.Nullable;

/**
 * Reads certification requests from whoever sends them: PKCS#10, PEM or DER, and the request of a
 * CMP message (CertReqMsg of RFC 4211, DER).
 */
public final class CertificationRequests {
    /** Longest request, in bytes; RSA of 4096 bits with a hundred hosts needs a tenth. */
    public static final int LONGEST = 65_536;

    private static final Pattern PEM =
            Pattern.compile(
                    "-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----([A-Za-z0-9+/=\\s]{1,90000})"
                            + "-----END (?:NEW )?CERTIFICATE REQUEST-----");
    private static final Pattern HOST =
            Pattern.compile("(?:\\*\\.)?[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");
    private static final Set<String> DIGESTS = Set.of("SHA256", "SHA384", "SHA512");

    private CertificationRequests() {}

    /** What came of reading. */
    public sealed interface Reading {
        /** A request; its faults say whether it may be used. */
        record Read(CertificationRequest request) implements Reading {}

        /**
         * No request at all.
         *
         * @param code {@code request.too-long}, {@code request.private-key} (someone sent the key
         *     itself, which is then lost), {@code request.certificate} or {@code
         *     request.unreadable}
         */
        record Unreadable(String code) implements Reading {}
    }

    /** Reads whatever was sent; no bytes make it throw. */
    public static Reading read(byte[] sent) {
        if (sent.length > LONGEST) {
            return new Reading.Unreadable("request.too-long");
        }
        String text = new String(sent, StandardCharsets.ISO_8859_1);
        if (text.contains("PRIVATE KEY-----")) {
            return new Reading.Unreadable("request.private-key");
        }
        if (text.contains("-----BEGIN CERTIFICATE-----")) {
            return new Reading.Unreadable("request.certificate");
        }
        try {
            Matcher pem = PEM.matcher(text);
            byte[] der =
                    pem.find()
                            ? Base64.getMimeDecoder()
                                    .decode(pem.group(1).getBytes(StandardCharsets.US_ASCII))
                            : sent;
            return new Reading.Read(
                    CrmfRequests.isOne(der)
                            ? CrmfRequests.parsed(der)
                            : parsed(new PKCS10CertificationRequest(der)));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // The parser throws more than it declares on bytes that only look like a request.
            return new Reading.Unreadable("request.unreadable");
        }
    }

    private static CertificationRequest parsed(PKCS10CertificationRequest request)
            throws IOException, GeneralSecurityException {
        return judged(
                request.getEncoded(),
                request.getSubjectPublicKeyInfo(),
                request.getSubject(),
                request.getRequestedExtensions(),
                request.getSignatureAlgorithm(),
                request.toASN1Structure().getCertificationRequestInfo().getEncoded("DER"),
                request.getSignature());
    }

    /** Whatever form it came in: which key, whose, and whether the proof of possession holds. */
    static CertificationRequest judged(
            byte[] der,
            SubjectPublicKeyInfo info,
            X500Name subject,
            @Nullable Extensions asked,
            AlgorithmIdentifier signed,
            byte[] content,
            byte[] signature)
            throws IOException, GeneralSecurityException {
        byte[] spki = info.getEncoded("DER");
        PublicKey key = SignatureEngine.publicKey(family(info), spki);
        KeyAlgorithm algorithm = KeyStrength.algorithmOf(key, info);
        List<String> faults = new ArrayList<>();
        if (algorithm != null && !isSigned(signed, key, content, signature)) {
            faults.add("request.signature");
        }
        if (!isStrongDigest(signed)) {
            faults.add("request.digest-weak");
        }
        if (algorithm == null) {
            faults.add("request.key-algorithm");
        }
        if (key instanceof RSAPublicKey rsa && KeyStrength.isWeak(rsa.getModulus())) {
            faults.add("request.key-weak");
        }
        Set<String> hosts = new TreeSet<>();
        List<String> others = new ArrayList<>();
        names(subject, asked, hosts, others);
        return new CertificationRequest(
                der,
                spki,
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(spki)),
                algorithm,
                words(key),
                RFC4519Style.INSTANCE.toString(subject),
                List.copyOf(hosts),
                others,
                faults);
    }

    private static boolean isSigned(
            AlgorithmIdentifier signed, PublicKey key, byte[] content, byte[] signature) {
        try {
            return SignatureEngine.verifies(signatureName(signed), key, content, signature);
        } catch (RuntimeException e) {
            // An algorithm that does not fit the key, or that nobody knows.
            return false;
        }
    }

    private static String family(SubjectPublicKeyInfo info) {
        var algorithm = info.getAlgorithm().getAlgorithm();
        if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return "RSA";
        }
        return algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey) ? "EC" : algorithm.getId();
    }

    private static String signatureName(AlgorithmIdentifier signed) {
        return new DefaultSignatureNameFinder().getAlgorithmName(signed).replace("WITH", "with");
    }

    private static boolean isStrongDigest(AlgorithmIdentifier signed) {
        String name = signatureName(signed).toUpperCase(Locale.ROOT).replace("-", "");
        return DIGESTS.stream().anyMatch(name::contains);
    }

    private static void names(
            X500Name subject, @Nullable Extensions asked, Set<String> hosts, List<String> others) {
        for (RDN part : subject.getRDNs(BCStyle.CN)) {
            String name = IETFUtils.valueToString(part.getFirst().getValue());
            if (HOST.matcher(name).matches()) {
                hosts.add(name.toLowerCase(Locale.ROOT));
            }
        }
        GeneralNames names =
                asked == null
                        ? null
                        : GeneralNames.fromExtensions(asked, Extension.subjectAlternativeName);
        if (names == null) {
            return;
        }
        for (GeneralName name : names.getNames()) {
            String value = String.valueOf(name.getName());
            switch (name.getTagNo()) {
                case GeneralName.dNSName -> hosts.add(value.toLowerCase(Locale.ROOT));
                case GeneralName.rfc822Name -> others.add("e-mail: " + value);
                case GeneralName.uniformResourceIdentifier -> others.add("URI: " + value);
                case GeneralName.iPAddress -> others.add("IP: " + value);
                default -> others.add("#" + name.getTagNo());
            }
        }
    }

    private static String words(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> "RSA " + rsa.getModulus().bitLength();
            case ECPublicKey curve ->
                    "EC " + curve.getParams().getCurve().getField().getFieldSize();
            default -> key.getAlgorithm();
        };
    }
}
