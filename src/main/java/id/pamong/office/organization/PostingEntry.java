package id.pamong.office.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A post in the history of a person.
 *
 * @param agency its name
 * @param untilOn last day, or null while it is held
 */
public record PostingEntry(
        String post, String agency, LocalDate fromOn, @Nullable LocalDate untilOn) {}
