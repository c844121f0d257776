package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.regulation.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/**
 * Looks for entries that may be one person: whose names are alike, and whose numbers differ by a
 * slip of the finger or tell the same day of birth.
 */
@Component
class DuplicateSearch {
    private final PeopleBulk bulk;
    private final PairRows pairs;

    DuplicateSearch(PeopleBulk bulk, PairRows pairs) {
        this.bulk = bulk;
        this.pairs = pairs;
    }

    /** Says on each new line of a file whom it is like, in the file or there already. */
    List<PlannedLine> mark(LocalGovernment government, List<PlannedLine> planned) {
        List<PlannedLine> fresh =
                planned.stream()
                        .filter(line -> line.outcome() == ImportReport.Outcome.NEW)
                        .toList();
        Map<Integer, Set<Likeness>> there = new HashMap<>();
        Map<Integer, Integer> inFile = new HashMap<>();
        Groups<PlannedLine> groups = new Groups<>();
        fresh.forEach(line -> groups.add(line, line.draft().identity()));
        groups.compare((one, other) ->
                inFile.putIfAbsent(
                        Math.max(one.position(), other.position()),
                        Math.min(one.position(), other.position())));
        Groups<PeopleBulk.Candidate> known = new Groups<>();
        bulk.candidates(government.id(), groups.names(), groups.births())
                .forEach(one -> known.add(one, one.identity()));
        for (PlannedLine line : fresh) {
            Identity identity = line.draft().identity();
            for (PeopleBulk.Candidate other : known.near(identity)) {
                there.computeIfAbsent(line.position(), any -> EnumSet.noneOf(Likeness.class))
                        .addAll(identity.likenessTo(other.identity()));
            }
        }
        return planned.stream().map(line -> marked(line, there, inFile, planned)).toList();
    }

    private static PlannedLine marked(
            PlannedLine line,
            Map<Integer, Set<Likeness>> there,
            Map<Integer, Integer> inFile,
            List<PlannedLine> planned) {
        List<Finding> findings = new ArrayList<>(line.findings());
        for (Likeness likeness : there.getOrDefault(line.position(), Set.of())) {
            findings.add(Finding.soft("import.like." + likeness, "nama"));
        }
        Integer other = inFile.get(line.position());
        if (other != null) {
            findings.add(
                    Finding.soft(
                            "import.like-line",
                            "nama",
                            planned.get(other).draft().line().number()));
        }
        return findings.size() == line.findings().size()
                ? line
                : line.with(findings, line.superior());
    }

    /** Puts what these people are like into the work list; returns how many pairs are new. */
    int keepPairs(LocalGovernmentId government, Map<PersonId, Identity> fresh) {
        Groups<PersonId> groups = new Groups<>();
        fresh.forEach(groups::add);
        Groups<PeopleBulk.Candidate> known = new Groups<>();
        bulk.candidates(government, groups.names(), groups.births())
                .forEach(one -> known.add(one, one.identity()));
        List<PairRows.Found> found = new ArrayList<>();
        fresh.forEach((id, identity) -> {
            for (PeopleBulk.Candidate other : known.near(identity)) {
                if (!other.id().equals(id)) {
                    found.add(
                            PairRows.Found.of(
                                    id, other.id(), identity.likenessTo(other.identity())));
                }
            }
        });
        return pairs.add(found);
    }

    /** Entries by name and by day of birth, so that only those near each other are compared. */
    private static final class Groups<T> {
        private final Map<String, List<T>> byName = new HashMap<>();
        private final Map<LocalDate, List<T>> byBirth = new HashMap<>();
        private final IdentityHashMap<T, Identity> identities = new IdentityHashMap<>();

        void add(T one, Identity identity) {
            identities.put(one, identity);
            byName.computeIfAbsent(identity.nameKey(), any -> new ArrayList<>()).add(one);
            identity.born()
                    .ifPresent(
                            day -> byBirth.computeIfAbsent(day, any -> new ArrayList<>()).add(one));
        }

        Collection<String> names() {
            return byName.keySet();
        }

        Collection<LocalDate> births() {
            return byBirth.keySet();
        }

        /** Those that are like it in some way. */
        List<T> near(Identity identity) {
            Set<T> found = Collections.newSetFromMap(new IdentityHashMap<>());
            found.addAll(byName.getOrDefault(identity.nameKey(), List.of()));
            identity.born().ifPresent(day -> found.addAll(byBirth.getOrDefault(day, List.of())));
            return found.stream()
                    .filter(one ->
                            !identity.likenessTo(Objects.requireNonNull(identities.get(one)))
                                    .isEmpty())
                    .toList();
        }

        @SuppressWarnings("ReferenceEquality") // one entry, not its equal
        void compare(BiConsumer<T, T> like) {
            identities.forEach((one, identity) ->
                    near(identity).stream()
                            .filter(other -> !other.equals(one))
                            .forEach(other -> like.accept(one, other)));
        }
    }
}
