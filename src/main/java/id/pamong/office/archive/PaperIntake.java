package id.pamong.office.archive;

import java.io.IOException;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * The door for papers from outside: PDF, JPEG, PNG (HEIC where the machine can convert it), told
 * apart by content, never by name. Everything is decoded in a guarded child process.
 */
@Component
public class PaperIntake {

    /**
     * Checks and cleans a paper.
     *
     * @param field the form field the findings belong to
     * @param fileName as the sender named it; only shown back
     * @param content opened once; closed here
     */
    public IntakeOutcome accept(String field, String fileName, InputStreamSource content)
            throws IOException {
        throw new UnsupportedOperationException(field + fileName + content);
    }

    /** As {@link #accept(String, String, InputStreamSource)} for bytes in memory. */
    public IntakeOutcome accept(String field, String fileName, byte[] content) {
        throw new UnsupportedOperationException(field + fileName + content.length);
    }
}
