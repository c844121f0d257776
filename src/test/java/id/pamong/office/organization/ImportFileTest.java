package id.pamong.office.organization;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.regulation.Finding;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportFileTest {
    private static final String HEADING = "nik;nip;nama;status;kode_pd;jabatan";

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void the_delimiter_is_found_in_the_heading(String delimiter) {
        ImportFile file =
                read(
                        HEADING.replace(";", delimiter)
                                + "\n"
                                + String.join(delimiter, "1", "2", "Budi", "PNS", "A", "Guru"));

        assertThat(file.findings()).isEmpty();
        assertThat(file.lines()).hasSize(1);
        assertThat(file.lines().getFirst().value(ImportColumn.NAME)).isEqualTo("Budi");
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_do_no_harm() {
        ImportFile file = read("\uFEFF" + HEADING + "\r\n1;2;Budi;PNS;A;Guru\r\n");

        assertThat(file.findings()).isEmpty();
        assertThat(file.lines().getFirst().value(ImportColumn.NIK)).isEqualTo("1");
    }

    @Test
    void text_that_is_not_utf_8_is_read_as_windows_1252() {
        ImportFile file =
                ImportFile.read(
                        (HEADING + "\n1;2;André;PNS;A;Guru")
                                .getBytes(Charset.forName("windows-1252")));

        assertThat(file.lines().getFirst().value(ImportColumn.NAME)).isEqualTo("André");
    }

    @Test
    void the_number_of_a_line_is_the_one_an_editor_shows_even_after_a_quoted_line_end() {
        ImportFile file = read(HEADING + "\n1;2;Budi;PNS;A;\"Guru\nMuda\"\n\n3;4;Ani;PNS;A;Guru");

        assertThat(file.lines()).extracting(ImportFile.Line::number).containsExactly(2, 5);
    }

    @Test
    void headings_may_be_written_as_people_write_them() {
        ImportFile file = read("NIK;NIP;Nama Lengkap;STATUS;Kode PD;Jabatan\n1;2;B;PNS;A;G");

        assertThat(file.findings()).isEmpty();
    }

    @Test
    void every_missing_column_is_named_at_once() {
        ImportFile file = read("nik;nama\n1;Budi");

        assertThat(file.findings())
                .extracting(Finding::code)
                .containsOnly("import.column-missing")
                .hasSize(4);
        assertThat(file.lines()).isEmpty();
    }

    @Test
    void an_empty_file_and_a_spreadsheet_get_a_clear_word() {
        assertThat(read("").findings()).extracting(Finding::code).containsExactly("import.empty");
        assertThat(ImportFile.read(new byte[] {'P', 'K', 3, 4, 0, 0}).findings())
                .extracting(Finding::code)
                .containsExactly("import.not-csv");
        assertThat(read(HEADING).findings())
                .extracting(Finding::code)
                .containsExactly("import.empty");
    }

    @Test
    void a_line_with_too_few_or_too_many_fields_says_so_and_the_others_stay() {
        ImportFile file = read(HEADING + "\n1;2;Budi\n3;4;Ani;PNS;A;Guru;x\n5;6;Ida;PNS;A;Guru;;");

        assertThat(file.lines())
                .extracting(ImportFile.Line::hasWrongFieldCount)
                .containsExactly(true, true, false);
    }

    @Test
    void the_apostrophe_by_which_spreadsheets_keep_numbers_as_text_is_dropped() {
        ImportFile.Line line = read(HEADING + "\n'3577;2;D'Arc;PNS;A;Guru").lines().getFirst();

        assertThat(line.value(ImportColumn.NIK)).isEqualTo("3577");
        assertThat(line.value(ImportColumn.NAME)).isEqualTo("D'Arc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16"})
    void text_in_two_bytes_is_read_with_and_without_its_mark(String charset) {
        ImportFile file =
                ImportFile.read(
                        (HEADING + "\n1;2;André;PNS;A;Guru").getBytes(Charset.forName(charset)));

        assertThat(file.lines().getFirst().value(ImportColumn.NAME)).isEqualTo("André");
    }

    @Test
    void titles_above_and_headings_of_two_rows_are_found() {
        ImportFile file =
                read(
                        """
                        DAFTAR NOMINATIF PEGAWAI;;;;;;;;
                        KEADAAN: NOVEMBER 2026;;;;;;;;

                        NO;NIP;NIK;NAMA;GELAR;;STATUS PEGAWAI;JABATAN;PERANGKAT DAERAH
                        ;;;;DEPAN;BELAKANG;;;
                        1;2;3;4;5;6;7;8;9
                        1;199001012015011001;3577010101900001;Budi;Dr.;S.Pd.;PNS;Guru;Dinas Pendidikan
                        """);

        assertThat(file.findings()).isEmpty();
        assertThat(file.lines()).hasSize(1);
        ImportFile.Line line = file.lines().getFirst();
        assertThat(line.value(ImportColumn.TITLE_BEFORE)).isEqualTo("Dr.");
        assertThat(line.value(ImportColumn.TITLE_AFTER)).isEqualTo("S.Pd.");
        assertThat(line.value(ImportColumn.AGENCY_NAME)).isEqualTo("Dinas Pendidikan");
        assertThat(line.number()).isEqualTo(7);
    }

    @Test
    void titles_in_several_columns_are_joined() {
        ImportFile file =
                read(
                        "nik;nip;gelar depan 1;gelar depan 2;nama;gelar belakang 1;gelar belakang"
                                + " 2;status;kode opd;jabatan\n"
                                + "1;2;Dr.;Ir.;Budi;S.T.;M.T.;PNS;A;Guru");

        assertThat(file.lines().getFirst().value(ImportColumn.TITLE_BEFORE)).isEqualTo("Dr. Ir.");
        assertThat(file.lines().getFirst().value(ImportColumn.TITLE_AFTER)).isEqualTo("S.T., M.T.");
    }

    private static ImportFile read(String text) {
        return ImportFile.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
