package id.pamong.authority.builtin.key;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;

/** The kinds of key that the authority signs with, each with the one algorithm it uses. */
public enum AuthorityKeyKind {
    /** The default. */
    P_256("EC", "SHA256withECDSA", 72, new ECGenParameterSpec("secp256r1")),
    P_384("EC", "SHA384withECDSA", 104, new ECGenParameterSpec("secp384r1")),
    /** For readers that know nothing newer. */
    RSA_2048("RSA", "SHA256withRSA", 256, rsa(2048)),
    RSA_3072("RSA", "SHA256withRSA", 384, rsa(3072)),
    RSA_4096("RSA", "SHA384withRSA", 512, rsa(4096)),
    /** RFC 8410. */
    ED25519("Ed25519", "Ed25519", 64, NamedParameterSpec.ED25519),
    /** FIPS 204 in certificates by RFC 9881; for trials, since few readers know it. */
    ML_DSA_65("ML-DSA", "ML-DSA-65", 3309, NamedParameterSpec.ML_DSA_65);

    private final String family;
    private final String signature;
    private final int longestSignature;

    @SuppressWarnings("ImmutableEnumChecker") // the specs above are never changed
    private final AlgorithmParameterSpec parameters;

    @SuppressWarnings("ImmutableEnumChecker") // read, never changed
    private final AlgorithmIdentifier identifier;

    AuthorityKeyKind(
            String family,
            String signature,
            int longestSignature,
            AlgorithmParameterSpec parameters) {
        this.family = family;
        this.signature = signature;
        this.longestSignature = longestSignature;
        this.parameters = parameters;
        this.identifier = new DefaultSignatureAlgorithmIdentifierFinder().find(signature);
    }

    private static RSAKeyGenParameterSpec rsa(int bits) {
        return new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4);
    }

    /** Family of the key factory. */
    public String family() {
        return family;
    }

    /** Name of the signature in Java's cryptography architecture. */
    public String signature() {
        return signature;
    }

    public AlgorithmIdentifier identifier() {
        return identifier;
    }

    /** Octets of a signature; for ECDSA the most there can be. */
    public int longestSignature() {
        return longestSignature;
    }

    /** What the OCSP signer below such a CA signs with: what reads the one reads the other. */
    public AuthorityKeyKind ofOcspSigner() {
        return this;
    }

    /** CMS with the newer kinds is read by few, so their time stamps are signed with P-256. */
    public AuthorityKeyKind ofTimeStamping() {
        return switch (this) {
            case ED25519, ML_DSA_65 -> P_256;
            case P_256, P_384, RSA_2048, RSA_3072, RSA_4096 -> this;
        };
    }

    public KeyPair newPair() {
        try {
            KeyPairGenerator generator =
                    KeyPairGenerator.getInstance(this == ML_DSA_65 ? "ML-DSA-65" : family);
            if (!family.equals("Ed25519") && this != ML_DSA_65) {
                generator.initialize(parameters);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the machine makes no keys of kind " + this, e);
        }
    }

    /** The kind of a key; empty when the authority has none such. */
    public static Optional<AuthorityKeyKind> of(SubjectPublicKeyInfo key) {
        return Stream.of(values()).filter(kind -> kind.isOf(key)).findFirst();
    }

    private boolean isOf(SubjectPublicKeyInfo key) {
        var algorithm = key.getAlgorithm();
        return switch (this) {
            case P_256 -> SECObjectIdentifiers.secp256r1.equals(algorithm.getParameters());
            case P_384 -> SECObjectIdentifiers.secp384r1.equals(algorithm.getParameters());
            case RSA_2048, RSA_3072, RSA_4096 ->
                    algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)
                            && bits(key) == ((RSAKeyGenParameterSpec) parameters).getKeysize();
            case ED25519, ML_DSA_65 -> algorithm.getAlgorithm().equals(identifier.getAlgorithm());
        };
    }

    private static int bits(SubjectPublicKeyInfo key) {
        try {
            return RSAPublicKey.getInstance(key.parsePublicKey()).getModulus().bitLength();
        } catch (java.io.IOException e) {
            return 0;
        }
    }
}
