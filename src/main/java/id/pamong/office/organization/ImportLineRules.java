package id.pamong.office.organization;

import id.pamong.office.regulation.Finding;
import id.pamong.office.table.TableCell;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one line of a file of people must look like by itself; pure. */
final class ImportLineRules {
    private ImportLineRules() {}

    static List<Finding> check(ImportDraft draft) {
        ImportFile.Line line = draft.line();
        List<Finding> findings = new ArrayList<>();
        if (line.value(ImportColumn.NIK).isEmpty()
                && line.value(ImportColumn.NIP).isEmpty()
                && line.value(ImportColumn.NAME).isEmpty()) {
            findings.add(Finding.blocking("import.no-person", null));
            return findings;
        }
        if (line.hasWrongFieldCount()) {
            findings.add(Finding.blocking("import.field-count", null));
        }
        for (ImportColumn column : ImportColumn.values()) {
            checkText(findings, line, column);
        }
        damage(findings, draft.nik(), ImportColumn.NIK);
        damage(findings, draft.nip(), ImportColumn.NIP);
        if (draft.superior().damage().isPresent()) {
            findings.add(
                    Finding.soft("import.superior-unreadable", ImportColumn.SUPERIOR.heading()));
        }
        checkWords(findings, draft);
        checkName(findings, draft);
        checkBirth(findings, draft);
        if (line.value(ImportColumn.AGENCY_CODE).isEmpty()
                && line.value(ImportColumn.AGENCY_NAME).isEmpty()) {
            findings.add(Finding.blocking("import.missing", "kode_pd", "kode_pd"));
        }
        return findings;
    }

    private static void damage(List<Finding> findings, WrittenNumber number, ImportColumn column) {
        number.damage()
                .ifPresent(code ->
                        findings.add(Finding.blocking(code, column.heading(), column.heading())));
    }

    private static void checkWords(List<Finding> findings, ImportDraft draft) {
        ImportFile.Line line = draft.line();
        String employment = line.value(ImportColumn.CLASS);
        if (!employment.isEmpty() && draft.employmentClass().isEmpty()) {
            findings.add(Finding.blocking("import.class", "status", employment));
        }
        String head = line.value(ImportColumn.HEAD);
        if (draft.head().isEmpty() && !ImportValues.isNoHead(head)) {
            findings.add(Finding.blocking("import.head", "kepala", head));
        }
        for (ImportColumn column :
                List.of(ImportColumn.FROM, ImportColumn.DECREE_ON, ImportColumn.BIRTH)) {
            TableCell cell = line.cell(column);
            if (!cell.isEmpty() && ImportValues.date(cell).isEmpty()) {
                findings.add(
                        column == ImportColumn.FROM
                                ? Finding.blocking("import.date", column.heading(), cell.text())
                                : Finding.soft("import.date", column.heading(), cell.text()));
            }
        }
    }

    /** How the certificate will name the person (RFC 5280), and what was taken for titles. */
    private static void checkName(List<Finding> findings, ImportDraft draft) {
        if (draft.line().value(ImportColumn.NAME).isEmpty()) {
            return;
        }
        PersonName name = draft.name();
        if (!name.name().matches("[\\p{L}\\p{M}\\p{N}'’`.,()/ -]+")
                || name.name().matches(".*[0-9]{4,}.*")
                || !name.name().matches(".*\\p{L}.*")) {
            findings.add(Finding.blocking("import.name-characters", "nama"));
        }
        if (draft.titlesSplit()) {
            findings.add(
                    Finding.soft(
                            "import.titles-split",
                            "nama",
                            name.before().isEmpty() ? "–" : name.before(),
                            name.name(),
                            name.after().isEmpty() ? "–" : name.after()));
        }
        if (name.isShortenedInCertificate()) {
            findings.add(
                    Finding.soft(
                            "import.name-shortened",
                            "nama",
                            PersonName.LONGEST_COMMON_NAME,
                            name.commonName()));
        }
    }

    private static void checkBirth(List<Finding> findings, ImportDraft draft) {
        Optional<LocalDate> told = ImportValues.date(draft.line().cell(ImportColumn.BIRTH));
        if (told.isEmpty()) {
            return;
        }
        Optional<LocalDate> byNik = Identity.bornByNik(draft.nik().digits());
        Optional<LocalDate> byNip = Identity.bornByNip(draft.nipOrNull());
        if (byNik.isPresent() && !byNik.equals(told)) {
            findings.add(Finding.soft("import.birth-differs", "tanggal_lahir", "NIK"));
        }
        if (byNip.isPresent() && !byNip.equals(told)) {
            findings.add(Finding.soft("import.birth-differs", "tanggal_lahir", "NIP"));
        }
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
        // The length of NIK and NIP is judged with their other rules.
        if (!isNumber && value.length() > column.longest()) {
            findings.add(
                    Finding.blocking(
                            "import.too-long",
                            column.heading(),
                            column.heading(),
                            column.longest()));
        }
        boolean broken = !isNumber && line.cell(column).kind() == TableCell.Kind.ERROR;
        if (broken) {
            findings.add(Finding.blocking("import.cell-error", column.heading(), column.heading()));
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            findings.add(
                    Finding.blocking(
                            "import.control-character", column.heading(), column.heading()));
        }
    }
}
