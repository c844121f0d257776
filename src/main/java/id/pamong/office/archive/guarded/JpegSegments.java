package id.pamong.office.archive.guarded;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The marker segments of a JPEG (ITU-T T.81 annex B) and the orientation in its EXIF part. */
final class JpegSegments {
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private JpegSegments() {}

    /** EXIF orientation, 1 (upright) to 8; 1 where there is none. */
    static int orientation(byte[] jpeg) {
        int at = 2;
        while (isSegmentAt(jpeg, at)) {
            int marker = jpeg[at + 1] & 0xff;
            int length = u16(jpeg, at + 2, false);
            if (marker == 0xe1 && startsWith(jpeg, at + 4, EXIF)) {
                return orientationOfTiff(
                        Arrays.copyOfRange(jpeg, at + 10, Math.min(at + 2 + length, jpeg.length)));
            }
            at += 2 + length;
        }
        return 1;
    }

    /**
     * The same picture without application segments and comments, except those that decide its
     * colours (JFIF, ICC profile, Adobe).
     */
    static byte[] withoutMetadata(byte[] jpeg) {
        if (jpeg.length < 4 || (jpeg[0] & 0xff) != 0xff || (jpeg[1] & 0xff) != 0xd8) {
            return jpeg;
        }
        ByteArrayOutputStream clean = new ByteArrayOutputStream(jpeg.length);
        clean.write(jpeg, 0, 2);
        int at = 2;
        while (isSegmentAt(jpeg, at)) {
            int marker = jpeg[at + 1] & 0xff;
            int length = 2 + u16(jpeg, at + 2, false);
            if (at + length > jpeg.length) {
                return jpeg;
            }
            boolean application = marker >= 0xe0 && marker <= 0xef;
            boolean colours = marker == 0xe0 || marker == 0xe2 || marker == 0xee;
            if (colours || !(application || marker == 0xfe)) {
                clean.write(jpeg, at, length);
            }
            at += length;
        }
        clean.write(jpeg, at, jpeg.length - at);
        return clean.toByteArray();
    }

    /** Whether a segment before the start of scan begins here. */
    private static boolean isSegmentAt(byte[] jpeg, int at) {
        return at + 4 <= jpeg.length
                && (jpeg[at] & 0xff) == 0xff
                && (jpeg[at + 1] & 0xff) >= 0xc0
                && (jpeg[at + 1] & 0xff) != 0xda
                && (jpeg[at + 1] & 0xff) != 0xff
                && u16(jpeg, at + 2, false) >= 2;
    }

    private static int orientationOfTiff(byte[] tiff) {
        if (tiff.length < 8) {
            return 1;
        }
        boolean little = tiff[0] == 'I';
        int directory = u32(tiff, 4, little);
        if (directory < 8 || directory + 2 > tiff.length) {
            return 1;
        }
        int entries = u16(tiff, directory, little);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (entry + 12 > tiff.length) {
                return 1;
            }
            if (u16(tiff, entry, little) == 0x0112) {
                int value = u16(tiff, entry + 8, little);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] start) {
        return at + start.length <= bytes.length
                && Arrays.equals(bytes, at, at + start.length, start, 0, start.length);
    }

    private static int u16(byte[] bytes, int at, boolean little) {
        int first = bytes[at] & 0xff;
        int second = bytes[at + 1] & 0xff;
        return little ? second << 8 | first : first << 8 | second;
    }

    private static int u32(byte[] bytes, int at, boolean little) {
        int high = u16(bytes, little ? at + 2 : at, little);
        int low = u16(bytes, little ? at : at + 2, little);
        return high << 16 | low;
    }
}
