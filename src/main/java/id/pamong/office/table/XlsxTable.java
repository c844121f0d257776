package id.pamong.office.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** An XLSX file. What is inside is measured before anything of it is believed. */
final class XlsxTable {
    private static final int MOST_ENTRIES = 1000;
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    private XlsxTable() {}

    static TableReading read(byte[] file, TableLimits limits) {
        try {
            Optional<TableProblem> problem = measure(file, limits);
            return problem.isPresent()
                    ? new TableReading.Unreadable(problem.get())
                    : sheets(file, limits);
        } catch (TooMuch much) {
            return new TableReading.Unreadable(much.problem);
        } catch (IOException
                | ExcelReaderException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NullPointerException
                | DateTimeException
                | java.io.UncheckedIOException broken) {
            // The library says a broken file in all of these ways.
            return new TableReading.Unreadable(TableProblem.NOT_A_TABLE);
        }
    }

    /** Unpacks everything once without keeping it, and stops where the limit is passed. */
    private static Optional<TableProblem> measure(byte[] file, TableLimits limits)
            throws IOException {
        long unpacked = 0;
        int entries = 0;
        boolean workbook = false;
        byte[] bucket = new byte[1 << 16];
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (++entries > MOST_ENTRIES) {
                    return Optional.of(TableProblem.UNPACKS_TOO_LARGE);
                }
                String name = entry.getName();
                if (name.equals("mimetype") || name.equals("content.xml")) {
                    return Optional.of(TableProblem.OPEN_DOCUMENT);
                }
                workbook |= name.replace("\\", "/").endsWith("xl/workbook.xml");
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(bucket); read >= 0; read = in.read(bucket)) {
                        unpacked += read;
                        if (unpacked > limits.unpackedBytes()) {
                            return Optional.of(TableProblem.UNPACKS_TOO_LARGE);
                        }
                    }
                }
            }
        }
        return workbook ? Optional.empty() : Optional.of(TableProblem.NOT_A_TABLE);
    }

    private static TableReading sheets(byte[] file, TableLimits limits) throws IOException {
        try (InputStream in = new ByteArrayInputStream(file);
                ReadableWorkbook workbook = new ReadableWorkbook(in, WITH_FORMATS)) {
            List<Sheet> found = workbook.getSheets().toList();
            if (found.size() > limits.sheets()) {
                return new TableReading.Unreadable(TableProblem.TOO_MANY_SHEETS);
            }
            List<TableSheet> sheets = new ArrayList<>();
            int left = limits.rows() + 1;
            for (Sheet sheet : found) {
                TableSheet read = sheet(sheet, left, limits);
                left -= read.rows().size();
                sheets.add(read);
            }
            return sheets.stream().allMatch(sheet -> sheet.rows().isEmpty())
                    ? new TableReading.Unreadable(TableProblem.EMPTY)
                    : new TableReading.Read(sheets);
        }
    }

    private static TableSheet sheet(Sheet sheet, int most, TableLimits limits) throws IOException {
        List<TableRow> rows = new ArrayList<>();
        try (Stream<Row> stream = sheet.openStream()) {
            for (Row row : (Iterable<Row>) stream::iterator) {
                TableRow read = row(row, limits);
                if (!read.isBlank()) {
                    if (rows.size() == most) {
                        throw new TooMuch(TableProblem.TOO_MANY_ROWS);
                    }
                    rows.add(read);
                }
            }
        }
        return new TableSheet(
                sheet.getName(), sheet.getVisibility() != SheetVisibility.VISIBLE, rows);
    }

    private static TableRow row(Row row, TableLimits limits) {
        List<TableCell> cells = new ArrayList<>();
        int at = 0;
        for (Cell cell : row) {
            cells.add(cell == null ? TableCell.EMPTY : cell(cell));
            at++;
            if (at > limits.columns() && cell != null && !cells.getLast().isEmpty()) {
                throw new TooMuch(TableProblem.TOO_MANY_COLUMNS);
            }
        }
        return new TableRow(row.getRowNum(), cells);
    }

    private static TableCell cell(Cell cell) {
        return switch (cell.getType()) {
            case STRING -> TableCell.text(cell.asString());
            case NUMBER -> number(cell);
            case BOOLEAN -> new TableCell(cell.asBoolean() ? "1" : "0", TableCell.Kind.TEXT);
            case FORMULA -> formula(cell);
            case ERROR -> new TableCell(raw(cell), TableCell.Kind.ERROR);
            case EMPTY -> TableCell.EMPTY;
        };
    }

    private static TableCell number(Cell cell) {
        if (isDate(cell.getDataFormatId(), cell.getDataFormatString())) {
            java.time.LocalDateTime at = cell.asDate();
            return new TableCell(
                    at.toLocalTime().equals(LocalTime.MIDNIGHT) || at.getYear() > 1900
                            ? at.toLocalDate().toString()
                            : at.toString(),
                    TableCell.Kind.DATE);
        }
        return plain(cell.asNumber());
    }

    /** The result that the spreadsheet kept beside the formula; the formula is never run. */
    private static TableCell formula(Cell cell) {
        Object value = cell.getValue();
        return switch (value) {
            case BigDecimal number -> plain(number);
            case String text -> TableCell.text(text);
            case null -> TableCell.EMPTY;
            default -> TableCell.text(value.toString());
        };
    }

    private static TableCell plain(BigDecimal number) {
        if (Math.abs((long) number.precision() - number.scale()) > 400) {
            return new TableCell(number.toString(), TableCell.Kind.NUMBER);
        }
        BigDecimal bare = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return new TableCell(bare.toPlainString(), TableCell.Kind.NUMBER);
    }

    private static String raw(Cell cell) {
        @Nullable String raw = cell.getRawValue();
        return raw == null ? "#" : raw;
    }

    /** The built-in formats of dates, or one with a day or year in it outside quotes. */
    private static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (id != null && ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id == 47)) {
            return true;
        }
        if (format == null || format.equalsIgnoreCase("General")) {
            return false;
        }
        String bare = format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^]]*]", "").toLowerCase(Locale.ROOT);
        return bare.indexOf('d') >= 0 || bare.indexOf('y') >= 0;
    }

    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final TableProblem problem;

        TooMuch(TableProblem problem) {
            super(problem.name());
            this.problem = problem;
        }
    }
}
