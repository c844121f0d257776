package id.pamong.authority.builtin.key;

import java.math.BigInteger;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that stand in certificates and therefore stay for good. Plain HTTP, so that checking a
 * certificate needs no other certificate (RFC 5280 section 8).
 *
 * @param issuerCertificate caIssuers of the authority information access
 * @param crl distribution point: the list of the shard that the certificate would appear on
 * @param ocsp null below the offline root
 */
public record Pointers(String issuerCertificate, String crl, @Nullable String ocsp) {
    /** Of what the root signs. */
    public static Pointers toRoot(URI base) {
        return new Pointers(
                certificate(base, AuthorityNames.ROOT), crl(base, AuthorityNames.ROOT, 0), null);
    }

    /** Of what an issuing CA signs. */
    public static Pointers toIssuing(URI base, String ca, int shard) {
        return new Pointers(
                certificate(base, ca), crl(base, ca, shard), base + "/pki/" + ca + "/ocsp");
    }

    private static String certificate(URI base, String ca) {
        return base + "/pki/" + ca + "/ca.crt";
    }

    /** Whole lists of a shard. */
    public static String crl(URI base, String ca, int shard) {
        return base + "/pki/" + ca + "/crl/" + shard + ".crl";
    }

    /** Deltas of a shard. */
    public static String delta(URI base, String ca, int shard) {
        return base + "/pki/" + ca + "/crl/" + shard + "-delta.crl";
    }

    /** The shard of a certificate, from its serial number alone: fixed when it is issued. */
    public static int shard(BigInteger serial, int shards) {
        return serial.mod(BigInteger.valueOf(shards)).intValueExact();
    }
}
