package id.pamong.lifecycle.enrollment;

import id.pamong.office.archive.FileId;
import id.pamong.office.organization.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation or cover letter linked to an application; one letter may serve many.
 *
 * @param letter the letter, its own thing
 * @param number as printed on it
 * @param giver who gave it, as known on its date; null when a scan names someone unknown here
 * @param giverName title, name, title at that time
 * @param giverTitle the post in which it was given
 * @param sha256 of its PDF or scan, lower-case hex
 */
public record Endorsement(
        UUID letter,
        Kind kind,
        Form form,
        String number,
        LocalDate datedOn,
        @Nullable PersonId giver,
        String giverName,
        String giverTitle,
        FileId file,
        String sha256,
        Instant addedAt) {

    /** Which letter the law asks for. */
    public enum Kind {
        /** Surat rekomendasi from the superior (MDN-10(3)b). */
        RECOMMENDATION("rekomendasi"),
        /** Surat pengantar from the head of the agency (MDN-10(3)a). */
        COVER_LETTER("pengantar");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The law's word, as in the addresses of pages. */
        public String word() {
            return word;
        }
    }

    /** How it came into the dossier. */
    public enum Form {
        /** Given from the giver's own account; the PDF was made here. */
        GIVEN_HERE,
        /** Recorded by the head of the registration authority in place of the letter. */
        MINUTE,
        /** Given on paper; this is its scan. */
        SCAN
    }

    @Override
    public String toString() {
        return "Endorsement[" + kind + " " + letter + "]";
    }
}
