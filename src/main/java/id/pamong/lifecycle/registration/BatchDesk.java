package id.pamong.lifecycle.registration;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.CollectiveBatch;
import id.pamong.lifecycle.enrollment.CollectiveBatchId;
import id.pamong.lifecycle.enrollment.CollectiveMember;
import id.pamong.lifecycle.enrollment.Collectives;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.DossierPaper;
import id.pamong.lifecycle.enrollment.Endorsement;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.office.archive.FileId;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RuleResult;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The officers' desk for collective applications: a grid of all, taken and noted in one stroke;
 * each person's checks are kept for that person, with who and when (MDN-11(1)).
 */
@Component
public class BatchDesk {

    private final Collectives collectives;
    private final Enrollment enrollment;
    private final VerificationDesk desk;
    private final VerificationRows rows;
    private final Evidence evidence;
    private final DecisionRules decisionRules;
    private final RaOfficers officers;
    private final People people;
    private final Permissions permissions;
    private final TenantTransactions transactions;
    private final Clock clock;

    BatchDesk(
            Collectives collectives,
            Enrollment enrollment,
            VerificationDesk desk,
            VerificationRows rows,
            Evidence evidence,
            DecisionRules decisionRules,
            RaOfficers officers,
            People people,
            Permissions permissions,
            TenantTransactions transactions,
            Clock clock) {
        this.collectives = collectives;
        this.enrollment = enrollment;
        this.desk = desk;
        this.rows = rows;
        this.evidence = evidence;
        this.decisionRules = decisionRules;
        this.officers = officers;
        this.people = people;
        this.permissions = permissions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A row of the grid as the page showed it. */
    public record Pick(ApplicationId application, String dossierSha256) {}

    /**
     * What came of noting many.
     *
     * @param noted how many
     * @param left those that were left as they are, each with the code of the sentence that says
     *     why
     */
    public record Noting(int noted, Map<String, String> left) {
        public Noting {
            left = Map.copyOf(left);
        }
    }

    /** The grid of one batch; changes nothing. */
    public BatchGrid grid(Actor actor, CollectiveBatchId id) {
        LocalGovernmentId government = actor.government();
        return transactions.inTenant(
                government,
                () -> {
                    permissions.require(actor, "registration.grid");
                    CollectiveBatch batch = batch(government, id);
                    List<CollectiveMember> members = submitted(government, id);
                    Map<ApplicationId, Claim> claims =
                            rows.claims(
                                    members.stream().map(CollectiveMember::application).toList(),
                                    now());
                    return new BatchGrid(
                            batch,
                            members.stream()
                                    .map(member ->
                                            row(actor, member, claims.get(member.application())))
                                    .toList(),
                            officers.objections(government, actor.person()),
                            batch.size() - members.size());
                });
    }

    /** The names of a batch's people by application, as a page of its lists needs them. */
    public Map<ApplicationId, CollectiveMember> names(Actor actor, CollectiveBatchId id) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    permissions.require(actor, "registration.grid");
                    return collectives.members(actor.government(), id).stream()
                            .collect(
                                    Collectors.toMap(
                                            CollectiveMember::application, member -> member));
                });
    }

    /**
     * Takes everything that is free onto the officer's desk, but the officer's own application and
     * those the officer recommended.
     *
     * @return how many are on the desk now
     */
    public int takeAll(Actor actor, CollectiveBatchId id) {
        LocalGovernmentId government = actor.government();
        return transactions.inTenant(
                government,
                () -> {
                    batch(government, id);
                    int taken = 0;
                    for (CollectiveMember member : submitted(government, id)) {
                        if (isToVerify(member)
                                && !member.person().equals(actor.person())
                                && desk.claim(actor, member.application())
                                        instanceof ClaimOutcome.Taken) {
                            taken++;
                        }
                    }
                    return taken;
                });
    }

    /**
     * Notes the same answers, and the same prepared decision, for many: one note and one audit
     * record for each person. "In order" is noted only where the automatic checks of the group
     * passed; the others are to be opened one by one.
     *
     * @param answers for the groups that were chosen; the others stay as they are
     * @param draft to prepare, or null to leave it
     */
    public Noting note(
            Actor actor,
            CollectiveBatchId id,
            List<Pick> picks,
            Map<CheckGroup, CheckAnswer> answers,
            @Nullable DecisionDraft draft) {
        LocalGovernmentId government = actor.government();
        return transactions.inTenant(
                government,
                () -> {
                    batch(government, id);
                    Map<ApplicationId, CollectiveMember> members =
                            submitted(government, id).stream()
                                    .collect(
                                            Collectors.toMap(
                                                    CollectiveMember::application,
                                                    member -> member));
                    Map<String, String> left = new java.util.TreeMap<>();
                    int noted = 0;
                    for (Pick pick : picks) {
                        CollectiveMember member = members.get(pick.application());
                        if (member == null) {
                            throw new NotFound("application.not-found");
                        }
                        Optional<String> why = note(actor, member, pick, answers, draft);
                        if (why.isPresent()) {
                            left.put(member.name(), why.get());
                        } else {
                            noted++;
                        }
                    }
                    return new Noting(noted, left);
                });
    }

    private Optional<String> note(
            Actor actor,
            CollectiveMember member,
            Pick pick,
            Map<CheckGroup, CheckAnswer> answers,
            @Nullable DecisionDraft draft) {
        if (member.person().equals(actor.person())) {
            return Optional.of("registration.list.own");
        }
        if (member.state() != ApplicationState.VERIFICATION) {
            return Optional.of("registration.list.not-on-desk");
        }
        Optional<Claim> claim =
                rows.lockedClaim(pick.application())
                        .filter(held -> held.isHeldBy(actor.person(), now()));
        if (claim.isEmpty()) {
            return Optional.of("registration.list.not-on-desk");
        }
        Dossier dossier = enrollment.dossier(actor.government(), pick.application());
        if (!dossier.sha256().equals(pick.dossierSha256())) {
            return Optional.of("registration.list.changed");
        }
        List<RuleResult> found = evidence.of(actor.government(), dossier);
        Map<CheckGroup, BatchGrid.Mark> marks = marks(found);
        boolean unseen =
                answers.entrySet().stream()
                        .anyMatch(one ->
                                one.getValue().result() == CheckResult.OK
                                        && marks.get(one.getKey()) != BatchGrid.Mark.PASSED);
        if (unseen) {
            return Optional.of("registration.list.open-it");
        }
        Verification before = rows.find(pick.application(), dossier.sha256());
        Map<CheckGroup, CheckAnswer> all = new EnumMap<>(CheckGroup.class);
        all.putAll(before.answers());
        all.putAll(answers);
        SaveOutcome outcome =
                desk.keep(
                        actor,
                        dossier,
                        new Notes(
                                claim.get().token(),
                                dossier.sha256(),
                                all,
                                draft == null ? before.draft() : draft));
        return outcome instanceof SaveOutcome.Saved
                ? Optional.empty()
                : Optional.of("registration.list.changed");
    }

    private BatchGrid.Row row(Actor actor, CollectiveMember member, @Nullable Claim claim) {
        LocalGovernmentId government = actor.government();
        boolean own = member.person().equals(actor.person());
        Dossier dossier = enrollment.dossier(government, member.application());
        CaseView.Place place =
                !isToVerify(member)
                        ? CaseView.Place.ELSEWHERE
                        : claim == null
                                ? CaseView.Place.FREE
                                : claim.officer().equals(actor.person())
                                        ? CaseView.Place.MINE
                                        : CaseView.Place.OTHERS;
        List<RuleResult> found =
                place == CaseView.Place.ELSEWHERE || own
                        ? List.of()
                        : evidence.of(government, dossier);
        Verification verification = rows.find(member.application(), dossier.sha256());
        @Nullable FileId card =
                place == CaseView.Place.MINE && !own
                        ? dossier.paper(DossierPaper.IDENTITY_CARD)
                                .map(DossierPaper::file)
                                .orElse(null)
                        : null;
        return new BatchGrid.Row(
                member,
                place,
                claim == null ? "" : name(government, claim.officer()),
                own,
                dossier.sha256(),
                card,
                dossier.papers().stream().map(DossierPaper::item).collect(Collectors.toSet()),
                dossier.endorsements().stream().map(Endorsement::kind).collect(Collectors.toSet()),
                marks(found),
                remarks(found),
                verification.answers(),
                verification.draft(),
                place == CaseView.Place.MINE
                        ? decisionRules.check(
                                government,
                                actor.person(),
                                dossier,
                                verification.answers(),
                                verification.draft(),
                                found)
                        : List.of());
    }

    private static Map<CheckGroup, BatchGrid.Mark> marks(List<RuleResult> found) {
        Map<CheckGroup, BatchGrid.Mark> marks = new EnumMap<>(CheckGroup.class);
        for (CheckGroup group : CheckGroup.values()) {
            marks.put(group, BatchGrid.Mark.PASSED);
        }
        for (RuleResult result : found) {
            BatchGrid.Mark mark =
                    !result.isKept()
                            ? BatchGrid.Mark.FAILED
                            : result.findings().isEmpty()
                                    ? BatchGrid.Mark.PASSED
                                    : BatchGrid.Mark.REMARK;
            marks.merge(
                    CheckGroup.of(result.rule()),
                    mark,
                    (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
        return marks;
    }

    private static Map<CheckGroup, List<Finding>> remarks(List<RuleResult> found) {
        Map<CheckGroup, List<Finding>> remarks = new EnumMap<>(CheckGroup.class);
        for (RuleResult result : found) {
            if (!result.findings().isEmpty()) {
                remarks.computeIfAbsent(CheckGroup.of(result.rule()), group -> new ArrayList<>())
                        .addAll(result.findings());
            }
        }
        return remarks;
    }

    private CollectiveBatch batch(LocalGovernmentId government, CollectiveBatchId id) {
        return collectives
                .find(government, id)
                .orElseThrow(() -> new NotFound("collective.not-found"));
    }

    /** Those who have left their applicants' hands. */
    List<CollectiveMember> submitted(LocalGovernmentId government, CollectiveBatchId id) {
        return collectives.members(government, id).stream()
                .filter(member ->
                        member.state() != ApplicationState.DRAFT
                                && member.state() != ApplicationState.ENDORSEMENT
                                && member.state() != ApplicationState.WITHDRAWN)
                .toList();
    }

    private static boolean isToVerify(CollectiveMember member) {
        return VerificationDesk.TO_VERIFY.contains(member.state());
    }

    private String name(LocalGovernmentId government, PersonId person) {
        return people.byId(government, person).map(Person::displayName).orElse("");
    }

    private Instant now() {
        return clock.instant();
    }
}
