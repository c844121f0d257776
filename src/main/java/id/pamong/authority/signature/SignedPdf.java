package id.pamong.authority.signature;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A signed PDF; close it once it is stored. */
public final class SignedPdf implements DocumentSource, AutoCloseable {
    private final DocumentSource content;
    private final String sha256;
    private final Runnable onClose;

    SignedPdf(DocumentSource content, String sha256, Runnable onClose) {
        this.content = content;
        this.sha256 = sha256;
        this.onClose = onClose;
    }

    @Override
    public long size() {
        return content.size();
    }

    @Override
    public InputStream open() throws IOException {
        return content.open();
    }

    /** Lower-case hex. */
    public String sha256() {
        return sha256;
    }

    /** The whole file in memory; for small documents such as receipts. */
    public byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        onClose.run();
    }
}
