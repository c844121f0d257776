package id.pamong.authority.builtin;

import id.pamong.authority.gateway.RevocationReason;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;

/**
 * A full CRL (RFC 5280 section 5).
 *
 * @param number of the CRL number extension; rises by one
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record RevocationList(
        String ca, int shard, long number, Instant thisUpdate, Instant nextUpdate, byte[] der) {
    /** A certificate that was ended early. */
    record Entry(BigInteger serial, Ended ended) {
        Entry(BigInteger serial, Instant revokedAt, RevocationReason reason) {
            this(serial, new Ended(revokedAt, reason, null));
        }
    }

    static RevocationList sign(
            SigningAuthority authority,
            int shard,
            long number,
            Instant now,
            Instant nextUpdate,
            List<Entry> revoked) {
        Instant thisUpdate = now.truncatedTo(ChronoUnit.SECONDS);
        X509v2CRLBuilder builder =
                new X509v2CRLBuilder(authority.certificate().getSubject(), Date.from(thisUpdate));
        builder.setNextUpdate(Date.from(nextUpdate));
        for (Entry entry : revoked) {
            Ended ended = entry.ended();
            Instant since = ended.invalidSince();
            if (since == null) {
                builder.addCRLEntry(entry.serial(), Date.from(ended.at()), ended.reasonCode());
            } else {
                builder.addCRLEntry(
                        entry.serial(),
                        Date.from(ended.at()),
                        ended.reasonCode(),
                        Date.from(since));
            }
        }
        try {
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new AuthorityKeyIdentifier(
                            CertificateExtensions.keyIdentifier(authority.certificate())));
            builder.addExtension(Extension.cRLNumber, false, new ASN1Integer(number));
            return new RevocationList(
                    authority.ca(),
                    shard,
                    number,
                    thisUpdate,
                    nextUpdate,
                    builder.build(authority.signer()).getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("the CRL cannot be encoded", e);
        }
    }
}
