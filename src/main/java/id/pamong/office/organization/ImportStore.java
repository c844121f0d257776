package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes what was planned for a piece of a file, inside an open transaction. */
@Component
class ImportStore {
    private final People people;
    private final PeopleBulk bulk;
    private final AgencyRows agencies;
    private final PostRows posts;
    private final DuplicateSearch duplicates;

    ImportStore(
            People people,
            PeopleBulk bulk,
            AgencyRows agencies,
            PostRows posts,
            DuplicateSearch duplicates) {
        this.people = people;
        this.bulk = bulk;
        this.agencies = agencies;
        this.posts = posts;
        this.duplicates = duplicates;
    }

    /** Adds and changes people and the agencies that the lines bring. */
    void store(LocalGovernmentId government, List<PlannedLine> lines) {
        Agencies there = new Agencies(agencies.all());
        List<PeopleBulk.Entry> fresh = new ArrayList<>();
        for (PlannedLine line : lines) {
            if (!line.changes()) {
                continue;
            }
            NewPerson person = line.draft().person(agencyOf(there, line));
            boolean ofRegion =
                    switch (person.employmentClass()) {
                        case HEAD_OF_REGION, DEPUTY_HEAD_OF_REGION -> true;
                        case PNS, CPNS, PPPK, PPPK_PART_TIME, OTHER -> false;
                    };
            if (line.outcome() == ImportReport.Outcome.NEW && !ofRegion) {
                fresh.add(
                        new PeopleBulk.Entry(new PersonId(UUID.randomUUID()), person, line.from()));
            } else {
                people.store(
                        government,
                        person,
                        line.known(),
                        line.from(),
                        new DataUpdate.Source.File(
                                line.draft().line().value(ImportColumn.DECREE),
                                ImportValues.date(line.draft().line().cell(ImportColumn.DECREE_ON))
                                        .orElse(null)));
            }
        }
        bulk.add(government, fresh);
    }

    private AgencyId agencyOf(Agencies there, PlannedLine line) {
        ImportDraft draft = line.draft();
        return there.meant(draft.agencyCode(), draft.agencyName())
                .map(Agency::id)
                .orElseGet(() -> {
                    String name = draft.agencyName();
                    Agency added =
                            new Agency(
                                    new AgencyId(UUID.randomUUID()),
                                    draft.agencyCode().isEmpty()
                                            ? there.newCode(name)
                                            : draft.agencyCode(),
                                    name,
                                    "Kepala " + name,
                                    there.byCode(draft.line().value(ImportColumn.PARENT_CODE))
                                            .map(Agency::id)
                                            .orElse(null));
                    agencies.add(added);
                    there.add(added);
                    return added.id();
                });
    }

    /** Heads, superiors and pairs, once all people of the file are there. */
    void relate(LocalGovernment government, List<PlannedLine> lines) {
        Set<String> niks = new HashSet<>();
        Set<String> nips = new HashSet<>();
        for (PlannedLine line : lines) {
            Stream.of(line.draft().nik().digits(), line.superior())
                    .filter(number -> !number.isEmpty())
                    .forEach(number -> (number.length() == 16 ? niks : nips).add(number));
        }
        KnownPeople known = bulk.ids(government.id(), niks, nips);
        Map<PersonId, Identity> fresh = new HashMap<>();
        Map<PersonId, PersonId> wanted = new HashMap<>();
        Map<PersonId, LocalDate> from = new HashMap<>();
        Agencies there = new Agencies(agencies.all());
        for (PlannedLine line : lines) {
            Optional<PersonId> person = known.byNik(line.draft().nik().digits());
            if (person.isEmpty()) {
                continue;
            }
            line.draft().head().ifPresent(kind -> head(there, line, kind, person.get()));
            known.byNumber(line.superior())
                    .filter(superior -> !superior.equals(person.get()))
                    .ifPresent(superior -> {
                        wanted.put(person.get(), superior);
                        from.put(person.get(), line.from());
                    });
            if (line.changes()) {
                fresh.put(person.get(), line.draft().identity());
            }
        }
        nameSuperiors(wanted, from);
        duplicates.keepPairs(government.id(), fresh);
    }

    private void nameSuperiors(Map<PersonId, PersonId> wanted, Map<PersonId, LocalDate> from) {
        Map<PersonId, PersonId> held = bulk.superiors(wanted.keySet());
        List<Object[]> fresh = new ArrayList<>();
        wanted.forEach((person, superior) -> {
            if (!held.containsKey(person)) {
                fresh.add(new Object[] {person.value(), superior.value(), from.get(person)});
            } else if (!superior.equals(held.get(person))) {
                agencies.nameSuperior(person, superior, Objects.requireNonNull(from.get(person)));
            }
        });
        bulk.addSuperiors(fresh);
    }

    private void head(Agencies there, PlannedLine line, HeadshipKind kind, PersonId person) {
        Agency agency =
                there.meant(line.draft().agencyCode(), line.draft().agencyName()).orElseThrow();
        boolean already =
                posts.heldBy(person, line.from()).stream()
                        .anyMatch(held ->
                                held.post().leads()
                                        && agency.id().equals(held.post().agency())
                                        && held.kind() == kind);
        if (!already) {
            String post = line.draft().post();
            boolean named = kind == HeadshipKind.DEFINITIVE && isGenericallyLed(agency);
            if (named) {
                posts.nameLeading(agency.id(), post);
            }
            people.lead(
                    new Headship(
                            agency.id(),
                            person,
                            kind,
                            named ? post : agency.headPost(),
                            line.draft().line().value(ImportColumn.DECREE),
                            line.from(),
                            null));
        }
    }

    /** The title was made up from the agency's name, since no line had told it. */
    private static boolean isGenericallyLed(Agency agency) {
        return agency.headPost().equals("Kepala " + agency.name());
    }
}
