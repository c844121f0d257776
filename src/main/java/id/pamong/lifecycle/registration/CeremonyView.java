package id.pamong.lifecycle.registration;

import id.pamong.authority.gateway.Standing;
import id.pamong.office.archive.FileId;
import id.pamong.office.database.LocalGovernmentId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first run as it stands.
 *
 * @param government its id; the local government exists once the first step is done
 * @param standing as decided, or null before
 * @param rootSha256 fingerprint of the root certificate, hexadecimal, or null before
 * @param minutes the minutes in the archive, or null before
 * @param records what was done, oldest first
 */
public record CeremonyView(
        CeremonyId id,
        LocalGovernmentId government,
        CeremonyStep step,
        @Nullable Standing standing,
        @Nullable String standingNumber,
        @Nullable String standingReason,
        @Nullable LocalDate standingOn,
        @Nullable String rootSha256,
        @Nullable String issuingSha256,
        @Nullable FileId minutes,
        List<Entry> records) {
    public CeremonyView {
        records = List.copyOf(records);
    }

    /** Whether the local government has been created. */
    public boolean hasGovernment() {
        return step != CeremonyStep.GOVERNMENT;
    }

    /**
     * Something that was done.
     *
     * @param what message key below {@code first-run.done.}
     * @param detail a number, fingerprint or name; may be empty
     */
    public record Entry(String what, String detail, Instant doneAt) {}
}
