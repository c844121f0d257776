package id.pamong.authority.custody;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key that its owner's passphrase has opened, for one batch: the passphrase is derived once, then
 * many digests are signed. Never stored, never put into a session; closing ends it.
 */
public final class OpenKey implements AutoCloseable {
    private final SealedKey sealed;
    private @Nullable PrivateKey key;

    OpenKey(SealedKey sealed, PrivateKey key) {
        this.sealed = sealed;
        this.key = key;
    }

    public SealedKeyId id() {
        return sealed.id();
    }

    public KeyAlgorithm algorithm() {
        return sealed.algorithm();
    }

    /**
     * Signs the bytes (not their digest) with SHA-256.
     *
     * @return DER of ECDSA-Sig-Value, or the RSA signature
     */
    public synchronized byte[] sign(byte[] toBeSigned) {
        PrivateKey open = key;
        if (open == null) {
            throw new IllegalStateException("the key is closed");
        }
        try {
            Signature signature = Signature.getInstance(sealed.algorithm().signatureAlgorithm());
            signature.initSign(open);
            signature.update(toBeSigned);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key in custody does not sign", e);
        }
    }

    /** As it lay when the passphrase opened it. */
    SealedKey sealed() {
        return sealed;
    }

    /** For sealing it again; empty once closed. */
    synchronized Optional<PrivateKey> privateKey() {
        return Optional.ofNullable(key);
    }

    @Override
    public synchronized void close() {
        key = null;
    }

    @Override
    public String toString() {
        return "OpenKey[" + id() + "]";
    }
}
