package id.pamong.lifecycle.enrollment;

import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.AgencyAdmins;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.Agency;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.AgencyPeople;
import id.pamong.office.organization.ListedPerson;
import id.pamong.office.organization.PersonId;
import id.pamong.office.refusal.Forbidden;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom the admin of an agency may prepare an application for: the people of that agency. */
@Component
public class CollectiveSelection {
    /** People of one batch. */
    public static final int MOST = 500;

    private final AgencyAdmins admins;
    private final AgencyPeople people;
    private final CollectiveRows rows;
    private final CertificateHolders holders;
    private final Permissions permissions;
    private final TenantTransactions transactions;
    private final Clock clock;

    CollectiveSelection(
            AgencyAdmins admins,
            AgencyPeople people,
            CollectiveRows rows,
            CertificateHolders holders,
            Permissions permissions,
            TenantTransactions transactions,
            Clock clock) {
        this.admins = admins;
        this.people = people;
        this.rows = rows;
        this.holders = holders;
        this.permissions = permissions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Why someone may not be chosen, or that nothing stands against it. */
    public enum Verdict {
        CHOOSABLE,
        /** Not a number of eighteen digits. */
        NOT_A_NUMBER,
        /** Stands in the list before already. */
        TWICE,
        NOT_FOUND,
        /** Works in an agency that is not the admin's. */
        OTHER_AGENCY,
        /** Holds no posting today: retired, moved away, or not yet begun. */
        NOT_IN_SERVICE,
        HAS_CERTIFICATE,
        OPEN_APPLICATION;

        public boolean isChoosable() {
            return this == CHOOSABLE;
        }
    }

    /**
     * A line of a list of numbers.
     *
     * @param line counted from 1
     * @param written as it was written
     * @param person null unless someone of the admin's own agency was found
     */
    public record Line(int line, String written, @Nullable ListedPerson person, Verdict verdict) {
        @Override
        public String toString() {
            return "Line[" + line + " " + verdict + "]";
        }
    }

    /** Someone in the people list. */
    public record Candidate(ListedPerson person, Verdict verdict) {}

    /**
     * The units whose people the actor may choose from: the actor's agency and those below it, the
     * agency first.
     *
     * @throws Forbidden {@code agency-admin.no-agency} when the actor is admin of none today
     */
    public List<Agency> units(Actor actor) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    permissions.require(
                            actor, "enrollment.prepare-many", "*", Set.of(Scope.AGENCY));
                    AgencyId agency =
                            admins.agencyOf(actor.government(), actor.person())
                                    .orElseThrow(() -> new Forbidden("agency-admin.no-agency"));
                    return people.withBelow(actor.government(), agency);
                });
    }

    /**
     * People of the actor's agency, by name.
     *
     * @param text part of the name or the post, or empty
     * @param unit only this unit, when it is one of the actor's
     */
    public List<Candidate> candidates(Actor actor, String text, Optional<AgencyId> unit) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    List<AgencyId> units =
                            units(actor).stream()
                                    .map(Agency::id)
                                    .filter(one -> unit.isEmpty() || unit.get().equals(one))
                                    .toList();
                    return judged(actor, people.in(actor.government(), units, text, MOST));
                });
    }

    /** A report with one line for each number, in the order of the list. */
    public List<Line> check(Actor actor, List<String> numbers) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Set<AgencyId> units =
                            units(actor).stream().map(Agency::id).collect(Collectors.toSet());
                    List<Line> lines = new ArrayList<>();
                    Set<PersonId> seen = new HashSet<>();
                    for (String written : numbers) {
                        lines.add(line(actor, lines.size() + 1, written, units, seen));
                    }
                    Set<PersonId> taken = new HashSet<>();
                    lines.stream()
                            .filter(line -> line.verdict().isChoosable())
                            .map(CollectiveSelection.Line::person)
                            .filter(Objects::nonNull)
                            .forEach(person -> taken.add(Objects.requireNonNull(person).id()));
                    Set<PersonId> open = rows.withOpenApplication(taken);
                    Set<PersonId> holding =
                            holders.holding(actor.government(), taken, clock.instant());
                    return lines.stream()
                            .map(line ->
                                    line.verdict().isChoosable() && line.person() != null
                                            ? new Line(
                                                    line.line(),
                                                    line.written(),
                                                    line.person(),
                                                    verdict(line.person(), open, holding))
                                            : line)
                            .toList();
                });
    }

    /** The people with these ids, judged; someone outside the actor's agency is left out. */
    List<Candidate> judged(Actor actor, Set<PersonId> chosen) {
        Set<AgencyId> units = units(actor).stream().map(Agency::id).collect(Collectors.toSet());
        return judged(
                actor,
                people.byIds(actor.government(), chosen).values().stream()
                        .filter(person -> units.contains(person.agency()))
                        .sorted(
                                java.util.Comparator.comparing(
                                                (ListedPerson person) -> person.name().name())
                                        .thenComparing(person -> person.id().toString()))
                        .toList());
    }

    private List<Candidate> judged(Actor actor, List<ListedPerson> listed) {
        Collection<PersonId> ids = listed.stream().map(ListedPerson::id).toList();
        Set<PersonId> open = rows.withOpenApplication(ids);
        Set<PersonId> holding = holders.holding(actor.government(), ids, clock.instant());
        return listed.stream()
                .map(person -> new Candidate(person, verdict(person, open, holding)))
                .toList();
    }

    private Line line(
            Actor actor, int number, String written, Set<AgencyId> units, Set<PersonId> seen) {
        String digits = written.replaceAll("[^0-9]", "");
        if (digits.length() != 18) {
            return new Line(number, written, null, Verdict.NOT_A_NUMBER);
        }
        Optional<ListedPerson> found = people.byNip(actor.government(), digits);
        if (found.isEmpty()) {
            return new Line(number, written, null, Verdict.NOT_FOUND);
        }
        ListedPerson person = found.get();
        if (!units.contains(person.agency())) {
            return new Line(number, written, null, Verdict.OTHER_AGENCY);
        }
        if (!seen.add(person.id())) {
            return new Line(number, written, person, Verdict.TWICE);
        }
        return new Line(number, written, person, Verdict.CHOOSABLE);
    }

    private static Verdict verdict(ListedPerson person, Set<PersonId> open, Set<PersonId> holding) {
        if (!person.inService()) {
            return Verdict.NOT_IN_SERVICE;
        }
        if (holding.contains(person.id())) {
            return Verdict.HAS_CERTIFICATE;
        }
        return open.contains(person.id()) ? Verdict.OPEN_APPLICATION : Verdict.CHOOSABLE;
    }
}
