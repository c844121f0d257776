package id.pamong.lifecycle.enrollment;

import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Regulations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
    private final Applications applications;
    private final ApplicationLetters letters;
    private final LetterGivers givers;
    private final DossierLetters press;
    private final CollectiveDesk desk;
    private final OwnDossiers own;
    private final Archive archive;
    private final Regulations regulations;
    private final LocalGovernments governments;
    private final Notifications notifications;
    private final Permissions permissions;
    private final TenantTransactions transactions;

    ListGiverDesk(
            CollectiveRows rows,
            CollectiveSubmission submission,
            Enrollment enrollment,
            Applications applications,
            ApplicationLetters letters,
            LetterGivers givers,
            DossierLetters press,
            CollectiveDesk desk,
            OwnDossiers own,
            Archive archive,
            Regulations regulations,
            LocalGovernments governments,
            Notifications notifications,
            Permissions permissions,
            TenantTransactions transactions) {
        this.rows = rows;
        this.submission = submission;
        this.enrollment = enrollment;
        this.applications = applications;
        this.letters = letters;
        this.givers = givers;
        this.press = press;
        this.desk = desk;
        this.own = own;
        this.archive = archive;
        this.regulations = regulations;
        this.governments = governments;
        this.notifications = notifications;
        this.permissions = permissions;
        this.transactions = transactions;
    }

    /**
     * A name on the giver's list.
     *
     * @param asked the letters that the giver is asked for
     */
    public record Name(CollectiveMember member, Set<Endorsement.Kind> asked) {
        public Name {
            asked = Set.copyOf(asked);
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
    }

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
         * @param numbers of the letters by kind
         * @param people for whom
         * @param submitted how many of them went to the registration authority with it
         * @param dropped names that changed meanwhile and stay as they are
         */
        record Given(
                Map<Endorsement.Kind, String> numbers,
                int people,
                int struck,
                int submitted,
                List<String> dropped)
                implements Outcome {
            public Given {
                numbers = Map.copyOf(numbers);
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
                    List<Name> names =
                            rows.members(id).stream()
                                    .filter(CollectiveMember::takesLetters)
                                    .filter(member -> asked.containsKey(member.application()))
                                    .map(member ->
                                            new Name(
                                                    member,
                                                    asked.getOrDefault(
                                                            member.application(), Set.of())))
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
        int struck = 0;
        for (Strike strike : strikes) {
            Optional<Name> name = find(task, strike.application());
            if (name.isPresent() && mayStrike(actor, government, name.get())) {
                strike(actor, name.get(), strike, now);
                struck++;
            } else {
                name.ifPresent(one -> dropped.add(one.member().name()));
            }
        }
        Map<Endorsement.Kind, String> numbers = new EnumMap<>(Endorsement.Kind.class);
        Set<ApplicationId> given = new LinkedHashSet<>();
        List<String> kept = new ArrayList<>();
        for (Endorsement.Kind kind : task.kinds()) {
            List<Dossier> dossiers = new ArrayList<>();
            LetterGivers.Giver by = null;
            for (Name name : task.names()) {
                if (!name.asked().contains(kind) || !named.contains(name.member().application())) {
                    continue;
                }
                Dossier dossier = enrollment.dossier(government.id(), name.member().application());
                Optional<LetterGivers.Giver> giver = giver(actor, government, dossier, kind);
                if (giver.isEmpty() || dossier.state() != ApplicationState.ENDORSEMENT) {
                    dropped.add(name.member().name());
                    continue;
                }
                permissions.require(
                        actor,
                        "enrollment.give-list",
                        dossier.state(),
                        kind == Endorsement.Kind.RECOMMENDATION ? Scope.SUBORDINATE : Scope.AGENCY);
                by = giver.get();
                dossiers.add(dossier);
            }
            if (by != null) {
                Endorsement letter =
                        keep(
                                actor,
                                kind,
                                by,
                                press.list(government, kind, dossiers, by, reason, now),
                                now);
                kept.add(letter.letter().toString());
                numbers.put(kind, letter.number());
                for (Dossier dossier : dossiers) {
                    letters.link(dossier.id(), letter, now);
                    applications.change(dossier, dossier.in(dossier.state(), now));
                    given.add(dossier.id());
                }
            }
        }
        int submitted = submission.submitConfirmed(government.id(), given, now);
        given.forEach(application -> tell(actor, application, numbers));
        desk.record(
                actor,
                "enrollment.give-list",
                task.batch().id(),
                numbers.isEmpty() ? "STRUCK" : "GIVEN",
                Map.of(
                        "letters",
                        kept,
                        "applications",
                        given.stream().map(ApplicationId::toString).toList(),
                        "struck",
                        strikes.stream().map(one -> one.application().toString()).toList()));
        return new Outcome.Given(
                numbers, given.size(), struck, submitted, dropped.stream().distinct().toList());
    }

    /** Only who could give a letter today may keep it from someone. */
    private boolean mayStrike(Actor actor, LocalGovernment government, Name name) {
        Dossier dossier = enrollment.dossier(government.id(), name.member().application());
        return name.asked().stream()
                .allMatch(kind -> giver(actor, government, dossier, kind).isPresent());
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

    private void tell(
            Actor actor, ApplicationId application, Map<Endorsement.Kind, String> numbers) {
        CollectiveMember member = rows.member(application).orElseThrow();
        boolean submitted = member.state() == ApplicationState.SUBMITTED;
        notifications.tell(
                actor.government(),
                member.person(),
                submitted ? "collective-submitted" : "collective-given",
                Map.of(
                        "number", String.join(", ", numbers.values().stream().sorted().toList()),
                        "application", member.number()),
                "/permohonan/" + application,
                List.of());
    }

    private Endorsement keep(
            Actor actor,
            Endorsement.Kind kind,
            LetterGivers.Giver giver,
            DossierLetters.Written written,
            Instant now) {
        FileId file =
                archive.store(
                        actor.government(),
                        LetterDesk.fileKind(kind),
                        "application/pdf",
                        written.pdf());
        Endorsement letter =
                new Endorsement(
                        UUID.randomUUID(),
                        kind,
                        Endorsement.Form.GIVEN_HERE,
                        written.number(),
                        written.on(),
                        giver.person().id(),
                        giver.person().displayName(),
                        giver.title(),
                        file,
                        archive.describe(actor.government(), file).sha256(),
                        now);
        letters.keep(letter);
        return letter;
    }

    private Optional<LetterGivers.Giver> giver(
            Actor actor, LocalGovernment government, Dossier dossier, Endorsement.Kind kind) {
        return givers.expected(
                        government,
                        regulations.byHash(dossier.regulationHash()),
                        dossier.applicant().person(),
                        kind,
                        government.dateAt(own.now()))
                .filter(giver -> giver.person().id().equals(actor.person()));
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
