package id.pamong.lifecycle.enrollment;

import id.pamong.lifecycle.subscriber.Duty;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.Agency;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The desk of an agency's admin: prepares drafts for many people of the agency, asks for their
 * letters together, sees who has confirmed and reminds the others. The admin sees no paper and
 * confirms for nobody.
 */
@Component
public class CollectiveDesk {
    /** Longest title, in characters. */
    public static final int TITLE = 120;

    /** Nobody is reminded more often. */
    public static final Duration REMINDED_AT_MOST_EVERY = Duration.ofHours(12);

    private final CollectiveSelection selection;
    private final CollectiveRows rows;
    private final Applications applications;
    private final ApplicationSteps steps;
    private final LetterGivers givers;
    private final LetterDesk letters;
    private final Regulations regulations;
    private final LocalGovernments governments;
    private final People people;
    private final Notifications notifications;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final OwnDossiers own;
    private final TenantTransactions transactions;

    CollectiveDesk(
            CollectiveSelection selection,
            CollectiveRows rows,
            Applications applications,
            ApplicationSteps steps,
            LetterGivers givers,
            LetterDesk letters,
            Regulations regulations,
            LocalGovernments governments,
            People people,
            Notifications notifications,
            Permissions permissions,
            AuditTrail audit,
            OwnDossiers own,
            TenantTransactions transactions) {
        this.selection = selection;
        this.rows = rows;
        this.applications = applications;
        this.steps = steps;
        this.givers = givers;
        this.letters = letters;
        this.regulations = regulations;
        this.governments = governments;
        this.people = people;
        this.notifications = notifications;
        this.permissions = permissions;
        this.audit = audit;
        this.own = own;
        this.transactions = transactions;
    }

    /** What is written into each draft; the applicant may change it. */
    public record Wish(String title, Set<Duty> duties, String purpose) {
        public Wish {
            title = title.strip();
            duties = Set.copyOf(duties);
            purpose = purpose.strip();
        }

        @Override
        public String toString() {
            return "Wish[…]";
        }
    }

    /** What became of preparing. */
    public sealed interface Preparing {
        /**
         * The drafts are there.
         *
         * @param leftOut chosen people against whom something stands now
         */
        record Prepared(
                CollectiveBatchId batch, int drafts, List<CollectiveSelection.Candidate> leftOut)
                implements Preparing {
            public Prepared {
                leftOut = List.copyOf(leftOut);
            }
        }

        record Refused(List<Finding> findings) implements Preparing {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /** A batch with its members. */
    public record View(CollectiveBatch batch, List<CollectiveMember> members) {
        public View {
            members = List.copyOf(members);
        }
    }

    /** One batch; one of another agency does not exist for the actor. */
    public View view(Actor actor, CollectiveBatchId id) {
        return transactions.inTenant(
                actor.government(),
                () -> new View(require(actor, id, "enrollment.view-batch"), rows.members(id)));
    }

    /**
     * Prepares a draft for each of the people and tells them, in one transaction: a crash leaves
     * none. Someone who has one meanwhile is left out and named.
     */
    public Preparing prepare(Actor actor, Wish wish, Set<PersonId> chosen) {
        List<Finding> findings = new ArrayList<>();
        if (wish.title().isEmpty() || wish.title().length() > TITLE) {
            findings.add(Finding.blocking("collective.title", "title", TITLE));
        }
        if (wish.duties().isEmpty()) {
            findings.add(Finding.blocking("enrollment.duty-missing", "duties"));
        }
        if (wish.purpose().length() > ApplicationDesk.PURPOSE) {
            findings.add(
                    Finding.blocking(
                            "enrollment.purpose-long", "purpose", ApplicationDesk.PURPOSE));
        }
        if (chosen.isEmpty()) {
            findings.add(Finding.blocking("collective.nobody", "people"));
        } else if (chosen.size() > CollectiveSelection.MOST) {
            findings.add(
                    Finding.blocking("collective.too-many", "people", CollectiveSelection.MOST));
        }
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Agency agency = selection.units(actor).getFirst();
                    return findings.isEmpty()
                            ? begin(actor, agency, wish, chosen)
                            : new Preparing.Refused(findings);
                });
    }

    private Preparing begin(Actor actor, Agency agency, Wish wish, Set<PersonId> chosen) {
        LocalGovernment government = governments.get(actor.government());
        Instant now = own.now();
        RegulationProfile profile =
                regulations.profile(government.regulationId(), government.dateAt(now));
        CollectiveBatch batch =
                new CollectiveBatch(
                        new CollectiveBatchId(UUID.randomUUID()),
                        agency.id(),
                        agency.name(),
                        wish.title(),
                        actor.person(),
                        now,
                        Map.of());
        List<CollectiveSelection.Candidate> leftOut = new ArrayList<>();
        List<Dossier> begun = new ArrayList<>();
        for (CollectiveSelection.Candidate one : selection.judged(actor, chosen)) {
            Dossier draft =
                    ApplicationDesk.draft(
                                    people.get(government.id(), one.person().id()), profile, now)
                            .wanting(
                                    Set.of(IntendedUse.DIGITAL_SIGNATURE),
                                    wish.duties(),
                                    wish.purpose(),
                                    now);
            if (one.verdict().isChoosable() && applications.begin(draft)) {
                begun.add(draft);
            } else {
                leftOut.add(one);
            }
        }
        if (begun.isEmpty()) {
            return new Preparing.Refused(List.of(Finding.blocking("collective.nobody", "people")));
        }
        rows.add(batch);
        String preparer = people.get(government.id(), actor.person()).displayName();
        for (Dossier draft : begun) {
            rows.addMember(batch.id(), draft.id());
            notifications.tell(
                    government.id(),
                    draft.applicant().person(),
                    "collective-prepared",
                    Map.of("preparer", preparer, "title", wish.title()),
                    "/permohonan/" + draft.id(),
                    List.of());
        }
        record(
                actor,
                "enrollment.prepare-many",
                batch.id(),
                "PREPARED",
                Map.of(
                        "agency",
                        agency.id().toString(),
                        "applications",
                        begun.stream().map(draft -> draft.id().toString()).toList()));
        return new Preparing.Prepared(batch.id(), begun.size(), leftOut);
    }

    /** What became of asking. */
    public sealed interface Asking {
        /**
         * Asked.
         *
         * @param givers names of those who were asked, each for how many people
         * @param unknown members for whom nobody is known to give a letter
         */
        record Asked(Map<String, Integer> givers, List<CollectiveMember> unknown)
                implements Asking {
            public Asked {
                unknown = List.copyOf(unknown);
            }
        }

        /** Every member has the letters, or may no longer get them this way. */
        record Nothing() implements Asking {}
    }

    /**
     * Asks whoever is to give each letter that is not there yet, for all members together, and
     * tells each of them once.
     */
    public Asking askLetters(Actor actor, CollectiveBatchId id) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    CollectiveBatch batch = require(actor, id, "enrollment.ask-many-letters");
                    LocalGovernment government = governments.get(actor.government());
                    Instant now = own.now();
                    Map<PersonId, Set<ApplicationId>> asked = new LinkedHashMap<>();
                    List<Person> minutes = new ArrayList<>();
                    List<CollectiveMember> unknown = new ArrayList<>();
                    for (CollectiveMember member : rows.members(id)) {
                        if (member.takesLetters()
                                && !askFor(government, batch, member, asked, minutes, now)) {
                            unknown.add(member);
                        }
                    }
                    if (asked.isEmpty() && minutes.isEmpty() && unknown.isEmpty()) {
                        return new Asking.Nothing();
                    }
                    Map<String, Integer> names = new LinkedHashMap<>();
                    asked.forEach((giver, applications) -> {
                        names.put(
                                people.get(government.id(), giver).displayName(),
                                applications.size());
                        notifications.tell(
                                government.id(),
                                giver,
                                "collective-letters-asked",
                                Map.of(
                                        "title",
                                        batch.title(),
                                        "people",
                                        String.valueOf(applications.size())),
                                ListGiverDesk.path(id),
                                List.of());
                    });
                    minutes.forEach(head -> names.merge(head.displayName(), 1, Integer::sum));
                    record(
                            actor,
                            "enrollment.ask-many-letters",
                            id,
                            "ASKED",
                            Map.of(
                                    "givers",
                                    asked.keySet().stream().map(PersonId::toString).toList(),
                                    "unknown",
                                    unknown.size()));
                    return new Asking.Asked(names, unknown);
                });
    }

    /** Asks for the missing letters of one member; false when nobody is known to give one. */
    private boolean askFor(
            LocalGovernment government,
            CollectiveBatch batch,
            CollectiveMember member,
            Map<PersonId, Set<ApplicationId>> asked,
            List<Person> minutes,
            Instant now) {
        Dossier dossier = applications.find(member.application()).orElseThrow();
        boolean known = true;
        boolean any = false;
        for (Endorsement.Kind kind : letters.kinds(dossier)) {
            if (member.letters().contains(kind)) {
                continue;
            }
            var giver =
                    givers.expected(
                            government,
                            regulations.byHash(dossier.regulationHash()),
                            member.person(),
                            kind,
                            government.dateAt(now));
            if (giver.isEmpty()) {
                known = false;
                continue;
            }
            any = true;
            if (giver.get().recordsMinute()) {
                letters.ask(government.id(), dossier, kind, giver.get(), now);
                minutes.add(giver.get().person());
                continue;
            }
            PersonId who = giver.get().person().id();
            rows.ask(batch.id(), member.application(), kind, who, now);
            asked.computeIfAbsent(who, one -> new LinkedHashSet<>()).add(member.application());
        }
        if (any) {
            toEndorsement(dossier, now);
        }
        return known;
    }

    /** A draft for which letters are asked or given waits for the others from now on. */
    void toEndorsement(Dossier dossier, Instant now) {
        applications.change(dossier, dossier.in(ApplicationState.ENDORSEMENT, now));
        if (dossier.state() == ApplicationState.DRAFT) {
            steps.add(
                    dossier.id(),
                    Step.ASK_LETTERS,
                    ApplicationState.DRAFT,
                    ApplicationState.ENDORSEMENT,
                    now,
                    List.of());
        }
    }

    /**
     * Reminds those who have not confirmed and were not reminded lately.
     *
     * @return how many were reminded
     */
    public int remind(Actor actor, CollectiveBatchId id) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    CollectiveBatch batch = require(actor, id, "enrollment.remind-many");
                    Instant now = own.now();
                    List<CollectiveMember> waiting =
                            rows.members(id).stream()
                                    .filter(member ->
                                            member.standing()
                                                    == CollectiveMember.Standing.TO_CONFIRM)
                                    .filter(member -> isDue(member, now))
                                    .toList();
                    Person preparer = people.get(actor.government(), actor.person());
                    for (CollectiveMember member : waiting) {
                        rows.reminded(member.application(), now);
                        notifications.tell(
                                actor.government(),
                                member.person(),
                                "collective-reminder",
                                Map.of("preparer", preparer.displayName(), "title", batch.title()),
                                "/permohonan/" + member.application(),
                                List.of());
                    }
                    record(
                            actor,
                            "enrollment.remind-many",
                            id,
                            "REMINDED",
                            Map.of("people", waiting.size()));
                    return waiting.size();
                });
    }

    private static boolean isDue(CollectiveMember member, Instant now) {
        Instant last = member.remindedAt();
        return last == null || !now.isBefore(last.plus(REMINDED_AT_MOST_EVERY));
    }

    /** The batch if it is of the actor's agency or one below it. */
    CollectiveBatch require(Actor actor, CollectiveBatchId id, String command) {
        CollectiveBatch batch =
                rows.find(id)
                        .filter(found -> agencies(actor).contains(found.agency()))
                        .orElseThrow(() -> new NotFound("collective.not-found"));
        permissions.require(actor, command, "*", Set.of(Scope.AGENCY));
        return batch;
    }

    void record(
            Actor actor,
            String command,
            CollectiveBatchId id,
            String outcome,
            Map<String, Object> facts) {
        audit.record(
                new AuditRecord(
                        command,
                        actor.account().value(),
                        "collective-batch",
                        id.value(),
                        outcome,
                        facts));
    }

    private List<AgencyId> agencies(Actor actor) {
        return selection.units(actor).stream().map(Agency::id).toList();
    }
}
