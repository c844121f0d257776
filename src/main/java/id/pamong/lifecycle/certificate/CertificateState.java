package id.pamong.lifecycle.certificate;

import id.pamong.authority.gateway.RevocationReason;
import java.time.Instant;

/** Whether a certificate may be used. Expiry is a question of time, not a state. */
public sealed interface CertificateState {
    /** Neither blocked nor revoked. */
    record InForce() implements CertificateState {}

    /** Not to be used here, though its authority has not revoked it (MDN-15(2)). */
    record Blocked(Instant at, BlockKind kind) implements CertificateState {}

    /** Ended early at its authority (MDN-15(1)). */
    record Revoked(Instant at, RevocationReason reason) implements CertificateState {}
}
