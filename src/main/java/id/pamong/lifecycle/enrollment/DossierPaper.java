package id.pamong.lifecycle.enrollment;

import id.pamong.office.archive.FileId;
import java.time.Instant;

/**
 * A paper in a dossier.
 *
 * @param item of the checklist that it answers, such as {@code IDENTITY_CARD}
 * @param name made here from item and media type; the sender's own name may tell too much
 * @param sha256 of the stored bytes, lower-case hex
 */
public record DossierPaper(
        String item,
        FileId file,
        String name,
        String mediaType,
        int pages,
        boolean signed,
        String sha256,
        Instant addedAt) {
    /** Item of the checklist: the scan of the e-KTP. */
    public static final String IDENTITY_CARD = "IDENTITY_CARD";

    /** Item of the checklist: the written application, made here at submission. */
    public static final String APPLICATION_LETTER = "APPLICATION_LETTER";

    /** Item of the checklist: the decree of the latest appointment (MDN-10(4)c). */
    public static final String APPOINTMENT_DECREE = "APPOINTMENT_DECREE";

    /** Item of the checklist: the letter that designates the authority (MDN-10(4)c). */
    public static final String AUTHORITY_DESIGNATION = "AUTHORITY_DESIGNATION";

    /** File names may hold personal data. */
    @Override
    public String toString() {
        return "DossierPaper[" + item + " " + file + "]";
    }
}
