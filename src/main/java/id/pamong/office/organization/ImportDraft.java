package id.pamong.office.organization;

import id.pamong.office.table.TableCell;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one line says, as far as it can be understood.
 *
 * @param name with the titles of their own columns, or split off the name
 * @param titlesSplit whether the titles stood in the name
 * @param nik digits, or what was written
 * @param nip digits, or what was written; empty without one
 * @param superior digits of the superior's NIP or NIK, empty when none is named
 */
record ImportDraft(
        ImportFile.Line line,
        PersonName name,
        boolean titlesSplit,
        WrittenNumber nik,
        WrittenNumber nip,
        WrittenNumber superior,
        Optional<EmploymentClass> employmentClass,
        Optional<HeadshipKind> head,
        Optional<LocalDate> from,
        String email) {

    static ImportDraft of(ImportFile.Line line) {
        String written = line.value(ImportColumn.NAME);
        String before = line.value(ImportColumn.TITLE_BEFORE);
        String after = line.value(ImportColumn.TITLE_AFTER);
        boolean split = before.isEmpty() && after.isEmpty() && WrittenName.hasTitles(written);
        PersonName name =
                split
                        ? WrittenName.split(written)
                        : new PersonName(before, written.isEmpty() ? "?" : written, after);
        return new ImportDraft(
                line,
                name,
                split,
                WrittenNumber.read(line.cell(ImportColumn.NIK)),
                WrittenNumber.read(nipCell(line)),
                WrittenNumber.read(line.cell(ImportColumn.SUPERIOR)),
                ImportValues.classOf(line.value(ImportColumn.CLASS)),
                ImportValues.headOf(line.value(ImportColumn.HEAD)),
                ImportValues.date(line.cell(ImportColumn.FROM)),
                line.value(ImportColumn.EMAIL)
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("^mailto:", ""));
    }

    /** A dash or a zero means that there is none. */
    private static TableCell nipCell(ImportFile.Line line) {
        TableCell cell = line.cell(ImportColumn.NIP);
        return cell.text().matches("[-–0]") ? TableCell.EMPTY : cell;
    }

    @Nullable String nipOrNull() {
        return nip.digits().isEmpty() ? null : nip.digits();
    }

    @Nullable String emailOrNull() {
        return email.isEmpty() || email.equals("-") ? null : email;
    }

    String agencyCode() {
        return line.value(ImportColumn.AGENCY_CODE);
    }

    String agencyName() {
        return line.value(ImportColumn.AGENCY_NAME);
    }

    String post() {
        return line.value(ImportColumn.POST);
    }

    /** Rank and grade may stand in one column or in two. */
    String rank() {
        String rank = line.value(ImportColumn.RANK);
        String grade = line.value(ImportColumn.GRADE);
        if (rank.isEmpty() || grade.isEmpty() || rank.contains(grade)) {
            return rank.isEmpty() ? grade : rank;
        }
        return rank + " (" + grade + ")";
    }

    /** By the code, else by the name without regard to how it is written. */
    String agencyKey() {
        return agencyCode().isEmpty() ? Agencies.nameKey(agencyName()) : agencyCode();
    }

    Identity identity() {
        return new Identity(WrittenName.key(name.name()), nik.digits(), nipOrNull());
    }

    NewPerson person(AgencyId agency) {
        return new NewPerson(
                name,
                employmentClass.orElseThrow(),
                nik.digits(),
                nipOrNull(),
                emailOrNull(),
                agency,
                post(),
                rank());
    }

    /** Personal data does not reach logs by way of this. */
    @Override
    public String toString() {
        return "ImportDraft[" + line.number() + "]";
    }
}
