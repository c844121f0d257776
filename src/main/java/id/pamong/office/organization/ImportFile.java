package id.pamong.office.organization;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import id.pamong.office.regulation.Finding;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A CSV file of people as read: the delimiter ({@code ;}, {@code ,} or a tab) is found in the first
 * line, the text is UTF-8 with or without a byte order mark, else Windows-1252.
 *
 * @param findings what is wrong with the file as a whole; then there are no lines
 */
record ImportFile(List<Line> lines, List<Finding> findings) {
    static final int MOST_BYTES = 8 << 20;
    static final int MOST_LINES = 20_000;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /**
     * One line.
     *
     * @param number as an editor counts it, from 1
     */
    record Line(int number, Map<ImportColumn, String> values, boolean hasWrongFieldCount) {
        String value(ImportColumn column) {
            return values.getOrDefault(column, "");
        }
    }

    static ImportFile read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return refused(Finding.blocking("import.too-large", "file", MOST_BYTES >> 20));
        }
        String text = decode(bytes);
        if (text.indexOf('\0') >= 0) {
            return refused(Finding.blocking("import.not-csv", "file"));
        }
        char delimiter = delimiterOf(text);
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(delimiter)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .skipEmptyLines(true)
                        .ofCsvRecord(text)) {
            return read(reader);
        } catch (CsvParseException | java.io.IOException broken) {
            return refused(Finding.blocking("import.not-csv", "file"));
        }
    }

    private static ImportFile read(CsvReader<CsvRecord> reader) {
        List<Optional<ImportColumn>> columns = List.of();
        List<Line> lines = new ArrayList<>();
        for (CsvRecord row : reader) {
            if (columns.isEmpty()) {
                if (row.getFieldCount() == 1 && row.getField(0).startsWith("sep=")) {
                    continue;
                }
                columns = row.getFields().stream().map(ImportColumn::byHeading).toList();
                List<Finding> findings = headingFindings(columns);
                if (!findings.isEmpty()) {
                    return new ImportFile(List.of(), findings);
                }
            } else if (lines.size() == MOST_LINES) {
                return refused(Finding.blocking("import.too-many-lines", "file", MOST_LINES));
            } else if (row.getFields().stream().anyMatch(field -> !field.isBlank())) {
                lines.add(line(row, columns));
            }
        }
        return lines.isEmpty()
                ? refused(Finding.blocking("import.empty", "file"))
                : new ImportFile(List.copyOf(lines), List.of());
    }

    private static List<Finding> headingFindings(List<Optional<ImportColumn>> columns) {
        List<Finding> findings = new ArrayList<>();
        for (ImportColumn column : ImportColumn.values()) {
            long times = columns.stream().filter(Optional.of(column)::equals).count();
            if (times == 0 && column.isRequired()) {
                findings.add(Finding.blocking("import.column-missing", "file", column.heading()));
            } else if (times > 1) {
                findings.add(Finding.blocking("import.column-twice", "file", column.heading()));
            }
        }
        return findings;
    }

    private static Line line(CsvRecord row, List<Optional<ImportColumn>> columns) {
        Map<ImportColumn, String> values = new EnumMap<>(ImportColumn.class);
        for (int i = 0; i < Math.min(columns.size(), row.getFieldCount()); i++) {
            String value = clean(row.getField(i));
            columns.get(i).ifPresent(column -> values.put(column, value));
        }
        boolean extraText =
                row.getFields().stream().skip(columns.size()).anyMatch(field -> !field.isBlank());
        return new Line(
                Math.toIntExact(row.getStartingLineNumber()),
                values,
                extraText || row.getFieldCount() < columns.size());
    }

    /** Spreadsheets mark numbers that are text with a leading apostrophe. */
    private static String clean(String field) {
        String value = field.replace('\u00a0', ' ').strip();
        return value.length() > 1 && value.charAt(0) == '\'' && Character.isDigit(value.charAt(1))
                ? value.substring(1)
                : value;
    }

    private static String decode(byte[] bytes) {
        boolean marked =
                bytes.length >= 3
                        && Arrays.equals(
                                bytes,
                                0,
                                3,
                                new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
                                0,
                                3);
        int from = marked ? 3 : 0;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS);
        }
    }

    /** The one that stands most often in the first line with a heading. */
    private static char delimiterOf(String text) {
        String heading =
                text.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("sep="))
                        .findFirst()
                        .orElse("");
        char best = ';';
        for (char candidate : new char[] {',', '\t'}) {
            if (count(heading, candidate) > count(heading, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(unit -> unit == wanted).count();
    }

    private static ImportFile refused(Finding finding) {
        return new ImportFile(List.of(), List.of(finding));
    }
}
