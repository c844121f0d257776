package id.pamong.office.organization;

import id.pamong.office.regulation.Finding;
import id.pamong.office.table.TableCell;
import id.pamong.office.table.TableLimits;
import id.pamong.office.table.TableReader;
import id.pamong.office.table.TableReading;
import id.pamong.office.table.TableRow;
import id.pamong.office.table.TableSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The file of a decree that moves many, CSV or XLSX: the first visible sheet with headings for the
 * NIP, the new agency (its code or name) and the new post.
 *
 * @param findings against the file as a whole; with one there are no lines
 */
record MoveFile(List<Line> lines, List<Finding> findings) {
    static final int MOST_LINES = 5000;
    private static final int MOST_BYTES = 8 << 20;
    private static final TableLimits LIMITS =
            new TableLimits(MOST_BYTES, 120L << 20, 20, MOST_LINES + 100, 300);
    private static final int HEADINGS_WITHIN = 20;

    private static final Set<String> NIP =
            Set.of("nip", "nipbaru", "nipnippppk", "nomorindukpegawai", "nippppk", "nipppk");
    private static final Set<String> AGENCY =
            Set.of(
                    "kodeopd",
                    "kodeperangkatdaerah",
                    "perangkatdaerah",
                    "perangkatdaerahbaru",
                    "kodeperangkatdaerahbaru",
                    "opd",
                    "opdbaru",
                    "unitkerjabaru",
                    "unitkerja",
                    "instansibaru");
    private static final Set<String> POST =
            Set.of("jabatanbaru", "jabatan", "namajabatan", "namajabatanbaru");

    /** A line with what stood in it. */
    record Line(int number, WrittenNumber nip, String agency, String post) {
        /** Personal data does not reach logs by way of this. */
        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }

    /** Where the columns are. */
    private record Columns(int row, int nip, int agency, int post) {}

    static MoveFile read(byte[] bytes) {
        return switch (TableReader.read(bytes, LIMITS, rows -> columns(rows) == null ? 0 : 1)) {
            case TableReading.Unreadable unreadable ->
                    refused("moves.unreadable." + unreadable.problem());
            case TableReading.Read(List<TableSheet> sheets) -> read(sheets);
        };
    }

    private static MoveFile read(List<TableSheet> sheets) {
        for (TableSheet sheet : sheets) {
            Columns at = sheet.hidden() ? null : columns(sheet.rows());
            if (at != null) {
                List<Line> lines = lines(sheet.rows(), at);
                if (lines.isEmpty()) {
                    return refused("moves.unreadable.EMPTY");
                }
                return lines.size() > MOST_LINES
                        ? refused("moves.unreadable.TOO_MANY_ROWS")
                        : new MoveFile(lines, List.of());
            }
        }
        return refused("moves.headings");
    }

    private static List<Line> lines(List<TableRow> rows, Columns at) {
        List<Line> lines = new ArrayList<>();
        for (TableRow row : rows.subList(at.row() + 1, rows.size())) {
            TableCell nip = row.cell(at.nip());
            String agency = row.cell(at.agency()).text();
            String post = row.cell(at.post()).text();
            if (!nip.isEmpty() || !agency.isEmpty() || !post.isEmpty()) {
                lines.add(new Line(row.number(), WrittenNumber.read(nip), agency, post));
            }
        }
        return List.copyOf(lines);
    }

    private static @org.jspecify.annotations.Nullable Columns columns(List<TableRow> rows) {
        for (int at = 0; at < Math.min(rows.size(), HEADINGS_WITHIN); at++) {
            int nip = column(rows.get(at), NIP);
            int agency = column(rows.get(at), AGENCY);
            int post = column(rows.get(at), POST);
            if (nip >= 0 && agency >= 0 && post >= 0) {
                return new Columns(at, nip, agency, post);
            }
        }
        return null;
    }

    private static int column(TableRow row, Set<String> names) {
        for (int column = 0; column < row.cells().size(); column++) {
            String heading =
                    row.cell(column).text().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
            if (names.contains(heading)) {
                return column;
            }
        }
        return -1;
    }

    private static MoveFile refused(String code) {
        return new MoveFile(List.of(), List.of(Finding.blocking(code, "file")));
    }
}
