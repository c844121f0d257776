package id.pamong.office.organization;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.refusal.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The people of a local government, their agencies, heads and superiors. NIK and NIP are sealed and
 * found by a blind index only.
 */
@Component
public class People {
    private final PersonRows people;
    private final AgencyRows agencies;
    private final PostRows posts;
    private final Superiors superiors;
    private final DataUpdateRows updates;
    private final PersonSeals seals;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    People(
            PersonRows people,
            AgencyRows agencies,
            PostRows posts,
            Superiors superiors,
            DataUpdateRows updates,
            PersonSeals seals,
            LocalGovernments governments,
            TenantTransactions transactions,
            AuditTrail audit,
            Clock clock) {
        this.people = people;
        this.agencies = agencies;
        this.posts = posts;
        this.superiors = superiors;
        this.updates = updates;
        this.seals = seals;
        this.governments = governments;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<Person> byId(LocalGovernmentId government, PersonId person) {
        return transactions.inTenant(
                government, () -> people.byId(government, person, today(government)));
    }

    /** Also an entry that was merged into another; its post is then the other's. */
    public Optional<Person> entry(LocalGovernmentId government, PersonId person) {
        return transactions.inTenant(
                government, () -> people.entry(government, person, today(government)));
    }

    /** As {@link #byId}; a missing one is a programming error. */
    public Person get(LocalGovernmentId government, PersonId person) {
        return byId(government, person)
                .orElseThrow(() -> new IllegalArgumentException("no person " + person));
    }

    /** Several at once; ids of nobody are left out. */
    public Map<PersonId, Person> byIds(LocalGovernmentId government, Collection<PersonId> people) {
        return people.isEmpty()
                ? Map.of()
                : transactions.inTenant(
                        government,
                        () ->
                                this.people.byIds(government, people, today(government)).stream()
                                        .collect(
                                                Collectors.toMap(Person::id, Function.identity())));
    }

    /** Spaces are ignored. */
    public Optional<Person> byNik(LocalGovernmentId government, String nik) {
        return transactions.inTenant(
                government,
                () ->
                        people.idByNik(seals.nikIndex(government, nik))
                                .flatMap(id -> byId(government, id)));
    }

    /** Spaces are ignored. */
    public Optional<Person> byNip(LocalGovernmentId government, String nip) {
        return transactions.inTenant(
                government,
                () ->
                        people.idByNip(seals.nipIndex(government, nip))
                                .flatMap(id -> byId(government, id)));
    }

    /** Capital letters are ignored. */
    public Optional<Person> byOfficialEmail(LocalGovernmentId government, String email) {
        return transactions.inTenant(
                government,
                () ->
                        people.idByEmail(email.strip().toLowerCase(Locale.ROOT))
                                .flatMap(id -> byId(government, id)));
    }

    /**
     * People whose name contains the text, or whose NIP or NIK it is, by name; the next page begins
     * after the last person of the one before.
     *
     * @param agency only this agency, or null
     * @param after last person of the page before, or null
     */
    public List<Person> search(
            LocalGovernmentId government,
            String text,
            @Nullable AgencyId agency,
            @Nullable PersonId after,
            int limit) {
        return list(government, text, agency, null, after, false, limit);
    }

    /**
     * A page of people by name.
     *
     * @param text as for {@link #search}
     * @param agency only this agency, or null
     * @param employmentClass only this class, or null
     * @param after last person of the page before, or null
     */
    public List<Person> list(
            LocalGovernmentId government,
            String text,
            @Nullable AgencyId agency,
            @Nullable EmploymentClass employmentClass,
            @Nullable PersonId after,
            boolean descending,
            int limit) {
        String number = PersonSeals.normal(text);
        if (number.matches("[0-9]{16}|[0-9]{18}")) {
            Optional<Person> found =
                    number.length() == 16 ? byNik(government, number) : byNip(government, number);
            return after == null ? found.stream().toList() : List.of();
        }
        return transactions.inTenant(
                government,
                () ->
                        people.list(
                                government,
                                new PersonRows.Wanted(text, agency, employmentClass, descending),
                                after,
                                limit,
                                today(government)));
    }

    /** The sixteen digits in clear. The caller asks for the right and leaves the audit record. */
    public String revealNik(LocalGovernmentId government, PersonId person) {
        return transactions.inTenant(
                government,
                () ->
                        people.sealedNik(person)
                                .map(sealed -> seals.openNik(government, sealed))
                                .orElseThrow(() -> new NotFound("person.not-found")));
    }

    /**
     * The superior (atasan) on a day: by the reporting line, with whoever holds that superior's
     * post then; else the head of the agency; for the head, the head of the agency above.
     */
    public Optional<Person> superiorOf(
            LocalGovernmentId government, PersonId person, LocalDate on) {
        return transactions.inTenant(
                government,
                () ->
                        byId(government, person)
                                .flatMap(found -> superiors.personOf(person, found.agency(), on))
                                .map(superior -> get(government, superior)));
    }

    /** Who heads the agency on a day; an acting head goes before the definitive one. */
    public Optional<Person> headOf(LocalGovernmentId government, AgencyId agency, LocalDate on) {
        return headshipOf(government, agency, on).map(held -> get(government, held.person()));
    }

    /** As {@link #headOf}, with the right by which it is held. */
    public Optional<Headship> headshipOf(
            LocalGovernmentId government, AgencyId agency, LocalDate on) {
        return transactions.inTenant(
                government,
                () -> posts.leadersOf(agency, on).stream().findFirst().flatMap(People::headship));
    }

    /** Every head the agency has had, the latest first. */
    public List<Headship> headsOf(LocalGovernmentId government, AgencyId agency) {
        return transactions.inTenant(
                government,
                () ->
                        posts.leading(agency).stream()
                                .flatMap(post -> posts.history(post.id()).stream())
                                .flatMap(held -> headship(held).stream())
                                .toList());
    }

    /** The agencies that a person heads on a day. */
    public List<Headship> headshipsOf(LocalGovernmentId government, PersonId person, LocalDate on) {
        return transactions.inTenant(
                government,
                () ->
                        posts.heldBy(person, on).stream()
                                .flatMap(held -> headship(held).stream())
                                .toList());
    }

    private static Optional<Headship> headship(PostHolding held) {
        AgencyId agency = held.post().agency();
        return agency == null || !held.post().leads()
                ? Optional.empty()
                : Optional.of(
                        new Headship(
                                agency,
                                held.person(),
                                held.kind(),
                                held.title(),
                                held.decree(),
                                held.from(),
                                held.until()));
    }

    public Optional<Agency> agency(LocalGovernmentId government, AgencyId agency) {
        return transactions.inTenant(government, () -> agencies.byId(agency));
    }

    public Optional<Agency> agencyByCode(LocalGovernmentId government, String code) {
        return transactions.inTenant(government, () -> agencies.byCode(code));
    }

    /** By name. */
    public List<Agency> agencies(LocalGovernmentId government) {
        return transactions.inTenant(government, agencies::all);
    }

    public AgencyId addAgency(
            LocalGovernmentId government,
            String code,
            String name,
            String headPost,
            @Nullable AgencyId parent,
            @Nullable UUID by) {
        AgencyId id = new AgencyId(UUID.randomUUID());
        transactions.inTenant(
                government,
                () -> {
                    agencies.add(new Agency(id, code, name, headPost, parent));
                    record("organization.add-agency", by, "agency", id.value(), "ADDED", Map.of());
                });
        return id;
    }

    /**
     * Enters a person, or updates the one with the same NIK; a transfer closes the old posting.
     *
     * @param on first day of the posting when it is new
     * @param by account that does it, null for the first run
     */
    public PersonId enter(
            LocalGovernmentId government, NewPerson person, LocalDate on, @Nullable UUID by) {
        return transactions.inTenant(
                government,
                () -> {
                    Optional<PersonId> known =
                            people.idByNik(seals.nikIndex(government, person.nik()));
                    PersonId id =
                            store(
                                    government,
                                    person,
                                    known,
                                    on,
                                    new DataUpdate.Source.File("", null));
                    record(
                            "organization.enter-person",
                            by,
                            "person",
                            id.value(),
                            known.isPresent() ? "UPDATED" : "ENTERED",
                            Map.of("agency", person.agency().toString()));
                    return id;
                });
    }

    /** Without a record of its own: the import leaves one for the whole file. */
    PersonId store(
            LocalGovernmentId government,
            NewPerson person,
            Optional<PersonId> known,
            LocalDate on,
            DataUpdate.Source source) {
        if (known.isEmpty()) {
            PersonId id = new PersonId(UUID.randomUUID());
            people.add(government, id, person);
            people.post(id, person.agency(), person.post(), on);
            takeOffice(id, person.employmentClass(), on);
            return id;
        }
        PersonId id = known.get();
        Person before = get(government, id);
        people.update(government, id, person);
        if (!before.agency().equals(person.agency()) || !before.post().equals(person.post())) {
            LocalDate from = firstDay(government, id, on);
            people.post(id, person.agency(), person.post(), from);
            updates.add(before, person.agency(), person.post(), from, source, clock.instant());
        }
        if (before.employmentClass() != person.employmentClass()) {
            takeOffice(id, person.employmentClass(), on);
        }
        return id;
    }

    /** Who enters as head of region or deputy holds that post. */
    private void takeOffice(PersonId person, EmploymentClass as, LocalDate from) {
        Optional<PostRole> role =
                switch (as) {
                    case HEAD_OF_REGION -> Optional.of(PostRole.HEAD_OF_REGION);
                    case DEPUTY_HEAD_OF_REGION -> Optional.of(PostRole.DEPUTY_HEAD_OF_REGION);
                    case PNS, CPNS, PPPK, PPPK_PART_TIME, OTHER -> Optional.empty();
                };
        role.flatMap(posts::ofRole)
                .ifPresent(post ->
                        posts.replace(
                                new PostHolding(
                                        new HoldingId(UUID.randomUUID()),
                                        post,
                                        person,
                                        HeadshipKind.DEFINITIVE,
                                        post.title(),
                                        "",
                                        null,
                                        from,
                                        null,
                                        "")));
    }

    /** What was already history is not rewritten: then the new post begins today. */
    private LocalDate firstDay(LocalGovernmentId government, PersonId person, LocalDate wanted) {
        return people.openSince(person)
                .filter(since -> wanted.isBefore(since))
                .map(since -> since.isBefore(today(government)) ? today(government) : since)
                .orElse(wanted);
    }

    /** Ends the heading of the same kind that is open on that day and begins this one. */
    public void appointHead(LocalGovernmentId government, Headship headship, @Nullable UUID by) {
        transactions.inTenant(
                government,
                () -> {
                    lead(headship);
                    record(
                            "organization.appoint-head",
                            by,
                            "agency",
                            headship.agency().value(),
                            headship.kind().name(),
                            Map.of("person", headship.person().toString()));
                });
    }

    /** Without a record of its own: the import leaves one for the whole file. */
    void lead(Headship it) {
        posts.replace(
                new PostHolding(
                        new HoldingId(UUID.randomUUID()),
                        posts.leading(it.agency()).orElseThrow(),
                        it.person(),
                        it.kind(),
                        it.title(),
                        it.decree(),
                        null,
                        it.from(),
                        it.until(),
                        ""));
    }

    /** Ends the superior of that day and begins this one. */
    public void nameSuperior(
            LocalGovernmentId government,
            PersonId person,
            PersonId superior,
            LocalDate from,
            @Nullable UUID by) {
        transactions.inTenant(
                government,
                () -> {
                    agencies.nameSuperior(person, superior, from);
                    record(
                            "organization.name-superior",
                            by,
                            "person",
                            person.value(),
                            "NAMED",
                            Map.of("superior", superior.toString()));
                });
    }

    /**
     * Keeps that the person has proved to read the mailbox; a new address replaces the old one.
     *
     * <p>Called inside the command that proved it, which leaves the audit record.
     */
    public void confirmEmail(
            LocalGovernmentId government, PersonId person, String email, Instant at) {
        transactions.inTenant(
                government,
                () -> people.confirmEmail(person, email.strip().toLowerCase(Locale.ROOT), at));
    }

    private void record(
            String command,
            @Nullable UUID by,
            String kind,
            UUID object,
            String outcome,
            Map<String, Object> facts) {
        audit.record(new AuditRecord(command, by, kind, object, outcome, facts));
    }

    private LocalDate today(LocalGovernmentId government) {
        return governments.get(government).dateAt(clock.instant());
    }
}
