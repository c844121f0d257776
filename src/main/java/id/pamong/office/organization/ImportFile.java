package id.pamong.office.organization;

import id.pamong.office.regulation.Finding;
import id.pamong.office.table.TableCell;
import id.pamong.office.table.TableLimits;
import id.pamong.office.table.TableProblem;
import id.pamong.office.table.TableReader;
import id.pamong.office.table.TableReading;
import id.pamong.office.table.TableRow;
import id.pamong.office.table.TableSheet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A file of people as read: CSV or XLSX, all visible sheets that have a line of headings.
 *
 * @param findings what there is to say of the file as a whole; with a blocking one there are no
 *     lines
 */
record ImportFile(List<Line> lines, List<Finding> findings) {
    static final int MOST_BYTES = 8 << 20;
    static final int MOST_LINES = 20_000;
    private static final int MOST_SHEETS = 50;
    private static final TableLimits LIMITS =
            new TableLimits(MOST_BYTES, 120L << 20, MOST_SHEETS, MOST_LINES + 100, 300);

    /**
     * One line.
     *
     * @param sheet empty in a CSV file
     * @param number as an editor or spreadsheet counts it, from 1
     */
    record Line(
            String sheet,
            int number,
            Map<ImportColumn, TableCell> cells,
            boolean hasWrongFieldCount) {
        String value(ImportColumn column) {
            return cell(column).text();
        }

        TableCell cell(ImportColumn column) {
            return cells.getOrDefault(column, TableCell.EMPTY);
        }
    }

    boolean isRefused() {
        return findings.stream().anyMatch(Finding::isBlocking);
    }

    static ImportFile read(byte[] bytes) {
        return switch (TableReader.read(bytes, LIMITS, ImportHeadings::fit)) {
            case TableReading.Unreadable(TableProblem problem) -> refused(List.of(said(problem)));
            case TableReading.Read(List<TableSheet> sheets) -> read(sheets);
        };
    }

    private static Finding said(TableProblem problem) {
        return switch (problem) {
            case TOO_LARGE -> Finding.blocking("import.too-large", "file", MOST_BYTES >> 20);
            case UNPACKS_TOO_LARGE -> Finding.blocking("import.unpacks-too-large", "file");
            case TOO_MANY_SHEETS -> Finding.blocking("import.too-many-sheets", "file", MOST_SHEETS);
            case TOO_MANY_ROWS -> Finding.blocking("import.too-many-lines", "file", MOST_LINES);
            case TOO_MANY_COLUMNS ->
                    Finding.blocking("import.too-many-columns", "file", LIMITS.columns());
            case OLD_OR_LOCKED_EXCEL -> Finding.blocking("import.old-excel", "file");
            case OPEN_DOCUMENT -> Finding.blocking("import.open-document", "file");
            case NOT_A_TABLE -> Finding.blocking("import.not-csv", "file");
            case EMPTY -> Finding.blocking("import.empty", "file");
        };
    }

    private static ImportFile read(List<TableSheet> sheets) {
        List<Line> lines = new ArrayList<>();
        List<Finding> blocking = new ArrayList<>();
        List<Finding> soft = new ArrayList<>();
        int read = 0;
        for (TableSheet sheet : sheets) {
            Optional<ImportHeadings> headings =
                    sheet.hidden() ? Optional.empty() : ImportHeadings.find(sheet.rows());
            if (headings.isEmpty()) {
                if (!sheet.rows().isEmpty() && sheets.size() > 1) {
                    soft.add(
                            Finding.soft(
                                    sheet.hidden()
                                            ? "import.sheet-hidden"
                                            : "import.sheet-without-headings",
                                    "file",
                                    sheet.name()));
                }
                continue;
            }
            read++;
            List<Finding> wrong = headingFindings(headings.get().columns());
            if (wrong.isEmpty()) {
                List<TableRow> rows = sheet.rows();
                for (TableRow row : rows.subList(headings.get().firstLine(), rows.size())) {
                    lines.add(line(sheet.name(), row, headings.get().columns()));
                }
            }
            blocking.addAll(wrong);
        }
        if (read == 0) {
            return refused(missing(List.of()));
        }
        if (!blocking.isEmpty()) {
            return refused(blocking.stream().distinct().toList());
        }
        if (lines.size() > MOST_LINES) {
            return refused(List.of(said(TableProblem.TOO_MANY_ROWS)));
        }
        return lines.isEmpty()
                ? refused(List.of(said(TableProblem.EMPTY)))
                : new ImportFile(List.copyOf(lines), List.copyOf(soft));
    }

    private static List<Finding> headingFindings(List<Optional<ImportColumn>> columns) {
        List<Finding> findings = new ArrayList<>(missing(columns));
        for (ImportColumn column : ImportColumn.values()) {
            long times = columns.stream().filter(Optional.of(column)::equals).count();
            if (times > 1 && !column.mayRepeat()) {
                findings.add(Finding.blocking("import.column-twice", "file", column.heading()));
            }
        }
        return findings;
    }

    private static List<Finding> missing(List<Optional<ImportColumn>> columns) {
        List<Finding> findings = new ArrayList<>();
        Set<ImportColumn> there = new HashSet<>();
        columns.forEach(column -> column.ifPresent(there::add));
        for (ImportColumn column : ImportColumn.values()) {
            if (column.isRequired() && !there.contains(column)) {
                findings.add(Finding.blocking("import.column-missing", "file", column.heading()));
            }
        }
        if (!there.contains(ImportColumn.AGENCY_CODE)
                && !there.contains(ImportColumn.AGENCY_NAME)) {
            findings.add(
                    Finding.blocking(
                            "import.column-missing", "file", ImportColumn.AGENCY_CODE.heading()));
        }
        return findings;
    }

    private static Line line(String sheet, TableRow row, List<Optional<ImportColumn>> columns) {
        Map<ImportColumn, TableCell> values = new EnumMap<>(ImportColumn.class);
        for (int i = 0; i < columns.size(); i++) {
            TableCell cell = row.cell(i);
            columns.get(i)
                    .ifPresent(column ->
                            values.merge(
                                    column, cell, (first, next) -> joined(column, first, next)));
        }
        boolean extraText =
                row.cells().stream().skip(columns.size()).anyMatch(cell -> !cell.isEmpty());
        boolean isText = sheet.isEmpty();
        return new Line(
                sheet,
                row.number(),
                values,
                isText && (extraText || row.cells().size() < columns.size()));
    }

    private static TableCell joined(ImportColumn column, TableCell first, TableCell next) {
        String between = column == ImportColumn.TITLE_AFTER ? ", " : " ";
        String text =
                List.of(first, next).stream()
                        .map(TableCell::text)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(between));
        return new TableCell(text, TableCell.Kind.TEXT);
    }

    private static ImportFile refused(List<Finding> findings) {
        return new ImportFile(List.of(), List.copyOf(findings));
    }
}
