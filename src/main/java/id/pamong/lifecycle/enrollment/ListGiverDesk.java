package id.pamong.lifecycle.enrollment;

import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The superior's and the head of agency's side of a batch: sees the list, strikes names out with a
 * reason, and gives one letter of each kind for the others in one act (MDN-10(3)a, b).
 */
@Component
public class ListGiverDesk {
    private final CollectiveRows rows;
    private final CollectiveSubmission submission;
    private final Enrollment enrollment;
    private final ApplicationLetters letters;
    private final GivenLetters given;
    private final DossierLetters press;
    private final CollectiveDesk desk;
    private final OwnDossiers own;
    private final LocalGovernments governments;
    private final Notifications notifications;
    private final Permissions permissions;
    private final TenantTransactions transactions;

    ListGiverDesk(
            CollectiveRows rows,
            CollectiveSubmission submission,
            Enrollment enrollment,
            ApplicationLetters letters,
            GivenLetters given,
            DossierLetters press,
            CollectiveDesk desk,
            OwnDossiers own,
            LocalGovernments governments,
            Notifications notifications,
            Permissions permissions,
            TenantTransactions transactions) {
        this.rows = rows;
        this.submission = submission;
        this.enrollment = enrollment;
        this.letters = letters;
        this.given = given;
        this.press = press;
        this.desk = desk;
        this.own = own;
        this.governments = governments;
        this.notifications = notifications;
        this.permissions = permissions;
        this.transactions = transactions;
    }

    /**
     * A name on the giver's list.
     *
     * @param asked the letters that the giver is asked for
     * @param rights by which the giver may give them today; a letter without one is another's by
     *     now
     */
    public record Name(
            CollectiveMember member,
            Set<Endorsement.Kind> asked,
            Map<Endorsement.Kind, GiverAuthority> rights) {
        public Name {
            asked = Set.copyOf(asked);
            rights = Map.copyOf(rights);
        }
    }

    /** What the giver is asked for. */
    public record Task(CollectiveBatch batch, List<Name> names) {
        public Task {
            names = List.copyOf(names);
        }

        /** The kinds of letters that some name needs. */
        public Set<Endorsement.Kind> kinds() {
            EnumSet<Endorsement.Kind> kinds = EnumSet.noneOf(Endorsement.Kind.class);
            names.forEach(name -> kinds.addAll(name.asked()));
            return kinds;
        }

        /** Every right by which the giver gives today; one letter of a kind is written by each. */
        public List<GiverAuthority> rights() {
            return names.stream()
                    .flatMap(name -> name.rights().values().stream())
                    .distinct()
                    .toList();
        }
    }

    /** A letter that was written, and by which right. */
    public record Letter(Endorsement.Kind kind, String number, GiverAuthority right, int people) {}

    /** A name struck out, with the giver's reason. */
    public record Strike(ApplicationId application, String reason) {
        public Strike {
            reason = reason.strip();
        }

        @Override
        public String toString() {
            return "Strike[" + application + "]";
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        /**
         * The letters are in the dossiers.
         *
         * @param letters one of each kind by each right of the giver
         * @param people for whom
         * @param submitted how many of them went to the registration authority with it
         * @param dropped names that changed meanwhile and stay as they are
         */
        record Given(
                List<Letter> letters, int people, int struck, int submitted, List<String> dropped)
                implements Outcome {
            public Given {
                letters = List.copyOf(letters);
                dropped = List.copyOf(dropped);
            }
        }

        record Refused(List<Finding> findings) implements Outcome {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /** The actor's list in a batch; not found for whoever is asked for nothing in it. */
    public Task task(Actor actor, CollectiveBatchId id) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Map<ApplicationId, Set<Endorsement.Kind>> asked =
                            rows.askedOf(actor.person(), id);
                    LocalGovernment government = governments.get(actor.government());
                    List<Name> names =
                            rows.members(id).stream()
                                    .filter(CollectiveMember::takesLetters)
                                    .filter(member -> asked.containsKey(member.application()))
                                    .map(member -> name(actor, government, member, asked))
                                    .toList();
                    if (names.isEmpty()) {
                        throw new NotFound("letter.not-asked");
                    }
                    return new Task(rows.find(id).orElseThrow(), names);
                });
    }

    /**
     * Gives one letter of each kind asked for to all who are named, and strikes the others out, in
     * one transaction. Whoever stands on neither list, since the page did not show the name, stays.
     *
     * @param reason why the superior recommends; may be empty
     */
    public Outcome give(
            Actor actor,
            CollectiveBatchId id,
            Set<ApplicationId> named,
            List<Strike> strikes,
            String reason) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Task task = task(actor, id);
                    List<Finding> findings = new ArrayList<>();
                    if (reason.length() > GiverDesk.REASON) {
                        findings.add(
                                Finding.blocking(
                                        "enrollment.reason-long", "reason", GiverDesk.REASON));
                    }
                    for (Strike strike : strikes) {
                        if (strike.reason().length() < 10
                                || strike.reason().length() > GiverDesk.REASON) {
                            findings.add(
                                    Finding.blocking(
                                            "collective.strike-reason",
                                            "why-" + strike.application(),
                                            name(task, strike.application())));
                        }
                        if (named.contains(strike.application())) {
                            findings.add(
                                    Finding.blocking(
                                            "collective.named-and-struck",
                                            "why-" + strike.application(),
                                            name(task, strike.application())));
                        }
                    }
                    return findings.isEmpty()
                            ? act(actor, task, named, strikes, reason.strip())
                            : new Outcome.Refused(findings);
                });
    }

    private Outcome act(
            Actor actor, Task task, Set<ApplicationId> named, List<Strike> strikes, String reason) {
        LocalGovernment government = governments.get(actor.government());
        Instant now = own.now();
        List<String> dropped = new ArrayList<>();
        Set<ApplicationId> struck = new LinkedHashSet<>();
        for (Strike strike : strikes) {
            Optional<Name> name = find(task, strike.application());
            if (name.isPresent() && mayStrike(name.get())) {
                if (struck.add(strike.application())) {
                    strike(actor, name.get(), strike, now);
                }
            } else {
                name.ifPresent(one -> dropped.add(one.member().name()));
            }
        }
        List<GivenLetters.Given> letters = new ArrayList<>();
        for (Endorsement.Kind kind : task.kinds()) {
            letters.addAll(
                    given.give(
                            government.id(),
                            kind,
                            Endorsement.Form.GIVEN_HERE,
                            addressed(actor, task, kind, named, dropped),
                            (dossiers, giver) ->
                                    press.list(government, kind, dossiers, giver, reason, now),
                            now));
        }
        Map<ApplicationId, List<String>> numbers = new LinkedHashMap<>();
        for (GivenLetters.Given letter : letters) {
            letter.dossiers()
                    .forEach(dossier ->
                            numbers.computeIfAbsent(dossier.id(), one -> new ArrayList<>())
                                    .add(letter.letter().number()));
        }
        int submitted = submission.submitConfirmed(government.id(), numbers.keySet(), now);
        numbers.forEach((application, its) -> tell(actor, application, its));
        desk.record(
                actor,
                "enrollment.give-list",
                task.batch().id(),
                letters.isEmpty() ? (struck.isEmpty() ? "NONE" : "STRUCK") : "GIVEN",
                Map.of(
                        "letters",
                        letters.stream().map(one -> one.letter().letter().toString()).toList(),
                        "basis",
                        letters.stream()
                                .map(one -> one.authority().basis().name())
                                .distinct()
                                .toList(),
                        "applications",
                        numbers.keySet().stream().map(ApplicationId::toString).toList(),
                        "struck",
                        struck.stream().map(ApplicationId::toString).toList()));
        return new Outcome.Given(
                letters.stream()
                        .map(one ->
                                new Letter(
                                        one.letter().kind(),
                                        one.letter().number(),
                                        one.authority(),
                                        one.dossiers().size()))
                        .toList(),
                numbers.size(),
                struck.size(),
                submitted,
                dropped.stream().distinct().toList());
    }

    /** Those of the names that the actor may give this letter for today; others are dropped. */
    private List<GivenLetters.Addressed> addressed(
            Actor actor,
            Task task,
            Endorsement.Kind kind,
            Set<ApplicationId> named,
            List<String> dropped) {
        List<GivenLetters.Addressed> addressed = new ArrayList<>();
        for (Name name : task.names()) {
            if (!name.asked().contains(kind) || !named.contains(name.member().application())) {
                continue;
            }
            Dossier dossier = enrollment.dossier(actor.government(), name.member().application());
            GiverAuthority right = name.rights().get(kind);
            if (right == null || dossier.state() != ApplicationState.ENDORSEMENT) {
                dropped.add(name.member().name());
                continue;
            }
            permissions.require(
                    actor,
                    "enrollment.give-list",
                    dossier.state(),
                    kind == Endorsement.Kind.RECOMMENDATION ? Scope.SUBORDINATE : Scope.AGENCY);
            addressed.add(new GivenLetters.Addressed(dossier, given.giver(actor, right)));
        }
        return addressed;
    }

    /** Only who could give a letter today may keep it from someone. */
    private static boolean mayStrike(Name name) {
        return name.rights().keySet().containsAll(name.asked());
    }

    /** Takes a name out: every letter asked of the actor for it, with the reason. */
    private void strike(Actor actor, Name name, Strike strike, Instant now) {
        ApplicationId id = name.member().application();
        name.asked().forEach(kind -> letters.withdrawRequest(id, kind));
        Endorsement.Kind kind =
                name.asked().contains(Endorsement.Kind.COVER_LETTER)
                        ? Endorsement.Kind.COVER_LETTER
                        : Endorsement.Kind.RECOMMENDATION;
        rows.struck(id, new CollectiveMember.Struck(kind, actor.person(), strike.reason(), now));
        notifications.tell(
                actor.government(),
                name.member().person(),
                "collective-struck",
                Map.of("reason", strike.reason()),
                "/permohonan/" + id,
                List.of());
    }

    private void tell(Actor actor, ApplicationId application, List<String> numbers) {
        CollectiveMember member = rows.member(application).orElseThrow();
        boolean submitted = member.state() == ApplicationState.SUBMITTED;
        notifications.tell(
                actor.government(),
                member.person(),
                submitted ? "collective-submitted" : "collective-given",
                Map.of(
                        "number", String.join(", ", numbers),
                        "application", member.number()),
                "/permohonan/" + application,
                List.of());
    }

    private Name name(
            Actor actor,
            LocalGovernment government,
            CollectiveMember member,
            Map<ApplicationId, Set<Endorsement.Kind>> asked) {
        Set<Endorsement.Kind> kinds = asked.getOrDefault(member.application(), Set.of());
        Dossier dossier = enrollment.dossier(government.id(), member.application());
        Map<Endorsement.Kind, GiverAuthority> rights = new EnumMap<>(Endorsement.Kind.class);
        kinds.forEach(kind ->
                giver(actor, dossier, kind).ifPresent(one -> rights.put(kind, one.authority())));
        return new Name(member, kinds, rights);
    }

    /** The actor as giver today; what the registration authority records, no list gives. */
    private Optional<LetterGivers.Giver> giver(
            Actor actor, Dossier dossier, Endorsement.Kind kind) {
        return given.rightOf(actor, governments.get(actor.government()), dossier, kind, own.now())
                .filter(one -> one.authority().basis() != GiverAuthority.Basis.RA_MINUTE);
    }

    private static Optional<Name> find(Task task, ApplicationId id) {
        return task.names().stream()
                .filter(name -> name.member().application().equals(id))
                .findFirst();
    }

    private static String name(Task task, ApplicationId id) {
        return find(task, id).map(name -> name.member().name()).orElse("");
    }

    /** The page of a batch's list for its givers. */
    static String path(CollectiveBatchId id) {
        return "/surat-kolektif/" + id;
    }
}
