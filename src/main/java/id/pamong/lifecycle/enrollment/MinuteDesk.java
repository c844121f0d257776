package id.pamong.lifecycle.enrollment;

import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.PostHolding;
import id.pamong.office.organization.Posts;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Citation;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The head of region and the deputy have no superior: the head of the registration authority
 * records in a minute who they are and by which decree, and that stands in place of the letter, as
 * the regulation's settings say (MDN-10(2)a, CJR-11(2)a).
 */
@Component
public class MinuteDesk {
    /** Longest statement, in characters. */
    public static final int STATEMENT = 1000;

    /** Longest number of a decree, in characters. */
    public static final int DECREE = 100;

    private static final String COMMAND = "enrollment.record-minute";

    private final Enrollment enrollment;
    private final ApplicationLetters letters;
    private final GivenLetters given;
    private final Minutes minutes;
    private final DossierLetters press;
    private final Posts posts;
    private final OwnDossiers own;
    private final Regulations regulations;
    private final LocalGovernments governments;
    private final CollectiveSubmission collectives;
    private final Permissions permissions;
    private final TenantTransactions transactions;

    MinuteDesk(
            Enrollment enrollment,
            ApplicationLetters letters,
            GivenLetters given,
            Minutes minutes,
            DossierLetters press,
            Posts posts,
            OwnDossiers own,
            Regulations regulations,
            LocalGovernments governments,
            CollectiveSubmission collectives,
            Permissions permissions,
            TenantTransactions transactions) {
        this.enrollment = enrollment;
        this.letters = letters;
        this.given = given;
        this.minutes = minutes;
        this.press = press;
        this.posts = posts;
        this.own = own;
        this.regulations = regulations;
        this.governments = governments;
        this.collectives = collectives;
        this.permissions = permissions;
        this.transactions = transactions;
    }

    /**
     * A minute that waits for the actor.
     *
     * @param right by which the actor records it
     * @param suggested decree and date as the register of posts has them; empty where it has none
     */
    public record Task(
            Dossier dossier,
            LetterRequest request,
            GiverAuthority right,
            Fields suggested,
            List<Citation> clauses) {
        public Task {
            clauses = List.copyOf(clauses);
        }
    }

    /**
     * What the head of the registration authority states.
     *
     * @param decree number of the decree by which the applicant holds office
     * @param decreeOn its date, {@code 2025-02-20}
     * @param statement what was seen and why no letter is asked for
     */
    public record Fields(String decree, String decreeOn, String statement) {
        public Fields {
            decree = decree.strip();
            decreeOn = decreeOn.strip();
            statement = statement.strip();
        }

        @Override
        public String toString() {
            return "Fields[…]";
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** The minute is in the dossier. */
        record Recorded(String number, GiverAuthority right) implements Outcome {}

        /** Not recorded; the applicant was told why. */
        record Declined() implements Outcome {}

        record Refused(List<Finding> findings) implements Outcome {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /** What the actor is asked to record; not found for everyone else. */
    public Task task(Actor actor, ApplicationId id, Endorsement.Kind kind) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    LetterRequest request = asked(actor, id, kind);
                    LocalGovernment government = governments.get(actor.government());
                    GivenLetters.Addressed its = allowed(actor, government, id, kind, own.now());
                    RegulationProfile profile = regulations.byHash(its.dossier().regulationHash());
                    return new Task(
                            its.dossier(),
                            request,
                            its.giver().authority(),
                            suggested(government, its.dossier()),
                            profile.clausesOfCommand(COMMAND));
                });
    }

    /** Records it: numbered, as PDF, into the dossier. */
    public Outcome record(Actor actor, ApplicationId id, Endorsement.Kind kind, Fields fields) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    LocalGovernment government = governments.get(actor.government());
                    Instant now = own.now();
                    GivenLetters.Addressed its = allowed(actor, government, id, kind, now);
                    List<Finding> findings = check(fields, government.dateAt(now));
                    if (!findings.isEmpty()) {
                        return new Outcome.Refused(findings);
                    }
                    RegulationProfile profile = regulations.byHash(its.dossier().regulationHash());
                    GivenLetters.Given minute =
                            given.give(
                                            government.id(),
                                            kind,
                                            Endorsement.Form.MINUTE,
                                            List.of(its),
                                            (dossiers, giver) ->
                                                    press.minute(
                                                            government,
                                                            profile,
                                                            kind,
                                                            dossiers.getFirst(),
                                                            giver,
                                                            fields,
                                                            now),
                                            now)
                                    .getFirst();
                    minutes.keep(minute.letter().letter(), fields);
                    given.tell(government.id(), minute);
                    collectives.submitConfirmed(government.id(), List.of(id), now);
                    own.record(
                            actor,
                            COMMAND,
                            id,
                            "RECORDED",
                            Map.of(
                                    "kind",
                                    kind.name(),
                                    "letter",
                                    minute.letter().letter().toString()));
                    return new Outcome.Recorded(minute.letter().number(), minute.authority());
                });
    }

    /** Does not record it, with a reason that the applicant reads. */
    public Outcome decline(Actor actor, ApplicationId id, Endorsement.Kind kind, String reason) {
        String why = reason.strip();
        if (why.length() < 10 || why.length() > GiverDesk.REASON) {
            return new Outcome.Refused(
                    List.of(
                            why.length() < 10
                                    ? Finding.blocking("enrollment.reason-missing", "declineReason")
                                    : Finding.blocking(
                                            "enrollment.reason-long",
                                            "declineReason",
                                            GiverDesk.REASON)));
        }
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Instant now = own.now();
                    GivenLetters.Addressed its =
                            allowed(actor, governments.get(actor.government()), id, kind, now);
                    given.decline(actor.government(), its.dossier(), kind, why, now);
                    own.record(actor, COMMAND, id, "DECLINED", Map.of("kind", kind.name()));
                    return new Outcome.Declined();
                });
    }

    private static List<Finding> check(Fields fields, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        if (fields.decree().isEmpty() || fields.decree().length() > DECREE) {
            findings.add(Finding.blocking("enrollment.minute-decree", "decree", DECREE));
        }
        try {
            if (LocalDate.parse(fields.decreeOn()).isAfter(today)) {
                findings.add(Finding.blocking("enrollment.minute-decree-future", "decreeOn"));
            }
        } catch (DateTimeParseException malformed) {
            findings.add(Finding.blocking("enrollment.minute-decree-date", "decreeOn"));
        }
        if (fields.statement().length() < 10 || fields.statement().length() > STATEMENT) {
            findings.add(Finding.blocking("enrollment.minute-statement", "statement", STATEMENT));
        }
        return findings;
    }

    /** The decree of the post by which the applicant is head of region or deputy. */
    private Fields suggested(LocalGovernment government, Dossier dossier) {
        Optional<PostHolding> held =
                posts
                        .heldBy(
                                government.id(),
                                dossier.applicant().person(),
                                government.dateAt(own.now()))
                        .stream()
                        .findFirst();
        return new Fields(
                held.map(PostHolding::decree).orElse(""),
                held.map(one -> one.from().toString()).orElse(""),
                "");
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
                        .filter(LetterGivers.Giver::recordsMinute)
                        .orElseThrow(() -> new Conflict("letter.no-longer-yours"));
        if (dossier.state() != ApplicationState.ENDORSEMENT) {
            throw new Conflict("application.state");
        }
        permissions.require(actor, COMMAND, dossier.state(), Scope.OTHERS);
        return new GivenLetters.Addressed(dossier, giver);
    }

    private LetterRequest asked(Actor actor, ApplicationId id, Endorsement.Kind kind) {
        return letters.request(id, kind)
                .filter(request -> request.asked().equals(actor.person()))
                .orElseThrow(() -> new NotFound("letter.not-asked"));
    }
}
