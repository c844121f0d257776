package id.pamong.office.organization;

import id.pamong.office.regulation.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Decides for every line of a file what is to become of it; writes nothing. */
@Component
class ImportPlanner {
    private final PeopleBulk bulk;
    private final AgencyRows agencies;
    private final PostRows posts;
    private final PersonNumberCheck numberCheck;
    private final DuplicateSearch duplicates;

    ImportPlanner(
            PeopleBulk bulk,
            AgencyRows agencies,
            PostRows posts,
            PersonNumberCheck numberCheck,
            DuplicateSearch duplicates) {
        this.bulk = bulk;
        this.agencies = agencies;
        this.posts = posts;
        this.numberCheck = numberCheck;
        this.duplicates = duplicates;
    }

    List<PlannedLine> plan(
            LocalGovernment government, List<ImportFile.Line> lines, LocalDate today) {
        List<ImportDraft> drafts = lines.stream().map(ImportDraft::of).toList();
        Plan plan = new Plan(government, today, known(government, drafts, today));
        List<PlannedLine> planned = new ArrayList<>();
        for (ImportDraft draft : drafts) {
            planned.add(plan(plan, planned.size(), draft));
        }
        return duplicates.mark(government, withSuperiors(plan, planned));
    }

    private KnownPeople known(
            LocalGovernment government, List<ImportDraft> drafts, LocalDate today) {
        Set<String> niks = new HashSet<>();
        Set<String> nips = new HashSet<>();
        Set<String> emails = new HashSet<>();
        for (ImportDraft draft : drafts) {
            Stream.of(draft.nik().digits(), draft.superior().digits())
                    .filter(number -> number.length() == 16)
                    .forEach(niks::add);
            Stream.of(draft.nip().digits(), draft.superior().digits())
                    .filter(number -> number.length() == 18)
                    .forEach(nips::add);
            if (draft.emailOrNull() != null) {
                emails.add(draft.email());
            }
        }
        return bulk.known(government.id(), niks, nips, emails, today);
    }

    /** What was read at once, and what earlier lines of the same file have named. */
    private final class Plan {
        final LocalGovernment government;
        final LocalDate today;
        final KnownPeople known;
        final Agencies there = new Agencies(agencies.all());
        final Map<String, ImportFile.Line> niks = new HashMap<>();
        final Map<String, ImportFile.Line> nips = new HashMap<>();
        final Map<String, ImportFile.Line> emails = new HashMap<>();
        final Map<String, ImportFile.Line> heads = new HashMap<>();
        final Set<String> newAgencies = new HashSet<>();

        Plan(LocalGovernment government, LocalDate today, KnownPeople known) {
            this.government = government;
            this.today = today;
            this.known = known;
        }

        Optional<Agency> agency(ImportDraft draft) {
            return there.meant(draft.agencyCode(), draft.agencyName());
        }
    }

    private PlannedLine plan(Plan plan, int position, ImportDraft draft) {
        List<Finding> findings = new ArrayList<>(ImportLineRules.check(draft));
        boolean damaged = draft.nik().damage().isPresent() || draft.nip().damage().isPresent();
        if (!damaged && findings.stream().noneMatch(one -> one.code().equals("import.no-person"))) {
            draft.employmentClass()
                    .ifPresent(of ->
                            findings.addAll(
                                    numberCheck.check(
                                            plan.government,
                                            new PersonNumbers(
                                                    of,
                                                    draft.nik().digits(),
                                                    draft.nipOrNull(),
                                                    draft.emailOrNull()))));
        }
        twice(findings, plan.niks, "nik", draft.nik().digits(), draft.line());
        twice(findings, plan.nips, "nip", draft.nip().digits(), draft.line());
        String email = draft.emailOrNull();
        twice(findings, plan.emails, "email_dinas", email == null ? "" : email, draft.line());
        draft.head()
                .ifPresent(kind ->
                        twice(
                                findings,
                                plan.heads,
                                "kepala",
                                draft.agencyKey() + kind,
                                draft.line()));
        Optional<PersonId> known = plan.known.byNik(draft.nik().digits());
        findings.addAll(taken(plan, draft, known));
        findings.addAll(agencyFindings(plan, draft));
        findings.addAll(nameFindings(plan, draft, known));
        boolean refused = findings.stream().anyMatch(Finding::isBlocking);
        if (!refused && plan.agency(draft).isEmpty()) {
            plan.newAgencies.add(draft.agencyKey());
        }
        return new PlannedLine(
                position,
                draft,
                findings,
                refused ? ImportReport.Outcome.REFUSED : outcome(plan, draft, known),
                known,
                draft.from().orElse(plan.today),
                draft.superior().digits());
    }

    private static void twice(
            List<Finding> findings,
            Map<String, ImportFile.Line> seen,
            String field,
            String value,
            ImportFile.Line line) {
        if (value.isEmpty()) {
            return;
        }
        ImportFile.Line first = seen.putIfAbsent(value, line);
        if (first != null) {
            findings.add(
                    first.sheet().equals(line.sheet())
                            ? Finding.blocking("import.twice-in-file", field, field, first.number())
                            : Finding.blocking(
                                    "import.twice-in-sheet",
                                    field,
                                    field,
                                    first.number(),
                                    first.sheet()));
        }
    }

    /** NIP and e-mail that already belong to someone else. */
    private static List<Finding> taken(Plan plan, ImportDraft draft, Optional<PersonId> known) {
        List<Finding> findings = new ArrayList<>();
        plan.known
                .byNip(draft.nip().digits())
                .filter(other -> !known.equals(Optional.of(other)))
                .flatMap(plan.known::person)
                .ifPresent(other ->
                        findings.add(
                                WrittenName.isAlike(
                                                WrittenName.key(other.nameOnly()),
                                                WrittenName.key(draft.name().name()))
                                        ? Finding.blocking("import.nip-other-nik", "nip")
                                        : Finding.blocking("import.taken", "nip", "nip")));
        String email = draft.emailOrNull();
        if (email != null
                && plan.known
                        .byEmail(email)
                        .filter(other -> !known.equals(Optional.of(other)))
                        .isPresent()) {
            findings.add(Finding.blocking("import.taken", "email_dinas", "email_dinas"));
        }
        return findings;
    }

    /** The same NIK with another name is more often a wrong NIK than a new name. */
    private static List<Finding> nameFindings(
            Plan plan, ImportDraft draft, Optional<PersonId> known) {
        Optional<Person> there = known.flatMap(plan.known::person);
        if (there.isEmpty() || draft.line().value(ImportColumn.NAME).isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        Person before = there.get();
        if (!WrittenName.isAlike(
                WrittenName.key(before.nameOnly()), WrittenName.key(draft.name().name()))) {
            findings.add(Finding.blocking("import.nik-other-name", "nik", before.nameOnly()));
        }
        String nip = draft.nipOrNull();
        if (before.nip() != null && nip != null && !before.nip().equals(nip)) {
            findings.add(Finding.soft("import.nip-changed", "nip"));
        }
        return findings;
    }

    private static List<Finding> agencyFindings(Plan plan, ImportDraft draft) {
        String key = draft.agencyKey();
        if (key.isEmpty() || plan.newAgencies.contains(key) || plan.agency(draft).isPresent()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        if (draft.agencyName().isEmpty()) {
            findings.add(Finding.blocking("import.agency-unknown", "kode_pd", key));
        } else {
            findings.add(Finding.soft("import.agency-new", "nama_pd", draft.agencyName()));
        }
        String parent = draft.line().value(ImportColumn.PARENT_CODE);
        if (!parent.isEmpty()
                && !plan.newAgencies.contains(parent)
                && plan.there.byCode(parent).isEmpty()) {
            findings.add(Finding.blocking("import.parent-unknown", "kode_pd_induk", parent));
        }
        return findings;
    }

    private ImportReport.Outcome outcome(Plan plan, ImportDraft draft, Optional<PersonId> known) {
        if (known.isEmpty()) {
            return ImportReport.Outcome.NEW;
        }
        Optional<AgencyId> agency = plan.agency(draft).map(Agency::id);
        boolean same =
                agency.isPresent()
                        && plan.known
                                .person(known.get())
                                .filter(before -> isSame(plan, before, draft.person(agency.get())))
                                .isPresent()
                        && heads(draft, known.get(), agency.get(), plan.today);
        return same ? ImportReport.Outcome.SAME : ImportReport.Outcome.CHANGED;
    }

    /** A number by which the person is known besides the one in force changes nothing. */
    private static boolean isSame(Plan plan, Person before, NewPerson after) {
        String email = after.officialEmail();
        String nip = after.nip();
        boolean sameNip =
                Objects.equals(before.nip(), nip)
                        || (nip != null && plan.known.byNip(nip).equals(Optional.of(before.id())));
        return before.name().equals(after.name())
                && before.employmentClass() == after.employmentClass()
                && sameNip
                && (email == null
                        || before.emailConfirmedAt() != null
                        || email.equals(before.officialEmail()))
                && before.agency().equals(after.agency())
                && before.post().equals(after.post())
                && before.rank().equals(after.rank());
    }

    private boolean heads(ImportDraft draft, PersonId person, AgencyId agency, LocalDate today) {
        return draft.head().isEmpty()
                || posts.heldBy(person, today).stream()
                        .anyMatch(held ->
                                held.post().leads()
                                        && agency.equals(held.post().agency())
                                        && held.kind() == draft.head().get());
    }

    /** A superior who is nowhere is said, and costs nothing else of the line. */
    private static List<PlannedLine> withSuperiors(Plan plan, List<PlannedLine> planned) {
        Set<String> inFile =
                planned.stream()
                        .filter(PlannedLine::isGood)
                        .flatMap(line ->
                                Stream.of(line.draft().nik().digits(), line.draft().nip().digits()))
                        .filter(number -> !number.isEmpty())
                        .collect(Collectors.toSet());
        return planned.stream().map(line -> withSuperior(plan, line, inFile)).toList();
    }

    private static PlannedLine withSuperior(Plan plan, PlannedLine line, Set<String> inFile) {
        String number = line.superior();
        if (number.isEmpty() || line.draft().superior().damage().isPresent()) {
            return line.with(line.findings(), "");
        }
        boolean self =
                number.equals(line.draft().nik().digits())
                        || number.equals(line.draft().nip().digits());
        if (!self && (inFile.contains(number) || plan.known.byNumber(number).isPresent())) {
            return line;
        }
        List<Finding> findings = new ArrayList<>(line.findings());
        findings.add(
                Finding.soft(
                        self ? "import.superior-self" : "import.superior-unknown", "nip_atasan"));
        return line.with(findings, "");
    }
}
