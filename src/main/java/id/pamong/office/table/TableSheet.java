package id.pamong.office.table;

import java.util.List;

/**
 * One sheet of a file; a CSV file has one without a name. Blank rows are left out.
 *
 * @param hidden whether the spreadsheet shows it
 */
public record TableSheet(String name, boolean hidden, List<TableRow> rows) {
    public TableSheet {
        rows = List.copyOf(rows);
    }
}
