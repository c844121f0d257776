package id.pamong.office.archive;

import id.pamong.office.database.LocalGovernmentId;
import java.io.InputStream;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Encrypted files (MDN-11(4)): AES-256-GCM in chunks under a key of the file's own, which is sealed
 * under the master key; the encrypted file is durable on disk before its row commits.
 */
@Component
public class Archive {

    /** Stores bytes made here; joins the open transaction. */
    public FileId store(LocalGovernmentId tenant, FileKind kind, String mediaType, byte[] content) {
        throw new UnsupportedOperationException();
    }

    /** Stores a stream of any length in constant memory; joins the open transaction. */
    public FileId store(
            LocalGovernmentId tenant, FileKind kind, String mediaType, InputStream content) {
        throw new UnsupportedOperationException();
    }

    /** Stores a paper that passed the intake, with the hash of its upload. */
    public FileId store(LocalGovernmentId tenant, FileKind kind, Paper paper) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads a whole file and checks its hash.
     *
     * @throws DamagedFile if the stored bytes are not those that were stored
     */
    public byte[] read(LocalGovernmentId tenant, FileId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Opens a file as a stream. Each chunk is authentic when it is returned; the end of the stream
     * is reached only if nothing is missing.
     */
    public InputStream open(LocalGovernmentId tenant, FileId id) {
        throw new UnsupportedOperationException();
    }

    /** What is known of a file; not found if the local government has no such file. */
    public StoredFile describe(LocalGovernmentId tenant, FileId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Picture of a page, made in a guarded child process.
     *
     * @param page counted from 1
     * @param width pixels, 64 to 2000
     * @return PNG
     */
    public byte[] picture(LocalGovernmentId tenant, FileId id, int page, int width) {
        throw new UnsupportedOperationException();
    }

    /** Sizes of all pages of a stored PDF, measured in a guarded child process. */
    public List<PageSize> pageSizes(LocalGovernmentId tenant, FileId id) {
        throw new UnsupportedOperationException();
    }
}
