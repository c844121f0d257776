package id.pamong.lifecycle.revocation;

/**
 * Where a revocation case stands. {@link CaseTransitions} says which step leads from which state to
 * which; nothing else does.
 */
public enum CaseState {
    /** Menunggu putusan: waits for an officer. */
    REQUESTED,
    /** Diberitahukan: the owner knows the reason and may object. */
    NOTICED,
    /** Keberatan: waits for the head of the RA office. */
    OBJECTED,
    /** Ditahan: held, may be released or revoked. */
    HELD,
    /** Diputuskan dicabut: on the way to the certification authority. */
    ORDERED,
    /** Menunggu di CA: an officer carries it out in the authority's own portal. */
    BY_HAND,
    /** Dicabut: the authority has done it; OCSP and CRL are watched until both show it. */
    REVOKED,
    /** Terbukti: OCSP and CRL show it, and the proof is kept. */
    CONFIRMED,
    /** Dilepas: the hold was lifted. */
    RELEASED,
    /** Tidak dicabut. */
    DISMISSED,
    /** Berakhir sendiri: the certificate expired before its authority had revoked it. */
    LAPSED;

    /** Whether no step leads further. */
    public boolean isFinal() {
        return CaseTransitions.TABLE.stream().noneMatch(line -> line.from() == this);
    }
}
