package id.pamong.office.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** One sheet of text cells; written out every hundred rows. */
final class XlsxTableWriter implements TableWriter {
    private static final int LONGEST_TITLE = 31;
    private static final int LONGEST_CELL = 32_000;

    private final Workbook book;
    private final Worksheet sheet;
    private int at;

    XlsxTableWriter(OutputStream out, String title) {
        book = new Workbook(out, "Pamong", null);
        String bare = title.replaceAll("[\\[\\]*?/\\\\:']", " ").strip();
        sheet =
                book.newWorksheet(
                        bare.isEmpty()
                                ? "Daftar"
                                : bare.substring(0, Math.min(LONGEST_TITLE, bare.length())));
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            String text = TableWriter.harmless(cells.get(i));
            sheet.inlineString(at, i, text.substring(0, Math.min(LONGEST_CELL, text.length())));
        }
        if (at == 0) {
            sheet.range(0, 0, 0, Math.max(0, cells.size() - 1)).style().bold().set();
        }
        at++;
        if (at % 100 == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        book.finish();
    }
}
