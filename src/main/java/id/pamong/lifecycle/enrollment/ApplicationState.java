package id.pamong.lifecycle.enrollment;

/**
 * Where an application stands on its road. {@link Transitions} says which step leads from which
 * state to which; nothing else does.
 */
public enum ApplicationState {
    /** Draf: the applicant fills it in. */
    DRAFT,
    /** Rekomendasi dan pengantar: waits for the superior and the head of the agency. */
    ENDORSEMENT,
    /** Diajukan: waits in the queue of the registration authority. */
    SUBMITTED,
    /** Diverifikasi: an officer checks the papers. */
    VERIFICATION,
    /** Disetujui. */
    APPROVED,
    /** Aktivasi: identified face to face, the applicant takes the certificate into use. */
    ACTIVATION,
    /** Diteruskan ke CA. */
    FORWARDED,
    /** Terbit: the certificate exists, the receipt is not yet signed. */
    ISSUED,
    /** Diterima: the end of the road. */
    RECEIVED,
    /** Dikembalikan, belum dapat diterima: may be completed and submitted again. */
    RETURNED,
    /** Ditolak, tidak dapat diterima. */
    REJECTED,
    /** Dibatalkan by the applicant. */
    WITHDRAWN;

    /** Whether the applicant may change the dossier without voiding anything. */
    public boolean isEditable() {
        return switch (this) {
            case DRAFT, ENDORSEMENT, RETURNED -> true;
            case SUBMITTED,
                    VERIFICATION,
                    APPROVED,
                    ACTIVATION,
                    FORWARDED,
                    ISSUED,
                    RECEIVED,
                    REJECTED,
                    WITHDRAWN ->
                    false;
        };
    }

    /** Whether no step leads further. */
    public boolean isFinal() {
        return switch (this) {
            case RECEIVED, REJECTED, WITHDRAWN -> true;
            case DRAFT,
                    ENDORSEMENT,
                    SUBMITTED,
                    VERIFICATION,
                    APPROVED,
                    ACTIVATION,
                    FORWARDED,
                    ISSUED,
                    RETURNED ->
                    false;
        };
    }
}
