package id.pamong.lifecycle.enrollment;

import id.pamong.lifecycle.subscriber.PersonNames;
import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.archive.FileKind;
import id.pamong.office.archive.IntakeOutcome;
import id.pamong.office.archive.Paper;
import id.pamong.office.archive.PaperIntake;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.office.regulation.ChecklistItem;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * The applicant's side of the letters: ask for them, or attach scans with number, date and giver
 * (MDN-10(3)a, b).
 */
@Component
public class LetterDesk {
    private static final int NUMBER = 100;
    private static final int NAME = 200;

    private final Enrollment enrollment;
    private final Applications applications;
    private final ApplicationLetters letters;
    private final GiverAuthorities authorities;
    private final LetterGivers givers;
    private final OwnDossiers own;
    private final Regulations regulations;
    private final LocalGovernments governments;
    private final People people;
    private final PaperIntake intake;
    private final Archive archive;
    private final Notifications notifications;
    private final TenantTransactions transactions;

    LetterDesk(
            Enrollment enrollment,
            Applications applications,
            ApplicationLetters letters,
            GiverAuthorities authorities,
            LetterGivers givers,
            OwnDossiers own,
            Regulations regulations,
            LocalGovernments governments,
            People people,
            PaperIntake intake,
            Archive archive,
            Notifications notifications,
            TenantTransactions transactions) {
        this.enrollment = enrollment;
        this.applications = applications;
        this.letters = letters;
        this.authorities = authorities;
        this.givers = givers;
        this.own = own;
        this.regulations = regulations;
        this.governments = governments;
        this.people = people;
        this.intake = intake;
        this.archive = archive;
        this.notifications = notifications;
        this.transactions = transactions;
    }

    /**
     * Who is to give a letter today.
     *
     * @param name title, name, title; empty when nobody is known
     * @param vacantPost the post that nobody holds today, empty when somebody does or none is known
     * @param askedAt when the applicant asked, or null
     */
    public record Standing(
            Endorsement.Kind kind,
            String name,
            String title,
            String vacantPost,
            @Nullable Instant askedAt) {
        @Override
        public String toString() {
            return "Standing[" + kind + "]";
        }
    }

    /** What became of a wish. */
    public sealed interface Outcome {
        record Done(Dossier dossier) implements Outcome {}

        /** Every reason at once. */
        record Refused(List<Finding> findings) implements Outcome {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /** Who gives each letter today, and whether they were asked. */
    public Map<Endorsement.Kind, Standing> standings(Actor actor, Dossier dossier) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    LocalGovernment government = governments.get(actor.government());
                    Map<Endorsement.Kind, LetterRequest> requests = letters.requests(dossier.id());
                    Map<Endorsement.Kind, Standing> standings =
                            new EnumMap<>(Endorsement.Kind.class);
                    for (Endorsement.Kind kind : kinds(dossier)) {
                        LetterRequest request = requests.get(kind);
                        @Nullable Instant askedAt = request == null ? null : request.askedAt();
                        standings.put(
                                kind,
                                switch (today(government, dossier, kind)) {
                                    case LetterGivers.Answer.By(LetterGivers.Giver giver) ->
                                            new Standing(
                                                    kind,
                                                    giver.person().displayName(),
                                                    giver.title(),
                                                    "",
                                                    askedAt);
                                    case LetterGivers.Answer.Nobody(String post) ->
                                            new Standing(kind, "", "", post, askedAt);
                                });
                    }
                    return standings;
                });
    }

    /** Asks whoever is to give each letter that is not there yet, and tells them. */
    public Outcome ask(Actor actor, ApplicationId id) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Dossier dossier = own.require(actor, id, "enrollment.ask-letters");
                    LocalGovernment government = governments.get(actor.government());
                    List<Finding> unknown = new ArrayList<>();
                    Map<Endorsement.Kind, LetterGivers.Giver> asked =
                            new EnumMap<>(Endorsement.Kind.class);
                    for (Endorsement.Kind kind : kinds(dossier)) {
                        if (dossier.endorsement(kind).isPresent()) {
                            continue;
                        }
                        switch (today(government, dossier, kind)) {
                            case LetterGivers.Answer.By(LetterGivers.Giver giver) ->
                                    asked.put(kind, giver);
                            case LetterGivers.Answer.Nobody(String post) ->
                                    unknown.add(
                                            post.isEmpty()
                                                    ? Finding.blocking(
                                                            "enrollment.giver-unknown", kind.name())
                                                    : Finding.blocking(
                                                            "enrollment.giver-vacant",
                                                            kind.name(),
                                                            post));
                        }
                    }
                    if (asked.isEmpty()) {
                        return new Outcome.Refused(unknown);
                    }
                    Instant now = own.now();
                    asked.forEach((kind, giver) -> {
                        ask(actor.government(), dossier, kind, giver, now);
                    });
                    Dossier after =
                            enrollment.moved(dossier, dossier, Step.ASK_LETTERS, List.of(), now);
                    own.record(
                            actor,
                            "enrollment.ask-letters",
                            id,
                            "ASKED",
                            Map.of("kinds", asked.keySet().stream().map(Enum::name).toList()));
                    return new Outcome.Done(after);
                });
    }

    /** Asks one giver for one letter and tells them. */
    void ask(
            LocalGovernmentId government,
            Dossier dossier,
            Endorsement.Kind kind,
            LetterGivers.Giver giver,
            Instant now) {
        letters.ask(dossier.id(), kind, giver, now);
        notifications.tell(
                government,
                giver.person().id(),
                LetterRequest.message(kind, giver.recordsMinute()),
                Map.of("applicant", dossier.applicant().displayName()),
                LetterRequest.path(kind, dossier.id(), giver.recordsMinute()),
                List.of());
    }

    /** What stands on a letter that was given on paper. */
    public record ScanFields(String number, String datedOn, String giverName, String giverTitle) {
        @Override
        public String toString() {
            return "ScanFields[…]";
        }
    }

    /**
     * Attaches the scan of a letter that was given on paper. The giver is recognised by the name,
     * titles aside, among those who give or gave such letters, and the right on the letter's date
     * is kept with it; one that is not known here is left to the officer.
     */
    public Outcome attachScan(
            Actor actor,
            ApplicationId id,
            Endorsement.Kind kind,
            ScanFields fields,
            @Nullable String fileName,
            @Nullable InputStreamSource upload)
            throws IOException {
        transactions.inTenant(
                actor.government(), () -> own.require(actor, id, "enrollment.attach-letter").id());
        List<Finding> findings = check(actor, kind, fields);
        if (fileName == null || upload == null) {
            findings.add(Finding.blocking("enrollment.scan-missing", kind + "-file"));
            return new Outcome.Refused(findings);
        }
        return switch (intake.accept(kind + "-file", fileName, upload)) {
            case IntakeOutcome.Refused(List<Finding> refused) -> {
                findings.addAll(refused);
                yield new Outcome.Refused(findings);
            }
            case IntakeOutcome.Accepted(Paper paper) ->
                    findings.isEmpty()
                            ? transactions.inTenant(
                                    actor.government(), () -> keep(actor, id, kind, fields, paper))
                            : new Outcome.Refused(findings);
        };
    }

    /** Takes a letter out of the dossier again; the letter itself stays in the archive. */
    public Dossier detach(Actor actor, ApplicationId id, Endorsement.Kind kind) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Dossier dossier = own.require(actor, id, "enrollment.attach-letter");
                    letters.unlink(id, kind);
                    applications.change(dossier, dossier.in(dossier.state(), own.now()));
                    own.record(
                            actor,
                            "enrollment.attach-letter",
                            id,
                            "DETACHED",
                            Map.of("kind", kind.name()));
                    return enrollment.dossier(actor.government(), id);
                });
    }

    private Outcome keep(
            Actor actor, ApplicationId id, Endorsement.Kind kind, ScanFields fields, Paper paper) {
        Dossier dossier = own.require(actor, id, "enrollment.attach-letter");
        LocalGovernment government = governments.get(actor.government());
        LocalDate datedOn = LocalDate.parse(fields.datedOn());
        Instant now = own.now();
        FileId file = archive.store(actor.government(), fileKind(kind), paper);
        Endorsement letter =
                new Endorsement(
                        UUID.randomUUID(),
                        kind,
                        Endorsement.Form.SCAN,
                        fields.number(),
                        datedOn,
                        recognise(government, dossier, datedOn, fields.giverName()),
                        fields.giverName(),
                        fields.giverTitle(),
                        file,
                        archive.describe(actor.government(), file).sha256(),
                        now);
        keepScan(government, dossier, letter);
        letters.link(id, letter, now);
        applications.change(dossier, dossier.in(dossier.state(), now));
        own.record(
                actor,
                "enrollment.attach-letter",
                id,
                "ATTACHED",
                Map.of("kind", kind.name(), "file", file.toString()));
        return new Outcome.Done(enrollment.dossier(actor.government(), id));
    }

    /** The applicant, or someone who has ever had to do with letters like this, by the name. */
    @Nullable PersonId recognise(
            LocalGovernment government, Dossier dossier, LocalDate datedOn, String written) {
        PersonId applicant = dossier.applicant().person();
        return Stream.concat(
                        Stream.of(applicant), givers.known(government, applicant, datedOn).stream())
                .filter(person ->
                        PersonNames.isNameOf(written, people.get(government.id(), person).name()))
                .findFirst()
                .orElse(null);
    }

    /** Keeps a letter of paper, with the giver's right on its date where there is one. */
    void keepScan(LocalGovernment government, Dossier dossier, Endorsement letter) {
        letters.keep(letter);
        Optional.ofNullable(letter.giver())
                .flatMap(giver ->
                        rightOf(government, dossier, letter.kind(), letter.datedOn(), giver))
                .ifPresent(right -> authorities.keep(letter.letter(), right));
    }

    /** The right by which someone gave a letter on its date, as the one who is to or for them. */
    Optional<GiverAuthority> rightOf(
            LocalGovernment government,
            Dossier dossier,
            Endorsement.Kind kind,
            LocalDate on,
            PersonId giver) {
        return givers.authorised(
                        government, profile(dossier), dossier.applicant().person(), kind, on, giver)
                .map(LetterGivers.Giver::authority);
    }

    List<Finding> check(Actor actor, Endorsement.Kind kind, ScanFields fields) {
        List<Finding> findings = new ArrayList<>();
        if (fields.number().isBlank() || fields.number().length() > NUMBER) {
            findings.add(Finding.blocking("enrollment.letter-number", kind + "-number", NUMBER));
        }
        if (fields.giverName().isBlank() || fields.giverName().length() > NAME) {
            findings.add(Finding.blocking("enrollment.letter-giver", kind + "-giver", NAME));
        }
        if (fields.giverTitle().length() > NAME) {
            findings.add(Finding.blocking("enrollment.letter-title", kind + "-title", NAME));
        }
        try {
            LocalDate today = governments.get(actor.government()).dateAt(own.now());
            LocalDate date = LocalDate.parse(fields.datedOn());
            if (date.isAfter(today)) {
                findings.add(Finding.blocking("enrollment.letter-in-future", kind + "-date"));
            } else if (date.isBefore(today.minusYears(5))) {
                findings.add(Finding.blocking("enrollment.letter-date", kind + "-date"));
            }
        } catch (DateTimeParseException malformed) {
            findings.add(Finding.blocking("enrollment.letter-date", kind + "-date"));
        }
        return findings;
    }

    private LetterGivers.Answer today(
            LocalGovernment government, Dossier dossier, Endorsement.Kind kind) {
        return givers.look(
                government,
                profile(dossier),
                dossier.applicant().person(),
                kind,
                government.dateAt(own.now()));
    }

    /** The letters that the regulation of the case asks for, in the order of its checklist. */
    public List<Endorsement.Kind> kinds(Dossier dossier) {
        return profile(dossier).checklist(dossier.type()).stream()
                .map(ChecklistItem::item)
                .flatMap(item ->
                        Arrays.stream(Endorsement.Kind.values())
                                .filter(kind -> kind.name().equals(item)))
                .sorted()
                .toList();
    }

    private RegulationProfile profile(Dossier dossier) {
        return regulations.byHash(dossier.regulationHash());
    }

    static FileKind fileKind(Endorsement.Kind kind) {
        return switch (kind) {
            case RECOMMENDATION -> FileKind.RECOMMENDATION;
            case COVER_LETTER -> FileKind.COVER_LETTER;
        };
    }
}
