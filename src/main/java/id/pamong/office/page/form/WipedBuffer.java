package id.pamong.office.page.form;

import id.pamong.office.protection.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Grows like a stream of bytes and wipes what it leaves behind. */
final class WipedBuffer implements ByteSink {
    private byte[] bytes = new byte[64];
    private int size;

    void add(byte value) {
        ensure(1);
        bytes[size++] = value;
    }

    @Override
    public void take(byte[] source, int from, int length) {
        ensure(length);
        System.arraycopy(source, from, bytes, size, length);
        size += length;
    }

    int size() {
        return size;
    }

    /** The content as a secret; this buffer is empty and clean afterwards. */
    SecretBytes toSecret() {
        byte[] secret = Arrays.copyOf(bytes, size);
        wipe();
        return SecretBytes.takeOver(secret);
    }

    /**
     * The content as text of a form: UTF-8, without control characters but line ends and tabs, so
     * that it may be kept and shown anywhere.
     */
    String toText() {
        String raw = new String(bytes, 0, size, StandardCharsets.UTF_8);
        wipe();
        return withoutControls(raw);
    }

    void wipe() {
        Arrays.fill(bytes, 0, size, (byte) 0);
        size = 0;
    }

    static String withoutControls(String raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        raw.codePoints()
                .filter(c -> !Character.isISOControl(c) || c == '\n' || c == '\r' || c == '\t')
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .forEach(kept::appendCodePoint);
        return kept.length() == raw.length() ? raw : kept.toString();
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            byte[] larger = new byte[Math.max(bytes.length * 2, size + more)];
            System.arraycopy(bytes, 0, larger, 0, size);
            Arrays.fill(bytes, (byte) 0);
            bytes = larger;
        }
    }
}
