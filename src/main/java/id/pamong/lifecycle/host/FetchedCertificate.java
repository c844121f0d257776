package id.pamong.lifecycle.host;

import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.gateway.RequestKey;
import id.pamong.lifecycle.certificate.CertificateId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a host asked for under a permit.
 *
 * @param predecessor in whose place it was asked for, or null
 * @param publicKeySpki DER of SubjectPublicKeyInfo
 * @param certificate once it was issued, else null
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record FetchedCertificate(
        RequestKey order,
        UUID permit,
        @Nullable CertificateId predecessor,
        KeyAlgorithm algorithm,
        byte[] publicKeySpki,
        State state,
        @Nullable CertificateId certificate,
        Instant orderedAt) {
    /** Where it stands. */
    public enum State {
        /** The authority has not answered. */
        ORDERED,
        /** Sent; the host has not said that it has it. */
        ISSUED,
        /** The host has it. */
        CONFIRMED,
        /** The host did not take it; it is revoked. */
        DECLINED,
        /** The authority declined. */
        REFUSED
    }
}
