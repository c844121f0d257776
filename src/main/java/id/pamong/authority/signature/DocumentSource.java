package id.pamong.authority.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file to sign or to check; it may be opened several times and always gives the same bytes. */
public interface DocumentSource {
    /** Size in bytes. */
    long size();

    InputStream open() throws IOException;

    /** A small file in memory; the array is not copied. */
    static DocumentSource of(byte[] bytes) {
        return new DocumentSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
