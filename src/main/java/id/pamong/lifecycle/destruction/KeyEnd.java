package id.pamong.lifecycle.destruction;

import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.office.archive.FileId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of the private key of a certificate that ended.
 *
 * @param endedAt when the certificate expired or was revoked
 * @param dueOn by which day it is destroyed or stated; null where it is kept for reading what was
 *     encrypted to it
 * @param done how it ended, or null while it is awaited
 */
public record KeyEnd(
        CertificateId certificate,
        Instant endedAt,
        @Nullable LocalDate dueOn,
        @Nullable Done done) {
    /** How the key was destroyed. */
    public enum Means {
        /** The sealed key was wiped here. */
        SEALED,
        /** The owner deleted the key file and every copy. */
        FILE,
        /** The owner erased or broke the card or token. */
        TOKEN,
        /** The key was removed from the system's host. */
        HOST
    }

    /** Who destroyed it. */
    public enum By {
        PROGRAM,
        OWNER
    }

    /**
     * The statement.
     *
     * @param number of the statement in the register of letters
     * @param file the statement, PDF
     */
    public record Done(Instant at, By by, Means means, String number, FileId file) {}

    /** Whether it is awaited beyond its day. */
    public boolean isOverdueOn(LocalDate today) {
        return done == null && dueOn != null && dueOn.isBefore(today);
    }
}
