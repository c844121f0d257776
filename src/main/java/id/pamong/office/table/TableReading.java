package id.pamong.office.table;

import java.util.List;

/** What came of reading a file. */
public sealed interface TableReading {
    /** At least one sheet with a row. */
    record Read(List<TableSheet> sheets) implements TableReading {
        public Read {
            sheets = List.copyOf(sheets);
        }
    }

    record Unreadable(TableProblem problem) implements TableReading {}
}
