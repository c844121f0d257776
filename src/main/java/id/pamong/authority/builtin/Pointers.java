package id.pamong.authority.builtin;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that stand in certificates and therefore stay for good. Plain HTTP, so that checking a
 * certificate needs no other certificate (RFC 5280 section 8).
 *
 * @param issuerCertificate caIssuers of the authority information access
 * @param crl distribution point with the shard; every certificate has shard 0 for now
 * @param ocsp null below the offline root
 */
record Pointers(String issuerCertificate, String crl, @Nullable String ocsp) {
    static final int SHARD = 0;

    /** Of what the root signs. */
    static Pointers toRoot(URI base) {
        return new Pointers(
                certificate(base, AuthorityNames.ROOT), crl(base, AuthorityNames.ROOT), null);
    }

    /** Of what an issuing CA signs. */
    static Pointers toIssuing(URI base, String ca) {
        return new Pointers(certificate(base, ca), crl(base, ca), base + "/pki/" + ca + "/ocsp");
    }

    private static String certificate(URI base, String ca) {
        return base + "/pki/" + ca + "/ca.crt";
    }

    private static String crl(URI base, String ca) {
        return base + "/pki/" + ca + "/crl/" + SHARD + ".crl";
    }
}
