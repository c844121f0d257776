package id.pamong.office.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {
    private static final TableLimits LIMITS = new TableLimits(1 << 20, 4 << 20, 3, 100, 20);

    @Test
    void dates_numbers_formulas_and_text_of_a_spreadsheet_come_as_what_they_are()
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", null)) {
            Worksheet sheet = book.newWorksheet("Pegawai");
            sheet.value(0, 0, "  Budi\u00a0Santoso ");
            sheet.value(0, 1, LocalDate.of(2026, 1, 2));
            sheet.style(0, 1).format("dd/mm/yyyy").set();
            sheet.value(0, 2, 196712131995031003L);
            sheet.value(0, 3, 12.5);
            sheet.formula(0, 4, "1+1");
            sheet.value(2, 0, "'0012");
            Worksheet hidden = book.newWorksheet("Lama");
            hidden.value(0, 0, "x");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
        }

        List<TableSheet> sheets = read(out.toByteArray());

        assertThat(sheets).extracting(TableSheet::name).containsExactly("Pegawai", "Lama");
        assertThat(sheets.getLast().hidden()).isTrue();
        List<TableRow> rows = sheets.getFirst().rows();
        assertThat(rows).extracting(TableRow::number).containsExactly(1, 3);
        assertThat(rows.getFirst().cell(0).text()).isEqualTo("Budi Santoso");
        assertThat(rows.getFirst().cell(1))
                .isEqualTo(new TableCell("2026-01-02", TableCell.Kind.DATE));
        assertThat(rows.getFirst().cell(2).kind()).isEqualTo(TableCell.Kind.NUMBER);
        assertThat(rows.getFirst().cell(3).text()).isEqualTo("12.5");
        assertThat(rows.getLast().cell(0).text()).isEqualTo("0012");
        assertThat(rows.getLast().cell(9)).isEqualTo(TableCell.EMPTY);
    }

    @Test
    void what_unpacks_to_far_more_than_it_is_is_not_opened() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(new byte[5 << 20]);
        }

        assertThat(problem(out.toByteArray())).isEqualTo(TableProblem.UNPACKS_TOO_LARGE);
    }

    @Test
    void too_many_sheets_rows_and_columns_are_told_apart() throws IOException {
        assertThat(problem(book(5, 1, 1))).isEqualTo(TableProblem.TOO_MANY_SHEETS);
        assertThat(problem(book(1, 200, 1))).isEqualTo(TableProblem.TOO_MANY_ROWS);
        assertThat(problem(book(1, 1, 30))).isEqualTo(TableProblem.TOO_MANY_COLUMNS);
        assertThat(problem(new byte[2 << 20])).isEqualTo(TableProblem.TOO_LARGE);
        assertThat(problem("a;b\n".repeat(200).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(TableProblem.TOO_MANY_ROWS);
    }

    @Test
    void an_external_entity_in_a_sheet_is_not_followed() throws IOException {
        byte[] hostile =
                replaced(
                        book(1, 1, 1),
                        "xl/worksheets/sheet1.xml",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet"
                                + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                                + "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t>"
                                + "</is></c></row></sheetData></worksheet>");

        switch (TableReader.read(hostile, LIMITS, List::size)) {
            case TableReading.Unreadable unreadable ->
                    assertThat(unreadable.problem())
                            .isIn(TableProblem.NOT_A_TABLE, TableProblem.EMPTY);
            case TableReading.Read(List<TableSheet> sheets) ->
                    assertThat(sheets.getFirst().rows())
                            .allSatisfy(row -> assertThat(row.cell(0).text()).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7 x", "{\\rtf1 x}", "\u0001\u0002"})
    void other_files_are_no_tables(String start) {
        assertThat(problem(start.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(TableProblem.NOT_A_TABLE);
    }

    @Test
    void old_excel_and_open_document_are_named() throws IOException {
        assertThat(problem(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}))
                .isEqualTo(TableProblem.OLD_OR_LOCKED_EXCEL);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("mimetype"));
        }
        assertThat(problem(out.toByteArray())).isEqualTo(TableProblem.OPEN_DOCUMENT);
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void nothing_that_is_written_is_ever_calculated_and_it_can_be_read_again(TableFormat format)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> hostile =
                List.of("=1+1", "+62811", "-1", "@SUM(A1)", " =x", "\t=x", "\uFF1D1", "a;b\"c");
        try (TableWriter table = TableWriter.to(out, format, "Daftar: [x]")) {
            table.row(hostile);
            table.row(List.of("196712131995031003"));
        }

        List<TableRow> rows = read(out.toByteArray()).getFirst().rows();

        assertThat(rows.getFirst().cell(0).text()).isEqualTo("=1+1");
        assertThat(rows.getFirst().cell(1).text()).isEqualTo("+62811");
        assertThat(rows.getLast().cell(0))
                .isEqualTo(new TableCell("196712131995031003", TableCell.Kind.TEXT));
        for (String text : hostile.subList(0, 7)) {
            assertThat(TableWriter.harmless(text)).startsWith("'");
        }
        assertThat(TableWriter.harmless("Budi = Ani")).isEqualTo("Budi = Ani");
    }

    private static byte[] book(int sheets, int rows, int columns) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", null)) {
            for (int sheet = 0; sheet < sheets; sheet++) {
                Worksheet one = book.newWorksheet("L" + sheet);
                for (int row = 0; row < rows; row++) {
                    for (int column = 0; column < columns; column++) {
                        one.value(row, column, "x");
                    }
                }
            }
        }
        return out.toByteArray();
    }

    private static byte[] replaced(byte[] zipped, String entry, String content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder().setByteArray(zipped).get();
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipArchiveEntry one : Collections.list(in.getEntries())) {
                zip.putNextEntry(new ZipEntry(one.getName()));
                zip.write(
                        one.getName().equals(entry)
                                ? content.getBytes(StandardCharsets.UTF_8)
                                : in.getInputStream(one).readAllBytes());
            }
        }
        return out.toByteArray();
    }

    private static List<TableSheet> read(byte[] file) {
        return ((TableReading.Read) TableReader.read(file, LIMITS, List::size)).sheets();
    }

    private static TableProblem problem(byte[] file) {
        return ((TableReading.Unreadable) TableReader.read(file, LIMITS, List::size)).problem();
    }
}
