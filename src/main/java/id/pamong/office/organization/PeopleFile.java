package id.pamong.office.organization;

import id.pamong.office.regulation.Finding;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of people on its way from the upload to the report.
 *
 * @param lines how many there are, 0 while it is being read
 * @param done how many the work under way has dealt with
 * @param findings of the file as a whole
 * @param open whether its contents are still there to be imported
 */
public record PeopleFile(
        UUID id,
        String name,
        FileState state,
        int lines,
        int done,
        List<Finding> findings,
        boolean open,
        Instant uploadedAt,
        @Nullable Instant finishedAt) {
    public PeopleFile {
        findings = List.copyOf(findings);
    }

    /** Of the work under way. */
    public int percent() {
        return lines == 0 ? 0 : Math.min(100, done * 100 / lines);
    }

    /** A file name may name people. */
    @Override
    public String toString() {
        return "PeopleFile[" + id + ", " + state + "]";
    }
}
