package id.pamong.office.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** What a file is by its first bytes; its name and declared type do not count. */
enum PaperFormat {
    PDF,
    JPEG,
    PNG,
    HEIC,
    OTHER;

    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

    static PaperFormat of(byte[] bytes) {
        if (startsWith(bytes, "%PDF-".getBytes(StandardCharsets.US_ASCII))) {
            return PDF;
        }
        if (bytes.length > 3
                && (bytes[0] & 0xff) == 0xff
                && (bytes[1] & 0xff) == 0xd8
                && (bytes[2] & 0xff) == 0xff) {
            return JPEG;
        }
        if (startsWith(bytes, PNG_START)) {
            return PNG;
        }
        if (bytes.length > 12
                && "ftyp".equals(new String(bytes, 4, 4, StandardCharsets.US_ASCII))
                && HEIC_BRANDS.contains(new String(bytes, 8, 4, StandardCharsets.US_ASCII))) {
            return HEIC;
        }
        return OTHER;
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length
                && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
