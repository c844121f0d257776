package id.pamong.lifecycle.enrollment;

import id.pamong.office.archive.FileId;
import java.time.Instant;

/**
 * A paper in a dossier.
 *
 * @param item of the checklist that it answers, such as {@code IDENTITY_CARD}
 * @param name as its sender named the file
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
    /** File names may hold personal data. */
    @Override
    public String toString() {
        return "DossierPaper[" + item + " " + file + "]";
    }
}
