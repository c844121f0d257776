package id.pamong.authority.custody;

import java.util.UUID;

/** A private key in custody, sealed under its owner's passphrase. */
public record SealedKeyId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
