package id.pamong.lifecycle.enrollment;

import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The superior's and the head of agency's side: recommend, introduce one or many applications by
 * one letter, or decline with a reason, from their own accounts (MDN-10(3)a, b).
 */
@Component
public class GiverDesk {
    /** Longest reason, in characters. */
    public static final int REASON = 1000;

    private final Enrollment enrollment;
    private final ApplicationLetters letters;
    private final GivenLetters given;
    private final DossierLetters press;
    private final OwnDossiers own;
    private final LocalGovernments governments;
    private final CollectiveSubmission collectives;
    private final Permissions permissions;
    private final TenantTransactions transactions;

    GiverDesk(
            Enrollment enrollment,
            ApplicationLetters letters,
            GivenLetters given,
            DossierLetters press,
            OwnDossiers own,
            LocalGovernments governments,
            CollectiveSubmission collectives,
            Permissions permissions,
            TenantTransactions transactions) {
        this.enrollment = enrollment;
        this.letters = letters;
        this.given = given;
        this.press = press;
        this.own = own;
        this.governments = governments;
        this.collectives = collectives;
        this.permissions = permissions;
        this.transactions = transactions;
    }

    /**
     * A letter that waits for the actor.
     *
     * @param others further applications that the same letter may introduce
     * @param right by which the actor gives it today; null for who no longer is the one to
     */
    public record Task(
            Dossier dossier,
            LetterRequest request,
            List<LetterRequest> others,
            @Nullable GiverAuthority right) {
        public Task {
            others = List.copyOf(others);
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        /**
         * The letter is in the dossiers; more than one where the actor gives by several rights.
         *
         * @param rights by which, in the order of the numbers
         */
        record Given(List<String> numbers, List<GiverAuthority> rights, int applications)
                implements Outcome {
            public Given {
                numbers = List.copyOf(numbers);
                rights = List.copyOf(rights);
            }
        }

        /** Declined; the applicant was told why. */
        record Declined() implements Outcome {}

        record Refused(List<Finding> findings) implements Outcome {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /** What the actor is asked to write; not found for everyone else. */
    public Task task(Actor actor, ApplicationId id, Endorsement.Kind kind) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    LetterRequest request = asked(actor, id, kind);
                    Dossier dossier = enrollment.dossier(actor.government(), id);
                    List<LetterRequest> others =
                            kind == Endorsement.Kind.RECOMMENDATION
                                    ? List.of()
                                    : letters.askedOf(actor.person(), 300).stream()
                                            .filter(other -> other.kind() == kind)
                                            .filter(other -> !other.application().equals(id))
                                            .filter(other ->
                                                    other.agencyName()
                                                            .equals(
                                                                    dossier.applicant()
                                                                            .agencyName()))
                                            .toList();
                    return new Task(
                            dossier,
                            request,
                            others,
                            given.rightOf(
                                            actor,
                                            governments.get(actor.government()),
                                            dossier,
                                            kind,
                                            own.now())
                                    .map(LetterGivers.Giver::authority)
                                    .orElse(null));
                });
    }

    /** What waits for the actor, oldest first. */
    public List<LetterRequest> waiting(Actor actor) {
        return transactions.inTenant(actor.government(), () -> letters.askedOf(actor.person(), 50));
    }

    /**
     * Gives the letter: numbered, as PDF, into every dossier named.
     *
     * @param reason why the superior recommends; may be empty
     * @param also further applications for a cover letter
     */
    public Outcome give(
            Actor actor,
            ApplicationId id,
            Endorsement.Kind kind,
            String reason,
            Set<ApplicationId> also) {
        if (reason.length() > REASON) {
            return tooLong();
        }
        return transactions.inTenant(
                actor.government(),
                () -> {
                    LocalGovernment government = governments.get(actor.government());
                    Instant now = own.now();
                    List<GivenLetters.Addressed> addressed = new ArrayList<>();
                    addressed.add(allowed(actor, government, id, kind, now));
                    if (kind == Endorsement.Kind.COVER_LETTER) {
                        also.stream()
                                .filter(other -> !other.equals(id))
                                .map(other -> allowed(actor, government, other, kind, now))
                                .forEach(addressed::add);
                    }
                    List<GivenLetters.Given> letters =
                            given.give(
                                    government.id(),
                                    kind,
                                    Endorsement.Form.GIVEN_HERE,
                                    addressed,
                                    (dossiers, giver) ->
                                            write(government, kind, dossiers, giver, reason, now),
                                    now);
                    letters.forEach(letter -> given.tell(government.id(), letter));
                    List<ApplicationId> ids =
                            addressed.stream().map(one -> one.dossier().id()).toList();
                    collectives.submitConfirmed(government.id(), ids, now);
                    for (GivenLetters.Given letter : letters) {
                        own.record(
                                actor,
                                command(kind),
                                letter.dossiers().getFirst().id(),
                                "GIVEN",
                                Map.of(
                                        "letter",
                                        letter.letter().letter().toString(),
                                        "basis",
                                        letter.authority().basis().name(),
                                        "applications",
                                        letter.dossiers().stream()
                                                .map(d -> d.id().toString())
                                                .toList()));
                    }
                    return new Outcome.Given(
                            letters.stream().map(one -> one.letter().number()).toList(),
                            letters.stream().map(GivenLetters.Given::authority).toList(),
                            ids.size());
                });
    }

    private DossierLetters.Written write(
            LocalGovernment government,
            Endorsement.Kind kind,
            List<Dossier> dossiers,
            LetterGivers.Giver giver,
            String reason,
            Instant now) {
        return switch (kind) {
            case RECOMMENDATION ->
                    press.recommendation(
                            government, dossiers.getFirst(), giver, reason.strip(), now);
            case COVER_LETTER -> press.cover(government, dossiers, giver, now);
        };
    }

    /** Declines with a reason that the applicant reads. */
    public Outcome decline(Actor actor, ApplicationId id, Endorsement.Kind kind, String reason) {
        if (reason.length() > REASON) {
            return tooLong();
        }
        if (reason.strip().length() < 10) {
            return new Outcome.Refused(
                    List.of(Finding.blocking("enrollment.reason-missing", "reason")));
        }
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Instant now = own.now();
                    GivenLetters.Addressed asked =
                            allowed(actor, governments.get(actor.government()), id, kind, now);
                    given.decline(actor.government(), asked.dossier(), kind, reason.strip(), now);
                    own.record(actor, command(kind), id, "DECLINED", Map.of());
                    return new Outcome.Declined();
                });
    }

    private GivenLetters.Addressed allowed(
            Actor actor,
            LocalGovernment government,
            ApplicationId id,
            Endorsement.Kind kind,
            Instant now) {
        asked(actor, id, kind);
        Dossier dossier = enrollment.dossier(actor.government(), id);
        LetterGivers.Giver giver =
                given.rightOf(actor, government, dossier, kind, now)
                        .filter(one -> one.authority().basis() != GiverAuthority.Basis.RA_MINUTE)
                        .orElseThrow(() -> new Conflict("letter.no-longer-yours"));
        Scope scope =
                switch (kind) {
                    case RECOMMENDATION -> Scope.SUBORDINATE;
                    case COVER_LETTER -> Scope.AGENCY;
                };
        if (dossier.state() != ApplicationState.ENDORSEMENT) {
            throw new Conflict("application.state");
        }
        permissions.require(actor, command(kind), dossier.state(), scope);
        return new GivenLetters.Addressed(dossier, giver);
    }

    private LetterRequest asked(Actor actor, ApplicationId id, Endorsement.Kind kind) {
        return letters.request(id, kind)
                .filter(request -> request.asked().equals(actor.person()))
                .orElseThrow(() -> new NotFound("letter.not-asked"));
    }

    private static Outcome tooLong() {
        return new Outcome.Refused(
                List.of(Finding.blocking("enrollment.reason-long", "reason", REASON)));
    }

    static String command(Endorsement.Kind kind) {
        return switch (kind) {
            case RECOMMENDATION -> "enrollment.recommend";
            case COVER_LETTER -> "enrollment.cover";
        };
    }
}
