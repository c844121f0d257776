package id.pamong.authority.cmp;

import id.pamong.authority.custody.SignatureEngine;
import id.pamong.office.protection.SecretBytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.spec.InvalidKeySpecException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.PBMParameter;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIMessage;
import org.bouncycastle.asn1.cmp.ProtectedPart;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.crmf.PKMACBuilder;
import org.bouncycastle.cert.crmf.jcajce.JcePKMACValuesCalculator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.DefaultSignatureNameFinder;
import org.bouncycastle.operator.MacCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.PBEMacCalculatorProvider;
import org.bouncycastle.pkcs.jcajce.JcePBMac1CalculatorProviderBuilder;

/**
 * Protection of messages (RFC 9810 section 5.1.3, algorithms of RFC 9481): a MAC by a shared secret
 * (PBMAC1, or the older password-based MAC) or a signature. A message that would keep the machine
 * busy is refused before it does.
 */
final class Protection {
    static final int MOST_ITERATIONS = 100_000;
    private static final int LONGEST_SALT = 128;
    // Whoever writes the message chooses these: a short key would be guessed, not known.
    private static final int SHORTEST_KEY = 20;
    private static final int LONGEST_KEY = 64;
    private static final Set<ASN1ObjectIdentifier> MACS =
            Set.of(
                    PKCSObjectIdentifiers.id_hmacWithSHA1,
                    PKCSObjectIdentifiers.id_hmacWithSHA224,
                    PKCSObjectIdentifiers.id_hmacWithSHA256,
                    PKCSObjectIdentifiers.id_hmacWithSHA384,
                    PKCSObjectIdentifiers.id_hmacWithSHA512);
    private static final Set<String> DIGESTS = Set.of("SHA256", "SHA384", "SHA512");
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private Protection() {}

    static boolean isMac(AlgorithmIdentifier algorithm) {
        return algorithm.getAlgorithm().equals(CMPObjectIdentifiers.passwordBasedMac)
                || algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1);
    }

    /** Of the algorithm and parameters of a message; refuses those that are dear or weak. */
    static MacCalculator mac(AlgorithmIdentifier algorithm, SecretBytes secret) {
        char[] password =
                secret.reveal(bytes -> new String(bytes, StandardCharsets.US_ASCII).toCharArray());
        try {
            return provider(algorithm).get(algorithm, password);
        } catch (OperatorCreationException | RuntimeException e) {
            if (e instanceof CmpFault fault) {
                throw fault;
            }
            // The parser throws more than it declares on parameters that only look like some.
            throw new CmpFault(PKIFailureInfo.badAlg, "this protection is not known here");
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** The same with a salt of our own, for the answer. */
    static MacCalculator fresh(AlgorithmIdentifier algorithm, SecretBytes secret) {
        if (algorithm.getAlgorithm().equals(CMPObjectIdentifiers.passwordBasedMac)) {
            PBMParameter asked = PBMParameter.getInstance(algorithm.getParameters());
            return mac(
                    new AlgorithmIdentifier(
                            algorithm.getAlgorithm(),
                            new PBMParameter(
                                    new DEROctetString(Replies.nonce()),
                                    asked.getOwf(),
                                    asked.getIterationCount(),
                                    asked.getMac())),
                    secret);
        }
        PBMAC1Params asked = PBMAC1Params.getInstance(algorithm.getParameters());
        PBKDF2Params derivation =
                PBKDF2Params.getInstance(asked.getKeyDerivationFunc().getParameters());
        return mac(
                new AlgorithmIdentifier(
                        algorithm.getAlgorithm(),
                        new PBMAC1Params(
                                new AlgorithmIdentifier(
                                        asked.getKeyDerivationFunc().getAlgorithm(),
                                        new PBKDF2Params(
                                                Replies.nonce(),
                                                derivation.getIterationCount().intValue(),
                                                derivation.getKeyLength().intValue(),
                                                derivation.getPrf())),
                                asked.getMessageAuthScheme())),
                secret);
    }

    private static PBEMacCalculatorProvider provider(AlgorithmIdentifier algorithm) {
        if (algorithm.getAlgorithm().equals(CMPObjectIdentifiers.passwordBasedMac)) {
            PBMParameter parameter = PBMParameter.getInstance(algorithm.getParameters());
            requireBearable(parameter.getIterationCount(), parameter.getSalt().getOctetsLength());
            return new PKMACBuilder(
                    new JcePKMACValuesCalculator().setProvider(PROVIDER), MOST_ITERATIONS);
        }
        PBMAC1Params parameter = PBMAC1Params.getInstance(algorithm.getParameters());
        PBKDF2Params derivation =
                PBKDF2Params.getInstance(parameter.getKeyDerivationFunc().getParameters());
        requireBearable(
                new ASN1Integer(derivation.getIterationCount()), derivation.getSalt().length);
        if (derivation.getKeyLength() == null
                || derivation.getKeyLength().bitLength() > 15
                || derivation.getKeyLength().intValue() < SHORTEST_KEY
                || derivation.getKeyLength().intValue() > LONGEST_KEY) {
            throw new CmpFault(PKIFailureInfo.badAlg, "a key length of 20 to 64 octets is needed");
        }
        if (!MACS.contains(parameter.getMessageAuthScheme().getAlgorithm())
                || !MACS.contains(derivation.getPrf().getAlgorithm())) {
            throw new CmpFault(PKIFailureInfo.badAlg, "HMAC with SHA-1 or SHA-2 is needed");
        }
        return new JcePBMac1CalculatorProviderBuilder().setProvider(PROVIDER).build();
    }

    private static void requireBearable(ASN1Integer iterations, int salt) {
        if (iterations.getValue().signum() <= 0
                || iterations.getValue().bitLength() > 31
                || iterations.getValue().intValue() > MOST_ITERATIONS
                || salt > LONGEST_SALT) {
            throw new CmpFault(PKIFailureInfo.badAlg, "too many iterations or too long a salt");
        }
    }

    static boolean holds(PKIMessage message, MacCalculator mac) {
        try {
            try (OutputStream to = mac.getOutputStream()) {
                to.write(part(message));
            }
            return MessageDigest.isEqual(mac.getMac(), message.getProtection().getOctets());
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** Whether the key signed the message, over a digest that holds. */
    static boolean holds(PKIMessage message, SubjectPublicKeyInfo key) {
        try {
            String name =
                    new DefaultSignatureNameFinder()
                            .getAlgorithmName(message.getHeader().getProtectionAlg())
                            .replace("WITH", "with");
            String plain = name.toUpperCase(Locale.ROOT).replace("-", "");
            boolean strong =
                    DIGESTS.stream().anyMatch(plain::contains)
                            || plain.startsWith("ED25519")
                            || plain.startsWith("MLDSA");
            return strong
                    && SignatureEngine.verifies(
                            name,
                            SignatureEngine.publicKey(family(key), key.getEncoded("DER")),
                            part(message),
                            message.getProtection().getOctets());
        } catch (IOException | InvalidKeySpecException | RuntimeException e) {
            // An algorithm that does not fit the key, or that nobody knows.
            return false;
        }
    }

    private static String family(SubjectPublicKeyInfo key) {
        var algorithm = key.getAlgorithm().getAlgorithm();
        if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return "RSA";
        }
        return algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey) ? "EC" : algorithm.getId();
    }

    private static byte[] part(PKIMessage message) throws IOException {
        return new ProtectedPart(message.getHeader(), message.getBody()).getEncoded("DER");
    }
}
