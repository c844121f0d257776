package id.pamong.office.table;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Reads CSV (any usual encoding and delimiter) and XLSX. What the file is is told by its bytes,
 * never by its name.
 */
public final class TableReader {
    private TableReader() {}

    /**
     * The sheets of the file.
     *
     * @param fit how well rows look like the table that is wanted; decides which delimiter a CSV
     *     file has when its first lines are titles
     */
    public static TableReading read(
            byte[] file, TableLimits limits, ToIntFunction<List<TableRow>> fit) {
        if (file.length > limits.bytes()) {
            return new TableReading.Unreadable(TableProblem.TOO_LARGE);
        }
        if (starts(file, 'P', 'K', 3, 4)) {
            return XlsxTable.read(file, limits);
        }
        if (starts(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            return new TableReading.Unreadable(TableProblem.OLD_OR_LOCKED_EXCEL);
        }
        return CsvTable.read(file, limits, fit);
    }

    private static boolean starts(byte[] file, int... first) {
        if (file.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((file[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
