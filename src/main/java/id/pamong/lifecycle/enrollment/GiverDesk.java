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
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Regulations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
    private final Applications applications;
    private final ApplicationLetters letters;
    private final GiverAuthorities authorities;
    private final LetterGivers givers;
    private final DossierLetters press;
    private final OwnDossiers own;
    private final Archive archive;
    private final Regulations regulations;
    private final LocalGovernments governments;
    private final Notifications notifications;
    private final CollectiveSubmission collectives;
    private final Permissions permissions;
    private final TenantTransactions transactions;

    GiverDesk(
            Enrollment enrollment,
            Applications applications,
            ApplicationLetters letters,
            GiverAuthorities authorities,
            LetterGivers givers,
            DossierLetters press,
            OwnDossiers own,
            Archive archive,
            Regulations regulations,
            LocalGovernments governments,
            Notifications notifications,
            CollectiveSubmission collectives,
            Permissions permissions,
            TenantTransactions transactions) {
        this.enrollment = enrollment;
        this.applications = applications;
        this.letters = letters;
        this.authorities = authorities;
        this.givers = givers;
        this.press = press;
        this.own = own;
        this.archive = archive;
        this.regulations = regulations;
        this.governments = governments;
        this.notifications = notifications;
        this.collectives = collectives;
        this.permissions = permissions;
        this.transactions = transactions;
    }

    /**
     * A letter that waits for the actor.
     *
     * @param others further applications that the same letter may introduce
     */
    public record Task(Dossier dossier, LetterRequest request, List<LetterRequest> others) {
        public Task {
            others = List.copyOf(others);
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** The letter is in the dossiers. */
        record Given(String number, int applications) implements Outcome {}

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
                    return new Task(dossier, request, others);
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
                    List<Dossier> dossiers = new ArrayList<>();
                    dossiers.add(allowed(actor, government, id, kind));
                    if (kind == Endorsement.Kind.COVER_LETTER) {
                        also.stream()
                                .filter(other -> !other.equals(id))
                                .map(other -> allowed(actor, government, other, kind))
                                .forEach(dossiers::add);
                    }
                    Instant now = own.now();
                    LetterGivers.Giver giver = giver(actor, government, dossiers.getFirst(), kind);
                    DossierLetters.Written written =
                            switch (kind) {
                                case RECOMMENDATION ->
                                        press.recommendation(
                                                government,
                                                dossiers.getFirst(),
                                                giver,
                                                reason.strip(),
                                                now);
                                case COVER_LETTER -> press.cover(government, dossiers, giver, now);
                            };
                    Endorsement letter = keep(actor, kind, giver, written, now);
                    dossiers.forEach(dossier -> link(actor, dossier, letter, now));
                    collectives.submitConfirmed(
                            actor.government(), dossiers.stream().map(Dossier::id).toList(), now);
                    own.record(
                            actor,
                            command(kind),
                            id,
                            "GIVEN",
                            Map.of(
                                    "letter",
                                    letter.letter().toString(),
                                    "basis",
                                    giver.authority().basis().name(),
                                    "applications",
                                    dossiers.stream().map(d -> d.id().toString()).toList()));
                    return new Outcome.Given(written.number(), dossiers.size());
                });
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
                    Dossier dossier = allowed(actor, governments.get(actor.government()), id, kind);
                    letters.withdrawRequest(id, kind);
                    applications.change(dossier, dossier.in(dossier.state(), own.now()));
                    notifications.tell(
                            actor.government(),
                            dossier.applicant().person(),
                            "letter-declined-" + kind.name(),
                            Map.of("reason", reason.strip()),
                            "/permohonan/" + id,
                            List.of());
                    own.record(actor, command(kind), id, "DECLINED", Map.of());
                    return new Outcome.Declined();
                });
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
        authorities.keep(letter.letter(), giver.authority());
        return letter;
    }

    private void link(Actor actor, Dossier dossier, Endorsement letter, Instant now) {
        letters.link(dossier.id(), letter, now);
        applications.change(dossier, dossier.in(dossier.state(), now));
        notifications.tell(
                actor.government(),
                dossier.applicant().person(),
                "letter-given-" + letter.kind().name(),
                Map.of("giver", letter.giverName(), "number", letter.number()),
                "/permohonan/" + dossier.id(),
                List.of());
    }

    private Dossier allowed(
            Actor actor, LocalGovernment government, ApplicationId id, Endorsement.Kind kind) {
        asked(actor, id, kind);
        Dossier dossier = enrollment.dossier(actor.government(), id);
        giver(actor, government, dossier, kind);
        Scope scope =
                switch (kind) {
                    case RECOMMENDATION -> Scope.SUBORDINATE;
                    case COVER_LETTER -> Scope.AGENCY;
                };
        if (dossier.state() != ApplicationState.ENDORSEMENT) {
            throw new Conflict("application.state");
        }
        permissions.require(actor, command(kind), dossier.state(), scope);
        return dossier;
    }

    /** The actor as giver today; a superior or head who no longer is one gives nothing. */
    private LetterGivers.Giver giver(
            Actor actor, LocalGovernment government, Dossier dossier, Endorsement.Kind kind) {
        return givers.expected(
                        government,
                        regulations.byHash(dossier.regulationHash()),
                        dossier.applicant().person(),
                        kind,
                        government.dateAt(own.now()))
                .filter(giver -> giver.person().id().equals(actor.person()))
                .orElseThrow(() -> new Conflict("letter.no-longer-yours"));
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
