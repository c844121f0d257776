package id.pamong.lifecycle.subscriber;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import id.pamong.office.regulation.Finding;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The list that travels to the mail system and comes back with addresses: {@code
 * kode;nama;perangkat_daerah;usulan;alamat}. Coming back only code and address are read; delimiter
 * {@code ;}, {@code ,} or a tab, UTF-8 with or without a byte order mark, else Windows-1252.
 *
 * @param findings what is wrong with the file as a whole; then there are no lines
 */
record AddressFile(List<Line> lines, List<Finding> findings) {
    static final int MOST_BYTES = 2 << 20;
    static final int MOST_LINES = 5_000;
    private static final String CODE = "kode";
    private static final String ADDRESS = "alamat";

    AddressFile {
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
    }

    /**
     * One line.
     *
     * @param number as an editor counts it, from 1
     */
    record Line(int number, String code, String address) {}

    /** One person of the list that goes out. */
    record Wanted(String code, String name, String agency, String suggested) {}

    /** What the mail system gets; a text that a spreadsheet would take for a formula is quoted. */
    static byte[] write(List<Wanted> wanted) {
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        try (CsvWriter csv =
                CsvWriter.builder()
                        .fieldSeparator(';')
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(text)) {
            csv.writeRecord(CODE, "nama", "perangkat_daerah", "usulan", ADDRESS);
            wanted.forEach(one ->
                    csv.writeRecord(
                            harmless(one.code()),
                            harmless(one.name()),
                            harmless(one.agency()),
                            one.suggested(),
                            ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static AddressFile read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return refused(Finding.blocking("addresses.too-large", "file", MOST_BYTES >> 20));
        }
        String text = decode(bytes);
        if (text.indexOf('\0') >= 0) {
            return refused(Finding.blocking("addresses.not-csv", "file"));
        }
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(delimiterOf(text))
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .skipEmptyLines(true)
                        .ofCsvRecord(text)) {
            return read(reader);
        } catch (CsvParseException | IOException broken) {
            return refused(Finding.blocking("addresses.not-csv", "file"));
        }
    }

    private static AddressFile read(CsvReader<CsvRecord> reader) {
        int code = -1;
        int address = -1;
        List<Line> lines = new ArrayList<>();
        for (CsvRecord row : reader) {
            if (code < 0 || address < 0) {
                if (row.getFieldCount() == 1 && row.getField(0).startsWith("sep=")) {
                    continue;
                }
                List<String> headings =
                        row.getFields().stream()
                                .map(field -> field.strip().toLowerCase(Locale.ROOT))
                                .toList();
                code = headings.indexOf(CODE);
                address = headings.indexOf(ADDRESS);
                if (code < 0 || address < 0) {
                    return refused(Finding.blocking("addresses.columns", "file", CODE, ADDRESS));
                }
            } else if (lines.size() == MOST_LINES) {
                return refused(Finding.blocking("addresses.too-many-lines", "file", MOST_LINES));
            } else {
                Line line =
                        new Line(
                                Math.toIntExact(row.getStartingLineNumber()),
                                field(row, code),
                                field(row, address));
                if (!line.code().isEmpty() || !line.address().isEmpty()) {
                    lines.add(line);
                }
            }
        }
        return lines.isEmpty()
                ? refused(Finding.blocking("addresses.empty", "file"))
                : new AddressFile(lines, List.of());
    }

    /** Spreadsheets mark what is text with a leading apostrophe. */
    private static String field(CsvRecord row, int column) {
        if (column >= row.getFieldCount()) {
            return "";
        }
        String value = row.getField(column).replace('\u00a0', ' ').strip();
        return value.startsWith("'") ? value.substring(1).strip() : value;
    }

    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String decode(byte[] bytes) {
        int from =
                bytes.length >= 3
                                && bytes[0] == (byte) 0xEF
                                && bytes[1] == (byte) 0xBB
                                && bytes[2] == (byte) 0xBF
                        ? 3
                        : 0;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private static char delimiterOf(String text) {
        String heading =
                text.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("sep="))
                        .findFirst()
                        .orElse("");
        return heading.indexOf(';') >= 0 ? ';' : heading.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private static AddressFile refused(Finding finding) {
        return new AddressFile(List.of(), List.of(finding));
    }
}
