package id.pamong.office.organization;

import id.pamong.office.table.TableRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the line of headings among the first rows of a sheet. Titles of the list may stand above
 * it, and it may be two rows high, the upper one merged over several columns.
 *
 * @param columns of each column of the sheet, empty where nothing is known of it
 * @param firstLine index of the first row with a person
 */
record ImportHeadings(List<Optional<ImportColumn>> columns, int firstLine) {
    private static final int SEARCHED = 40;
    private static final int FEWEST = 2;

    /** How many columns are recognised at best in these rows. */
    static int fit(List<TableRow> rows) {
        return find(rows).map(ImportHeadings::known).orElse(0);
    }

    /** Empty when no row looks like headings. */
    static Optional<ImportHeadings> find(List<TableRow> rows) {
        ImportHeadings best = new ImportHeadings(List.of(), 0);
        for (int at = 0; at < Math.min(SEARCHED, rows.size()); at++) {
            ImportHeadings alone = new ImportHeadings(single(rows.get(at)), at + 1);
            if (alone.known() > best.known()) {
                best = alone;
            }
            if (at + 1 < rows.size()) {
                ImportHeadings two =
                        new ImportHeadings(pair(rows.get(at), rows.get(at + 1)), at + 2);
                if (two.known() > best.known()) {
                    best = two;
                }
            }
        }
        return best.known() < FEWEST ? Optional.empty() : Optional.of(best.pastNumbers(rows));
    }

    private int known() {
        Set<ImportColumn> seen = new HashSet<>();
        columns.forEach(column -> column.ifPresent(seen::add));
        return seen.size();
    }

    /** Official forms number their columns below the headings: 1, 2, 3 or (1), (2), (3). */
    private ImportHeadings pastNumbers(List<TableRow> rows) {
        if (firstLine >= rows.size()) {
            return this;
        }
        int last = 0;
        int numbers = 0;
        for (var cell : rows.get(firstLine).cells()) {
            if (!cell.isEmpty()) {
                String bare = cell.text().replaceAll("[()]", "");
                if (!bare.matches("[0-9]{1,2}") || Integer.parseInt(bare) <= last) {
                    return this;
                }
                last = Integer.parseInt(bare);
                numbers++;
            }
        }
        return numbers > 2 ? new ImportHeadings(columns, firstLine + 1) : this;
    }

    private static List<Optional<ImportColumn>> single(TableRow row) {
        return row.cells().stream().map(cell -> ImportColumn.byHeading(cell.text())).toList();
    }

    private static List<Optional<ImportColumn>> pair(TableRow upper, TableRow lower) {
        int width = Math.max(upper.cells().size(), lower.cells().size());
        List<Optional<ImportColumn>> columns = new ArrayList<>();
        String over = "";
        for (int i = 0; i < width; i++) {
            String own = upper.cell(i).text();
            over = own.isEmpty() ? over : own;
            String below = lower.cell(i).text();
            if (below.isEmpty()) {
                columns.add(ImportColumn.byHeading(own));
            } else {
                columns.add(
                        ImportColumn.byHeading(over + " " + below)
                                .or(both(below, over))
                                .or(() -> ImportColumn.byHeading(below)));
            }
        }
        return columns;
    }

    private static java.util.function.Supplier<Optional<ImportColumn>> both(
            String below, String over) {
        return () -> ImportColumn.byHeading(below + " " + over);
    }
}
