package id.pamong.office.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of where a person serves: an update of data (pembaruan data), never a revocation. The
 * posts and agencies of earlier days stay as they were.
 *
 * @param from first day of the new post
 * @param fromAgency name of the agency before
 * @param decree number of the decision, empty when none was told
 */
public record DataUpdate(
        UUID id,
        PersonId person,
        String fromAgency,
        String fromPost,
        String toAgency,
        String toPost,
        LocalDate from,
        String decree,
        @Nullable LocalDate decreeOn,
        boolean byImport,
        Instant recordedAt) {

    /** Where it comes from. */
    public sealed interface Source {
        /** A line of a file. */
        record File(String decree, @Nullable LocalDate decreeOn) implements Source {}

        /** Typed by hand. */
        record Hand(String decree, LocalDate decreeOn) implements Source {}

        /** The number of the decision; may be empty. */
        String decree();

        /** Its date, if told. */
        @Nullable LocalDate decreeOn();
    }
}
