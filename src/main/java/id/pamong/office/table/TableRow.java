package id.pamong.office.table;

import java.util.List;

/**
 * A row as read.
 *
 * @param number as an editor or spreadsheet counts it, from 1
 */
public record TableRow(int number, List<TableCell> cells) {
    public TableRow {
        cells = List.copyOf(cells);
    }

    /** Empty beyond the last one. */
    public TableCell cell(int column) {
        return column < cells.size() ? cells.get(column) : TableCell.EMPTY;
    }

    public boolean isBlank() {
        return cells.stream().allMatch(TableCell::isEmpty);
    }
}
