package id.pamong.office.organization;

import id.pamong.office.regulation.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of one line of a file of people.
 *
 * @param known the person it is about, if there already
 * @param from first day of posting and heading
 * @param superior NIP or NIK of the superior; empty when none is named or it leads nowhere
 */
record PlannedLine(
        ImportFile.Line line,
        List<Finding> findings,
        ImportReport.Outcome outcome,
        @Nullable EmploymentClass employmentClass,
        Optional<PersonId> known,
        LocalDate from,
        Optional<HeadshipKind> head,
        String superior) {

    boolean isGood() {
        return outcome != ImportReport.Outcome.REFUSED;
    }

    String nik() {
        return PersonSeals.normal(line.value(ImportColumn.NIK));
    }

    @Nullable String nip() {
        String nip = PersonSeals.normal(line.value(ImportColumn.NIP));
        return nip.isEmpty() ? null : nip;
    }

    @Nullable String email() {
        String email = line.value(ImportColumn.EMAIL).toLowerCase(java.util.Locale.ROOT);
        return email.isEmpty() ? null : email;
    }

    String agencyCode() {
        return line.value(ImportColumn.AGENCY_CODE);
    }

    ImportReport.Line report() {
        return new ImportReport.Line(
                line.number(), line.value(ImportColumn.NAME), outcome, findings);
    }

    NewPerson person(AgencyId agency) {
        EmploymentClass of = employmentClass;
        if (of == null) {
            throw new IllegalStateException("a refused line is no person");
        }
        return new NewPerson(
                new PersonName(
                        line.value(ImportColumn.TITLE_BEFORE),
                        line.value(ImportColumn.NAME),
                        line.value(ImportColumn.TITLE_AFTER)),
                of,
                nik(),
                nip(),
                email(),
                agency,
                line.value(ImportColumn.POST),
                line.value(ImportColumn.RANK));
    }
}
