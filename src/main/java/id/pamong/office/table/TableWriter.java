package id.pamong.office.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes a table row by row as it is read, so that a long one needs no memory. Everything is text:
 * numbers of eighteen digits stay whole, and a cell that a spreadsheet would take for a formula
 * gets an apostrophe in front.
 */
public interface TableWriter extends Closeable {
    /**
     * Begins a file.
     *
     * @param title name of the sheet
     */
    static TableWriter to(OutputStream out, TableFormat format, String title) throws IOException {
        return switch (format) {
            case CSV -> new CsvTableWriter(out);
            case XLSX -> new XlsxTableWriter(out, title);
        };
    }

    void row(List<String> cells) throws IOException;

    /** A first cell {@code =cmd|…}, {@code +…}, {@code -…} or {@code @…} would be calculated. */
    static String harmless(String text) {
        String start = text.stripLeading();
        boolean dangerous =
                !start.isEmpty()
                        && (TableCell.isFormulaSign(start.charAt(0))
                                || "\uFF1D\uFF0B\uFF0D\uFF20".indexOf(start.charAt(0)) >= 0);
        boolean control = !text.isEmpty() && (text.charAt(0) == '\t' || text.charAt(0) == '\r');
        return dangerous || control ? "'" + text : text;
    }
}
