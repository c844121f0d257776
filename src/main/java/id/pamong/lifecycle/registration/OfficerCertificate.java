package id.pamong.lifecycle.registration;

import id.pamong.authority.custody.SealedKeyId;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * The certificate by which an officer signs decisions (MDN-20(1)).
 *
 * @param key the officer's private key in custody
 * @param chain the officer's own certificate first, its issuers up to the root after it
 */
public record OfficerCertificate(SealedKeyId key, List<X509Certificate> chain) {
    public OfficerCertificate {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a chain begins with the officer's certificate");
        }
    }

    /** The officer's own certificate. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** Serial number, lower-case hexadecimal. */
    public String serial() {
        return certificate().getSerialNumber().toString(16);
    }

    public Instant notAfter() {
        return certificate().getNotAfter().toInstant();
    }

    /** Within its validity; whether it was revoked is the register's to say. */
    public boolean isValidAt(Instant when) {
        return !when.isBefore(certificate().getNotBefore().toInstant())
                && !when.isAfter(notAfter());
    }
}
