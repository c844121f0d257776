package id.pamong.office.archive;

/** The stored bytes are missing or not those that were stored. An operator must look. */
public final class DamagedFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedFile(FileId id, String what) {
        super("file " + id + ": " + what);
    }

    DamagedFile(FileId id, String what, Throwable cause) {
        super("file " + id + ": " + what, cause);
    }
}
