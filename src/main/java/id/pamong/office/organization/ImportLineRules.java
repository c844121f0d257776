package id.pamong.office.organization;

import id.pamong.office.regulation.Finding;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What one line of a file of people must look like by itself; pure. */
final class ImportLineRules {
    private static final List<DateTimeFormatter> DATES =
            List.of("uuuu-MM-dd", "dd-MM-uuuu", "dd/MM/uuuu", "d/M/uuuu").stream()
                    .map(form ->
                            DateTimeFormatter.ofPattern(form, Locale.ROOT)
                                    .withResolverStyle(ResolverStyle.STRICT))
                    .toList();

    private ImportLineRules() {}

    static List<Finding> check(ImportFile.Line line) {
        List<Finding> findings = new ArrayList<>();
        if (line.hasWrongFieldCount()) {
            findings.add(Finding.blocking("import.field-count", null));
        }
        for (ImportColumn column : ImportColumn.values()) {
            checkText(findings, line, column);
        }
        if (line.value(ImportColumn.NIK).matches("[0-9][.,][0-9]+[eE]\\+?[0-9]+")
                || line.value(ImportColumn.NIP).matches("[0-9][.,][0-9]+[eE]\\+?[0-9]+")) {
            findings.add(Finding.blocking("import.scientific-number", "nik"));
        }
        if (!line.value(ImportColumn.CLASS).isEmpty() && classOf(line).isEmpty()) {
            findings.add(
                    Finding.blocking("import.class", "status", line.value(ImportColumn.CLASS)));
        }
        if (!line.value(ImportColumn.HEAD).isEmpty() && headOf(line).isEmpty()) {
            findings.add(Finding.blocking("import.head", "kepala", line.value(ImportColumn.HEAD)));
        }
        if (!line.value(ImportColumn.FROM).isEmpty() && fromOf(line).isEmpty()) {
            findings.add(Finding.blocking("import.date", "mulai", line.value(ImportColumn.FROM)));
        }
        return findings;
    }

    private static void checkText(
            List<Finding> findings, ImportFile.Line line, ImportColumn column) {
        String value = line.value(column);
        boolean mayBeEmpty = !column.isRequired() || column == ImportColumn.NIP;
        if (value.isEmpty() && !mayBeEmpty) {
            findings.add(Finding.blocking("import.missing", column.heading(), column.heading()));
        }
        boolean isNumber =
                column == ImportColumn.NIK
                        || column == ImportColumn.NIP
                        || column == ImportColumn.SUPERIOR;
        int length = isNumber ? PersonSeals.normal(value).length() : value.length();
        // The length of NIK and NIP is judged with their other rules.
        if (!isNumber && length > column.longest()) {
            findings.add(
                    Finding.blocking(
                            "import.too-long",
                            column.heading(),
                            column.heading(),
                            column.longest()));
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            findings.add(
                    Finding.blocking(
                            "import.control-character", column.heading(), column.heading()));
        }
    }

    static Optional<EmploymentClass> classOf(ImportFile.Line line) {
        return switch (normal(line.value(ImportColumn.CLASS))) {
            case "PNS" -> Optional.of(EmploymentClass.PNS);
            case "CPNS" -> Optional.of(EmploymentClass.CPNS);
            case "PPPK", "P3K" -> Optional.of(EmploymentClass.PPPK);
            case "PPPKPARUHWAKTU", "P3KPARUHWAKTU", "PPPKPW" ->
                    Optional.of(EmploymentClass.PPPK_PART_TIME);
            case "KEPALADAERAH", "KDH" -> Optional.of(EmploymentClass.HEAD_OF_REGION);
            case "WAKILKEPALADAERAH", "WKDH" -> Optional.of(EmploymentClass.DEPUTY_HEAD_OF_REGION);
            case "LAINNYA", "PIHAKLAIN" -> Optional.of(EmploymentClass.OTHER);
            default -> Optional.empty();
        };
    }

    /** Empty also for someone who heads nothing. */
    static Optional<HeadshipKind> headOf(ImportFile.Line line) {
        return switch (normal(line.value(ImportColumn.HEAD))) {
            case "YA", "Y", "DEFINITIF" -> Optional.of(HeadshipKind.DEFINITIVE);
            case "PLT" -> Optional.of(HeadshipKind.PLT);
            case "PLH" -> Optional.of(HeadshipKind.PLH);
            case "PJ" -> Optional.of(HeadshipKind.PJ);
            default -> Optional.empty();
        };
    }

    static Optional<LocalDate> fromOf(ImportFile.Line line) {
        return DATES.stream()
                .flatMap(form -> read(line.value(ImportColumn.FROM), form).stream())
                .findFirst();
    }

    private static Optional<LocalDate> read(String written, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(written, form));
        } catch (DateTimeParseException otherForm) {
            return Optional.empty();
        }
    }

    private static String normal(String value) {
        return value.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
