package id.pamong.authority.builtin.key;

import id.pamong.authority.builtin.key.CaRows.Signer;
import id.pamong.authority.custody.SignatureEngine;
import id.pamong.office.protection.KeyPurpose;
import id.pamong.office.protection.Seals;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.stereotype.Component;

/**
 * Private keys of issuing CAs and their signers: in the database under the service's key, in memory
 * once opened.
 */
@Component
public class AuthorityKeys {
    private final Seals seals;
    private final ConcurrentMap<String, SigningAuthority> open = new ConcurrentHashMap<>();

    public AuthorityKeys(Seals seals) {
        this.seals = seals;
    }

    public byte[] seal(String certificateSha256, PrivateKey key) {
        byte[] plain = key.getEncoded();
        try {
            return seals.seal(KeyPurpose.ISSUING_KEY, plain, context(certificateSha256));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    public SigningAuthority open(Ca ca) {
        byte[] sealed = ca.sealedKey();
        if (sealed == null) {
            throw new IllegalStateException("the root's key is not here");
        }
        return open(ca.name(), ca.certificate(), sealed);
    }

    public SigningAuthority open(String ca, Signer signer) {
        return open(ca, signer.certificate(), signer.sealedKey());
    }

    private SigningAuthority open(String ca, X509CertificateHolder certificate, byte[] sealed) {
        return open.computeIfAbsent(
                Der.fingerprint(certificate), known -> unseal(ca, certificate, known, sealed));
    }

    private SigningAuthority unseal(
            String ca, X509CertificateHolder certificate, String sha256, byte[] sealed) {
        byte[] plain = seals.open(KeyPurpose.ISSUING_KEY, sealed, context(sha256));
        try {
            String family =
                    AuthorityKeyKind.of(certificate.getSubjectPublicKeyInfo())
                            .orElseThrow()
                            .family();
            return new SigningAuthority(ca, certificate, SignatureEngine.privateKey(family, plain));
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
