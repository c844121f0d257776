package id.pamong.office.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Semicolons and a byte order mark, as spreadsheets set to Indonesian expect them. */
final class CsvTableWriter implements TableWriter {
    private final CsvWriter csv;

    CsvTableWriter(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        csv = CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(text);
    }

    @Override
    public void row(List<String> cells) {
        csv.writeRecord(cells.stream().map(TableWriter::harmless).toList());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
