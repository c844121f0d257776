package id.pamong.office.page;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file of a form, encrypted on disk under a key that exists only in memory and only for this
 * request. Its type must be read from its content: what the browser said about it is not kept.
 */
public interface SpooledFile {
    /** The last part of the name that the browser sent, at most 200 characters; display only. */
    String name();

    /** Size in bytes, at least 1. */
    long size();

    /** SHA-256 of the content, 32 bytes. */
    byte[] sha256();

    /**
     * The content from its first byte; may be opened more than once while the request lasts.
     *
     * @throws IOException also at the end of the stream, when the file on disk was changed
     */
    InputStream open() throws IOException;

    /** The whole content; for files that are known to be small. */
    default byte[] bytes() throws IOException {
        try (InputStream in = open()) {
            return in.readAllBytes();
        }
    }
}
