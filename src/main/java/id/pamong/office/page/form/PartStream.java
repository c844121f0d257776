package id.pamong.office.page.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Splits a multipart body at its boundary (RFC 2046, section 5.1.1) with one buffer of fixed size,
 * which is wiped at the end.
 */
final class PartStream implements AutoCloseable {
    private static final int SIZE = 32 * 1024;

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[SIZE];
    private int position;
    private int end;
    private boolean begun;

    PartStream(InputStream in, byte[] boundary) throws IOException {
        if (boundary.length == 0 || boundary.length > 200) {
            throw new UnreadableForm("the boundary is empty or too long");
        }
        this.in = in;
        this.delimiter = new byte[boundary.length + 4];
        delimiter[0] = '\r';
        delimiter[1] = '\n';
        delimiter[2] = '-';
        delimiter[3] = '-';
        System.arraycopy(boundary, 0, delimiter, 4, boundary.length);
        // The first delimiter stands at the very beginning, without a line end before it.
        buffer[0] = '\r';
        buffer[1] = '\n';
        end = 2;
    }

    /** Goes to the next part; false after the last one. */
    boolean next() throws IOException {
        if (!begun) {
            begun = true;
            copyTo((bytes, from, length) -> {});
        }
        int first = read();
        int second = read();
        if (first == '-' && second == '-') {
            for (int rest = in.read(buffer); rest >= 0; ) {
                rest = in.read(buffer);
            }
            return false;
        }
        while (first == ' ' || first == '\t') {
            first = second;
            second = read();
        }
        if (first != '\r' || second != '\n') {
            throw new UnreadableForm("no line end after the boundary");
        }
        return true;
    }

    /** The head of the part: lines up to the empty one. */
    byte[] head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int lineEnds = 2;
        while (lineEnds < 4) {
            int b = read();
            if (b < 0 || head.size() > FormBounds.HEAD) {
                throw new UnreadableForm("the head of a part does not end");
            }
            boolean expected = b == (lineEnds % 2 == 0 ? '\r' : '\n');
            lineEnds = expected ? lineEnds + 1 : b == '\r' ? 1 : 0;
            head.write(b);
        }
        return head.toByteArray();
    }

    /** Hands the body of the part on, up to the next delimiter, which is consumed. */
    void copyTo(ByteSink sink) throws IOException {
        while (true) {
            int found = find();
            if (found >= 0) {
                emit(sink, found - position);
                position = found + delimiter.length;
                return;
            }
            emit(sink, Math.max(0, end - position - (delimiter.length - 1)));
            if (!fill()) {
                throw new UnreadableForm("the body ends inside a part");
            }
        }
    }

    private void emit(ByteSink sink, int length) throws IOException {
        if (length > 0) {
            sink.take(buffer, position, length);
            position += length;
        }
    }

    private int find() {
        int last = end - delimiter.length;
        search:
        for (int i = position; i <= last; i++) {
            if (buffer[i] != '\r') {
                continue;
            }
            for (int j = 1; j < delimiter.length; j++) {
                if (buffer[i + j] != delimiter[j]) {
                    continue search;
                }
            }
            return i;
        }
        return -1;
    }

    private int read() throws IOException {
        if (position == end && !fill()) {
            throw new UnreadableForm("the body ends at a boundary");
        }
        return buffer[position++] & 0xff;
    }

    private boolean fill() throws IOException {
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, end - position);
            end -= position;
            position = 0;
        }
        int read = in.read(buffer, end, buffer.length - end);
        if (read <= 0) {
            return false;
        }
        end += read;
        return true;
    }

    @Override
    public void close() {
        Arrays.fill(buffer, (byte) 0);
    }
}
