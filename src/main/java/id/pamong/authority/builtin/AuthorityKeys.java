package id.pamong.authority.builtin;

import id.pamong.authority.builtin.CaRows.Signer;
import id.pamong.office.protection.KeyPurpose;
import id.pamong.office.protection.Seals;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/**
 * Private keys of issuing CAs and their signers: in the database under the service's key, in memory
 * once opened.
 */
@Component
class AuthorityKeys {
    private final Seals seals;
    private final ConcurrentMap<String, PrivateKey> open = new ConcurrentHashMap<>();

    AuthorityKeys(Seals seals) {
        this.seals = seals;
    }

    byte[] seal(String certificateSha256, PrivateKey key) {
        byte[] plain = key.getEncoded();
        try {
            return seals.seal(KeyPurpose.ISSUING_KEY, plain, context(certificateSha256));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    SigningAuthority open(Ca ca) {
        byte[] sealed = ca.sealedKey();
        if (sealed == null) {
            throw new IllegalStateException("the root's key is not here");
        }
        return new SigningAuthority(
                ca.name(), ca.certificate(), key(Der.fingerprint(ca.certificate()), sealed));
    }

    SigningAuthority open(String ca, Signer signer) {
        return new SigningAuthority(
                ca,
                signer.certificate(),
                key(Der.fingerprint(signer.certificate()), signer.sealedKey()));
    }

    private PrivateKey key(String certificateSha256, byte[] sealed) {
        return open.computeIfAbsent(certificateSha256, known -> unseal(known, sealed));
    }

    private PrivateKey unseal(String certificateSha256, byte[] sealed) {
        byte[] plain = seals.open(KeyPurpose.ISSUING_KEY, sealed, context(certificateSha256));
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the authority's key is damaged", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static String context(String certificateSha256) {
        return "authority-key:" + certificateSha256;
    }
}
