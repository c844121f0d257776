package id.pamong.lifecycle.certificate;

import id.pamong.authority.gateway.RevocationReason;
import java.time.Instant;

/** Whether a certificate was ended. Expiry is a question of time, not a state. */
public sealed interface CertificateState {
    /** Not revoked. */
    record InForce() implements CertificateState {}

    /** Ended early (MDN-15(1)). */
    record Revoked(Instant at, RevocationReason reason) implements CertificateState {}
}
