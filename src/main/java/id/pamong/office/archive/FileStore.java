package id.pamong.office.archive;

import id.pamong.office.database.LocalGovernmentId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/**
 * Where encrypted files lie. An address is the SHA-256 of the encrypted bytes in hex, so a file can
 * be checked without any key and never changes.
 */
interface FileStore {
    /** Writes the encrypted bytes of a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Puts a file; when this returns it survives a crash of the machine.
     *
     * @return its address
     */
    String put(LocalGovernmentId tenant, Content content) throws IOException;

    /**
     * Opens a file.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     */
    InputStream open(LocalGovernmentId tenant, String address) throws IOException;

    void delete(LocalGovernmentId tenant, String address) throws IOException;

    /** Local governments that have files. */
    List<LocalGovernmentId> tenants() throws IOException;

    /** Addresses of files put before the instant. */
    List<String> putBefore(LocalGovernmentId tenant, Instant instant) throws IOException;
}
