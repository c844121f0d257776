package id.pamong.authority.signature.check;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Signatures that are in the bytes but not in any field: taken out of the form, or hidden from it.
 */
final class Stray {
    private static final byte[] BYTE_RANGE = ascii("/ByteRange");
    private static final byte[] STREAM = ascii("stream");
    private static final byte[] END = ascii("end");

    private Stray() {}

    /** Whether a ByteRange stands outside the known signatures and outside streams. */
    static boolean isIn(ByteBuffer bytes, long size, List<SignatureField> known) {
        boolean inStream = false;
        long last = size - BYTE_RANGE.length;
        for (long at = 0; at <= last; at++) {
            byte here = bytes.get((int) at);
            if (here == 's' && matches(bytes, at, STREAM)) {
                inStream = at < 3 || !matches(bytes, at - 3, END);
            } else if (here == '/'
                    && !inStream
                    && matches(bytes, at, BYTE_RANGE)
                    && !belongs(at, known)) {
                return true;
            }
        }
        return false;
    }

    /** A signature's dictionary is short apart from its Contents. */
    private static boolean belongs(long at, List<SignatureField> known) {
        return known.stream()
                .anyMatch(field -> at > field.gap() - 4096 && at < field.gapEnd() + 4096);
    }

    private static boolean matches(ByteBuffer bytes, long at, byte[] word) {
        if (at + word.length > bytes.limit()) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (bytes.get((int) at + i) != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
