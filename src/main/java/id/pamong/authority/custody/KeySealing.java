package id.pamong.authority.custody;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.protection.Seals;
import id.pamong.office.protection.SecretBytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.springframework.stereotype.Component;

/**
 * PKCS#8 under AES-256-GCM, with a key from both halves: what Argon2id makes of the passphrase, and
 * what the service's own key makes of the record's salt (HKDF-SHA-256, RFC 5869). The database
 * alone or the service key alone opens nothing. Local government, id, algorithm and public key are
 * bound as associated data, so that a record moved elsewhere does not open.
 */
@Component
class KeySealing {
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY = 32;
    private static final String PURPOSE = "pamong custody v1";

    private final PassphraseDerivation derivation;
    private final Seals seals;
    private final SecureRandom random = new SecureRandom();

    KeySealing(PassphraseDerivation derivation, Seals seals) {
        this.derivation = derivation;
        this.seals = seals;
    }

    SealedKey seal(
            LocalGovernmentId government,
            SealedKeyId id,
            KeyAlgorithm algorithm,
            KeyPair pair,
            SecretBytes passphrase) {
        return seal(
                government,
                id,
                algorithm,
                pair.getPrivate(),
                pair.getPublic().getEncoded(),
                passphrase);
    }

    SealedKey seal(
            LocalGovernmentId government,
            SealedKeyId id,
            KeyAlgorithm algorithm,
            PrivateKey secret,
            byte[] spki,
            SecretBytes passphrase) {
        byte[] salt = bytes(SALT);
        byte[] nonce = bytes(NONCE);
        DerivationCost cost = derivation.costForNewKeys();
        byte[] plain = secret.getEncoded();
        byte[] key = key(passphrase, salt, cost);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, key, nonce, bound(government, id, algorithm, spki))
                            .doFinal(plain);
            return new SealedKey(id, algorithm, salt, cost, nonce, sealed, spki);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key cannot be sealed", e);
        } finally {
            wipe(plain, key);
        }
    }

    /** The private key, or empty if the passphrase (or the service key) is another one. */
    Optional<PrivateKey> open(
            LocalGovernmentId government, SealedKey sealed, SecretBytes passphrase) {
        byte[] key = key(passphrase, sealed.salt(), sealed.cost());
        byte[] plain = new byte[0];
        try {
            byte[] aad = bound(government, sealed.id(), sealed.algorithm(), sealed.publicKeySpki());
            plain =
                    cipher(Cipher.DECRYPT_MODE, key, sealed.nonce(), aad)
                            .doFinal(sealed.ciphertext());
            return Optional.of(
                    KeyFactory.getInstance(keyType(sealed.algorithm()))
                            .generatePrivate(new PKCS8EncodedKeySpec(plain)));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the sealed key is damaged", e);
        } finally {
            wipe(plain, key);
        }
    }

    private static String keyType(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case EC_P256, EC_P384 -> "EC";
            case RSA_2048, RSA_3072, RSA_4096 -> "RSA";
        };
    }

    private byte[] key(SecretBytes passphrase, byte[] salt, DerivationCost cost) {
        byte[] ownerHalf = derivation.derive(passphrase, salt, cost);
        byte[] serviceHalf = seals.serviceHalf(salt);
        byte[] both = Arrays.copyOf(ownerHalf, ownerHalf.length + serviceHalf.length);
        System.arraycopy(serviceHalf, 0, both, ownerHalf.length, serviceHalf.length);
        try {
            HKDFBytesGenerator hkdf = new HKDFBytesGenerator(SHA256Digest.newInstance());
            hkdf.init(new HKDFParameters(both, salt, PURPOSE.getBytes(StandardCharsets.UTF_8)));
            byte[] key = new byte[KEY];
            hkdf.generateBytes(key, 0, KEY);
            return key;
        } finally {
            wipe(ownerHalf, serviceHalf, both);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] associated)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }

    private static byte[] bound(
            LocalGovernmentId government, SealedKeyId id, KeyAlgorithm algorithm, byte[] spki) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                "%s|%s|%s|%s|"
                        .formatted(PURPOSE, government, id, algorithm)
                        .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(spki);
        return out.toByteArray();
    }

    private byte[] bytes(int length) {
        byte[] fresh = new byte[length];
        random.nextBytes(fresh);
        return fresh;
    }

    private static void wipe(byte[]... secrets) {
        for (byte[] secret : secrets) {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
