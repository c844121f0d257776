package id.pamong.office.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** A CSV file: delimiter and encoding are found, since no CSV file says them. */
final class CsvTable {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char[] DELIMITERS = {';', ',', '\t', '|'};
    private static final int SAMPLE = 40;

    private CsvTable() {}

    static TableReading read(byte[] file, TableLimits limits, ToIntFunction<List<TableRow>> fit) {
        String text = decode(file);
        if (text.indexOf('\0') >= 0 || looksBinary(text)) {
            return new TableReading.Unreadable(TableProblem.NOT_A_TABLE);
        }
        char delimiter = delimiterOf(text, fit);
        List<TableRow> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = reader(text, delimiter)) {
            for (CsvRecord line : reader) {
                if (rows.size() > limits.rows()) {
                    return new TableReading.Unreadable(TableProblem.TOO_MANY_ROWS);
                }
                if (line.getFieldCount() > limits.columns()) {
                    return new TableReading.Unreadable(TableProblem.TOO_MANY_COLUMNS);
                }
                row(line).ifPresent(rows::add);
            }
        } catch (CsvParseException | IOException broken) {
            return new TableReading.Unreadable(TableProblem.NOT_A_TABLE);
        }
        return rows.isEmpty()
                ? new TableReading.Unreadable(TableProblem.EMPTY)
                : new TableReading.Read(List.of(new TableSheet("", false, rows)));
    }

    private static CsvReader<CsvRecord> reader(String text, char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .skipEmptyLines(true)
                .ofCsvRecord(text);
    }

    /** Empty for a blank line and for Excel's own line {@code sep=;}. */
    private static Optional<TableRow> row(CsvRecord line) {
        if (line.getFieldCount() <= 2 && line.getField(0).startsWith("sep=")) {
            return Optional.empty();
        }
        TableRow row =
                new TableRow(
                        Math.toIntExact(line.getStartingLineNumber()),
                        line.getFields().stream().map(TableCell::text).toList());
        return row.isBlank() ? Optional.empty() : Optional.of(row);
    }

    /**
     * A byte order mark decides; else the pattern of zeros; else UTF-8 if it is, Windows if not.
     */
    static String decode(byte[] file) {
        if (marked(file, 0xEF, 0xBB, 0xBF)) {
            return new String(file, 3, file.length - 3, StandardCharsets.UTF_8);
        }
        if (marked(file, 0xFF, 0xFE)) {
            return new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
        }
        if (marked(file, 0xFE, 0xFF)) {
            return new String(file, 2, file.length - 2, StandardCharsets.UTF_16BE);
        }
        int sample = Math.min(file.length & ~1, 400);
        int evenZeros = zeros(file, 0, sample);
        int oddZeros = zeros(file, 1, sample);
        if (sample >= 4 && evenZeros == 0 && oddZeros > sample / 4) {
            return new String(file, StandardCharsets.UTF_16LE);
        }
        if (sample >= 4 && oddZeros == 0 && evenZeros > sample / 4) {
            return new String(file, StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(file, WINDOWS);
        }
    }

    private static boolean marked(byte[] file, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (file.length <= i || (file[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] file, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i += 2) {
            count += file[i] == 0 ? 1 : 0;
        }
        return count;
    }

    /** A PDF or picture has control characters within its first bytes, a table has none. */
    private static boolean looksBinary(String text) {
        return text.startsWith("%PDF")
                || text.startsWith("{\\rtf")
                || text.chars()
                        .limit(2000)
                        .anyMatch(unit ->
                                unit < 0x20 && unit != '\t' && unit != '\n' && unit != '\r');
    }

    /** The one with which the first rows fit best; among equals the one that splits most. */
    private static char delimiterOf(String text, ToIntFunction<List<TableRow>> fit) {
        String start = firstLines(text);
        char best = DELIMITERS[0];
        long bestScore = -1;
        for (char delimiter : DELIMITERS) {
            List<TableRow> sample = sample(start, delimiter);
            int cells = sample.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
            long score = fit.applyAsInt(sample) * 1000L + cells;
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
            }
        }
        return best;
    }

    private static List<TableRow> sample(String text, char delimiter) {
        List<TableRow> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = reader(text, delimiter)) {
            for (CsvRecord line : reader) {
                row(line).ifPresent(rows::add);
            }
        } catch (CsvParseException | IOException cutInsideQuotes) {
            return rows;
        }
        return rows;
    }

    private static String firstLines(String text) {
        int end = 0;
        for (int lines = 0; lines < SAMPLE && end >= 0 && end < text.length(); lines++) {
            int next = text.indexOf('\n', end);
            end = next < 0 ? text.length() : next + 1;
        }
        return text.substring(0, end);
    }
}
