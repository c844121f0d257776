package id.pamong.authority.custody;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/**
 * Who signs and verifies: Amazon's Corretto Crypto Provider where its native library loads (an
 * order of magnitude faster), otherwise the JDK, but Bouncy Castle for verifying ECDSA, which the
 * JDK does four times slower. Public keys come from factories that refuse a point off its curve.
 */
public final class SignatureEngine {
    private static final @Nullable Provider FAST = fast();

    private SignatureEngine() {}

    /** Holder: made only where it is needed. */
    private static final class Slow {
        static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    }

    private static @Nullable Provider fast() {
        if (Boolean.getBoolean("pamong.signatures.jdk-only")) {
            return null;
        }
        try {
            AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
            return provider.getLoadingError() == null ? provider : null;
        } catch (LinkageError | RuntimeException e) {
            // Another processor or a temporary folder from which nothing may be executed.
            return null;
        }
    }

    /** Name of the provider for figures and logs. */
    public static String name() {
        return FAST == null ? "JDK" : FAST.getName() + " " + FAST.getVersionStr();
    }

    /** A signature begun with the key; a key that shows no bytes is used where it lies. */
    public static Signature signing(String algorithm, PrivateKey key) {
        try {
            Signature signature =
                    FAST != null
                                    && "PKCS#8".equals(key.getFormat())
                                    && FAST.getService("Signature", algorithm) != null
                            ? Signature.getInstance(algorithm, FAST)
                            : Signature.getInstance(algorithm);
            signature.initSign(key);
            return signature;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key does not sign " + algorithm, e);
        }
    }

    /** Signs the content. */
    public static byte[] sign(String algorithm, PrivateKey key, byte[] content) {
        try {
            Signature signature = signing(algorithm, key);
            signature.update(content);
            return signature.sign();
        } catch (SignatureException e) {
            throw new IllegalStateException("the key does not sign " + algorithm, e);
        }
    }

    /** Whether the signature is the key's over the content. Unfit bytes are simply not. */
    public static boolean verifies(
            String algorithm, PublicKey key, byte[] content, byte[] signature) {
        try {
            Provider provider = provider("Signature", algorithm);
            Signature verifier =
                    provider == null
                            ? Signature.getInstance(algorithm)
                            : Signature.getInstance(algorithm, provider);
            verifier.initVerify(key);
            verifier.update(content);
            return verifier.verify(signature);
        } catch (InvalidKeyException | SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the machine does not verify " + algorithm, e);
        }
    }

    /**
     * Reads a public key.
     *
     * @param family of the key, such as {@code EC}, {@code RSA}, {@code Ed25519} or {@code ML-DSA}
     * @param spki SubjectPublicKeyInfo, DER
     */
    public static PublicKey publicKey(String family, byte[] spki) throws InvalidKeySpecException {
        try {
            Provider provider = provider("KeyFactory", family);
            return (provider == null
                            ? KeyFactory.getInstance(family)
                            : KeyFactory.getInstance(family, provider))
                    .generatePublic(new X509EncodedKeySpec(spki));
        } catch (InvalidKeySpecException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new InvalidKeySpecException(e);
        } catch (RuntimeException e) {
            // The factories throw more than they declare on bytes that only look like a key.
            throw new InvalidKeySpecException("no key of kind " + family, e);
        }
    }

    /** Reads a private key, PKCS#8 in DER. */
    public static PrivateKey privateKey(String family, byte[] pkcs8)
            throws GeneralSecurityException {
        Provider provider = FAST;
        return (provider != null && provider.getService("KeyFactory", family) != null
                        ? KeyFactory.getInstance(family, provider)
                        : KeyFactory.getInstance(family))
                .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    private static @Nullable Provider provider(String type, String algorithm) {
        if (FAST != null && FAST.getService(type, algorithm) != null) {
            return FAST;
        }
        return algorithm.startsWith("EC") || algorithm.endsWith("ECDSA")
                ? Slow.BOUNCY_CASTLE
                : null;
    }
}
