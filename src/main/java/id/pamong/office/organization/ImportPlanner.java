package id.pamong.office.organization;

import id.pamong.office.regulation.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Decides for every line of a file what is to become of it; writes nothing. */
@Component
class ImportPlanner {
    private final PersonRows people;
    private final AgencyRows agencies;
    private final PostRows posts;
    private final PersonSeals seals;
    private final PersonNumberCheck numberCheck;

    ImportPlanner(
            PersonRows people,
            AgencyRows agencies,
            PostRows posts,
            PersonSeals seals,
            PersonNumberCheck numberCheck) {
        this.people = people;
        this.agencies = agencies;
        this.posts = posts;
        this.seals = seals;
        this.numberCheck = numberCheck;
    }

    List<PlannedLine> plan(
            LocalGovernment government, List<ImportFile.Line> lines, LocalDate today) {
        Seen seen = new Seen();
        List<PlannedLine> planned = new ArrayList<>();
        for (ImportFile.Line line : lines) {
            planned.add(plan(government, line, today, seen));
        }
        return withSuperiors(government, planned);
    }

    /** What earlier lines of the same file have named: value to number of line. */
    private static final class Seen {
        final Map<String, Integer> niks = new HashMap<>();
        final Map<String, Integer> nips = new HashMap<>();
        final Map<String, Integer> emails = new HashMap<>();
        final Map<String, Integer> heads = new HashMap<>();
        final Set<String> newAgencies = new HashSet<>();
    }

    private PlannedLine plan(
            LocalGovernment government, ImportFile.Line line, LocalDate today, Seen seen) {
        List<Finding> findings = new ArrayList<>(ImportLineRules.check(line));
        Optional<EmploymentClass> employmentClass = ImportLineRules.classOf(line);
        PlannedLine draft =
                new PlannedLine(
                        line,
                        List.of(),
                        ImportReport.Outcome.REFUSED,
                        employmentClass.orElse(null),
                        Optional.empty(),
                        ImportLineRules.fromOf(line).orElse(today),
                        ImportLineRules.headOf(line),
                        line.value(ImportColumn.SUPERIOR));
        employmentClass.ifPresent(of ->
                findings.addAll(
                        numberCheck.check(
                                government,
                                new PersonNumbers(of, draft.nik(), draft.nip(), draft.email()))));
        twice(findings, seen.niks, "nik", draft.nik(), line);
        twice(findings, seen.nips, "nip", draft.nip() == null ? "" : draft.nip(), line);
        twice(
                findings,
                seen.emails,
                "email_dinas",
                draft.email() == null ? "" : draft.email(),
                line);
        draft.head()
                .ifPresent(kind ->
                        twice(findings, seen.heads, "kepala", draft.agencyCode() + kind, line));
        Optional<PersonId> known =
                draft.nik().isEmpty()
                        ? Optional.empty()
                        : people.idByNik(seals.nikIndex(government.id(), draft.nik()));
        findings.addAll(taken(government, draft, known));
        findings.addAll(agencyFindings(draft, seen));
        boolean refused = findings.stream().anyMatch(Finding::isBlocking);
        if (!refused && agencies.byCode(draft.agencyCode()).isEmpty()) {
            seen.newAgencies.add(draft.agencyCode());
        }
        return new PlannedLine(
                line,
                List.copyOf(findings),
                refused ? ImportReport.Outcome.REFUSED : outcome(government, draft, known, today),
                draft.employmentClass(),
                known,
                draft.from(),
                draft.head(),
                draft.superior());
    }

    private static void twice(
            List<Finding> findings,
            Map<String, Integer> seen,
            String field,
            String value,
            ImportFile.Line line) {
        if (value.isEmpty()) {
            return;
        }
        Integer first = seen.putIfAbsent(value, line.number());
        if (first != null) {
            findings.add(Finding.blocking("import.twice-in-file", field, field, first));
        }
    }

    /** NIP and e-mail that already belong to someone else. */
    private List<Finding> taken(
            LocalGovernment government, PlannedLine draft, Optional<PersonId> known) {
        List<Finding> findings = new ArrayList<>();
        String nip = draft.nip();
        if (nip != null
                && people.idByNip(seals.nipIndex(government.id(), nip))
                        .filter(other -> !known.equals(Optional.of(other)))
                        .isPresent()) {
            findings.add(Finding.blocking("import.taken", "nip", "nip"));
        }
        String email = draft.email();
        if (email != null
                && people.idByEmail(email)
                        .filter(other -> !known.equals(Optional.of(other)))
                        .isPresent()) {
            findings.add(Finding.blocking("import.taken", "email_dinas", "email_dinas"));
        }
        return findings;
    }

    private List<Finding> agencyFindings(PlannedLine draft, Seen seen) {
        String code = draft.agencyCode();
        if (code.isEmpty()
                || seen.newAgencies.contains(code)
                || agencies.byCode(code).isPresent()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        if (draft.line().value(ImportColumn.AGENCY_NAME).isEmpty()) {
            findings.add(Finding.blocking("import.agency-unknown", "kode_pd", code));
        }
        String parent = draft.line().value(ImportColumn.PARENT_CODE);
        if (!parent.isEmpty()
                && !seen.newAgencies.contains(parent)
                && agencies.byCode(parent).isEmpty()) {
            findings.add(Finding.blocking("import.parent-unknown", "kode_pd_induk", parent));
        }
        return findings;
    }

    private ImportReport.Outcome outcome(
            LocalGovernment government,
            PlannedLine draft,
            Optional<PersonId> known,
            LocalDate today) {
        if (known.isEmpty()) {
            return ImportReport.Outcome.NEW;
        }
        Optional<AgencyId> agency = agencies.byCode(draft.agencyCode()).map(Agency::id);
        boolean same =
                agency.isPresent()
                        && people.byId(government.id(), known.get(), today)
                                .filter(before -> isSame(before, draft.person(agency.get())))
                                .isPresent()
                        && heads(draft, known.get(), agency.get(), today);
        return same ? ImportReport.Outcome.SAME : ImportReport.Outcome.CHANGED;
    }

    private static boolean isSame(Person before, NewPerson after) {
        String email = after.officialEmail();
        return before.name().equals(after.name())
                && before.employmentClass() == after.employmentClass()
                && java.util.Objects.equals(before.nip(), after.nip())
                && (email == null
                        || before.emailConfirmedAt() != null
                        || email.equals(before.officialEmail()))
                && before.agency().equals(after.agency())
                && before.post().equals(after.post())
                && before.rank().equals(after.rank());
    }

    private boolean heads(PlannedLine draft, PersonId person, AgencyId agency, LocalDate today) {
        return draft.head().isEmpty()
                || posts.heldBy(person, today).stream()
                        .anyMatch(held ->
                                held.post().leads()
                                        && agency.equals(held.post().agency())
                                        && held.kind() == draft.head().get());
    }

    /** A superior who is nowhere is said, and costs nothing else of the line. */
    private List<PlannedLine> withSuperiors(LocalGovernment government, List<PlannedLine> planned) {
        Set<String> inFile = new HashSet<>();
        for (PlannedLine line : planned) {
            if (line.isGood()) {
                inFile.add(line.nik());
                String nip = line.nip();
                if (nip != null) {
                    inFile.add(nip);
                }
            }
        }
        return planned.stream().map(line -> withSuperior(government, line, inFile)).toList();
    }

    private PlannedLine withSuperior(
            LocalGovernment government, PlannedLine line, Set<String> inFile) {
        String number = PersonSeals.normal(line.superior());
        if (number.isEmpty()) {
            return line;
        }
        boolean self = number.equals(line.nik()) || number.equals(line.nip());
        if (!self && (inFile.contains(number) || byNumber(government, number).isPresent())) {
            return new PlannedLine(
                    line.line(),
                    line.findings(),
                    line.outcome(),
                    line.employmentClass(),
                    line.known(),
                    line.from(),
                    line.head(),
                    number);
        }
        List<Finding> findings = new ArrayList<>(line.findings());
        findings.add(
                Finding.soft(
                        self ? "import.superior-self" : "import.superior-unknown", "nip_atasan"));
        return new PlannedLine(
                line.line(),
                List.copyOf(findings),
                line.outcome(),
                line.employmentClass(),
                line.known(),
                line.from(),
                line.head(),
                "");
    }

    Optional<PersonId> byNumber(LocalGovernment government, String number) {
        return number.length() == 16
                ? people.idByNik(seals.nikIndex(government.id(), number))
                : people.idByNip(seals.nipIndex(government.id(), number));
    }
}
