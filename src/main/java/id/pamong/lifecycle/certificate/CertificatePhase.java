package id.pamong.lifecycle.certificate;

import java.time.Instant;

/**
 * Where a certificate stands in its life, expiry included. {@link CertificateTransitions} says
 * which step leads from which phase to which; nothing else does.
 */
public enum CertificatePhase {
    /** Berlaku: issued, neither blocked nor revoked. */
    IN_FORCE,
    /** Ditahan: held for a while. */
    SUSPENDED,
    /** Hilang: blocked by a report that the key is lost or in other hands. */
    LOST,
    /** Rusak: blocked by a report that the key is damaged. */
    DAMAGED,
    /** Tidak dapat diakses: blocked by a report that nobody can open the key. */
    INACCESSIBLE,
    /** Menunggu pencabutan: blocked here, to be revoked at its authority. */
    TO_BE_REVOKED,
    /** Dicabut: revoked at its authority. */
    REVOKED,
    /** Habis masa berlakunya, whether blocked before or not. */
    EXPIRED;

    static CertificatePhase of(RegisteredCertificate it, Instant now) {
        return switch (it.state()) {
            case CertificateState.Revoked _ -> REVOKED;
            case CertificateState.InForce() -> it.isExpiredAt(now) ? EXPIRED : IN_FORCE;
            case CertificateState.Blocked(Instant at, BlockKind kind) ->
                    it.isExpiredAt(now)
                            ? EXPIRED
                            : switch (kind) {
                                case SUSPENDED -> SUSPENDED;
                                case LOST -> LOST;
                                case DAMAGED -> DAMAGED;
                                case INACCESSIBLE -> INACCESSIBLE;
                                case REVOCATION -> TO_BE_REVOKED;
                            };
        };
    }

    /** Whether no step leads further. */
    public boolean isOver() {
        return CertificateTransitions.TABLE.stream().noneMatch(line -> line.from() == this);
    }
}
