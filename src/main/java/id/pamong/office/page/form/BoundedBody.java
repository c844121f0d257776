package id.pamong.office.page.form;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts a body. Beyond the limit it goes on to be read, so that a browser that is still sending
 * can receive the answer, but only up to a bound; then it ends.
 */
final class BoundedBody extends FilterInputStream {
    private final FormBounds bounds;

    BoundedBody(InputStream in, FormBounds bounds) {
        super(in);
        this.bounds = bounds;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (bounds.isHopeless()) {
            return -1;
        }
        int read = super.read(bytes, from, length);
        bounds.countBody(Math.max(0, read));
        return read;
    }
}
