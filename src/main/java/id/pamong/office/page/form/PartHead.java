package id.pamong.office.page.form;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The head of a part (RFC 7578, section 4.2). Names are quoted as browsers do it (HTML Standard,
 * multipart/form-data encoding): {@code %22}, {@code %0D}, {@code %0A}.
 *
 * @param fileName null for a field that is no file
 */
record PartHead(String name, @Nullable String fileName) {
    private static final int LONGEST_NAME = 200;

    static PartHead of(byte[] head) throws IOException {
        for (String line : new String(head, StandardCharsets.UTF_8).split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                String name = parameter(line, "name");
                if (name == null || name.length() > LONGEST_NAME) {
                    throw new UnreadableForm("a part has no name, or one too long");
                }
                return new PartHead(name, parameter(line, "filename"));
            }
        }
        throw new UnreadableForm("a part has no content disposition");
    }

    boolean isFile() {
        return fileName != null;
    }

    /** Without folders and control characters, at most 200 characters. */
    String shortFileName() {
        String whole = fileName == null ? "" : WipedBuffer.withoutControls(fileName);
        String last =
                whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1);
        return last.length() <= LONGEST_NAME ? last : last.substring(last.length() - LONGEST_NAME);
    }

    private static @Nullable String parameter(String line, String wanted) {
        int at = line.indexOf(';');
        while (at >= 0) {
            int equals = line.indexOf('=', at);
            if (equals < 0) {
                return null;
            }
            String name = line.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
            int begin = equals + 1;
            boolean quoted = begin < line.length() && line.charAt(begin) == '"';
            int end = quoted ? line.indexOf('"', begin + 1) : line.indexOf(';', begin);
            if (quoted && end < 0) {
                return null;
            }
            int stop = end < 0 ? line.length() : end;
            String value = quoted ? line.substring(begin + 1, stop) : line.substring(begin, stop);
            if (name.equals(wanted)) {
                return value.strip().replace("%22", "\"").replace("%0D", "").replace("%0A", "");
            }
            at = line.indexOf(';', stop);
        }
        return null;
    }
}
