package id.pamong.lifecycle.enrollment;

import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.identity.Actor;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.regulation.Regulations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * A giver's numbered letter: written, archived, kept with the right by which it is given, and put
 * into every dossier that it is for. Given alone or for a list, it is the same letter (MDN-1.12,
 * MDN-10(3)a, b).
 */
@Component
class GivenLetters {
    private final ApplicationLetters letters;
    private final Applications applications;
    private final GiverAuthorities authorities;
    private final LetterGivers givers;
    private final People people;
    private final Archive archive;
    private final Regulations regulations;
    private final Notifications notifications;

    GivenLetters(
            ApplicationLetters letters,
            Applications applications,
            GiverAuthorities authorities,
            LetterGivers givers,
            People people,
            Archive archive,
            Regulations regulations,
            Notifications notifications) {
        this.letters = letters;
        this.applications = applications;
        this.authorities = authorities;
        this.givers = givers;
        this.people = people;
        this.archive = archive;
        this.regulations = regulations;
        this.notifications = notifications;
    }

    /** Writes one letter for all the dossiers, in the giver's post. */
    @FunctionalInterface
    interface Press {
        DossierLetters.Written write(List<Dossier> dossiers, LetterGivers.Giver giver);
    }

    /** A dossier with who gives the letter for it. */
    record Addressed(Dossier dossier, LetterGivers.Giver giver) {}

    /** A letter with the dossiers that it is in. */
    record Given(Endorsement letter, GiverAuthority authority, List<Dossier> dossiers) {
        Given {
            dossiers = List.copyOf(dossiers);
        }
    }

    /** The actor as giver on a day; empty for a superior or head who no longer is one. */
    Optional<LetterGivers.Giver> rightOf(
            Actor actor,
            LocalGovernment government,
            Dossier dossier,
            Endorsement.Kind kind,
            Instant now) {
        return givers.expected(
                        government,
                        regulations.byHash(dossier.regulationHash()),
                        dossier.applicant().person(),
                        kind,
                        government.dateAt(now))
                .filter(giver -> giver.person().id().equals(actor.person()));
    }

    /** The actor by a right found before. */
    LetterGivers.Giver giver(Actor actor, GiverAuthority right) {
        return new LetterGivers.Giver(
                people.get(actor.government(), actor.person()), right.title(), right);
    }

    /**
     * Gives one letter for each right by which the giver gives: whoever is Kepala Dinas here and
     * Plt. Kepala Dinas there signs two.
     */
    List<Given> give(
            LocalGovernmentId government,
            Endorsement.Kind kind,
            Endorsement.Form form,
            List<Addressed> addressed,
            Press press,
            Instant now) {
        Map<LetterGivers.Giver, List<Dossier>> byRight =
                addressed.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Addressed::giver,
                                        LinkedHashMap::new,
                                        Collectors.mapping(
                                                Addressed::dossier, Collectors.toList())));
        List<Given> given = new ArrayList<>();
        byRight.forEach((giver, dossiers) -> {
            DossierLetters.Written written = press.write(dossiers, giver);
            Endorsement letter = keep(government, kind, form, giver, written, now);
            dossiers.forEach(dossier -> {
                letters.link(dossier.id(), letter, now);
                applications.change(dossier, dossier.in(dossier.state(), now));
            });
            given.add(new Given(letter, giver.authority(), dossiers));
        });
        return given;
    }

    private Endorsement keep(
            LocalGovernmentId government,
            Endorsement.Kind kind,
            Endorsement.Form form,
            LetterGivers.Giver giver,
            DossierLetters.Written written,
            Instant now) {
        FileId file =
                archive.store(
                        government, LetterDesk.fileKind(kind), "application/pdf", written.pdf());
        Endorsement letter =
                new Endorsement(
                        UUID.randomUUID(),
                        kind,
                        form,
                        written.number(),
                        written.on(),
                        giver.person().id(),
                        giver.person().displayName(),
                        giver.title(),
                        file,
                        archive.describe(government, file).sha256(),
                        now);
        letters.keep(letter);
        authorities.keep(letter.letter(), giver.authority());
        return letter;
    }

    /** Tells each applicant that the letter is there. */
    void tell(LocalGovernmentId government, Given given) {
        Endorsement letter = given.letter();
        given.dossiers()
                .forEach(dossier ->
                        notifications.tell(
                                government,
                                dossier.applicant().person(),
                                "letter-given-" + letter.kind().name(),
                                Map.of("giver", letter.giverName(), "number", letter.number()),
                                "/permohonan/" + dossier.id(),
                                List.of()));
    }

    /** Does not give it; the applicant reads why. */
    void decline(
            LocalGovernmentId government,
            Dossier dossier,
            Endorsement.Kind kind,
            String reason,
            Instant now) {
        letters.withdrawRequest(dossier.id(), kind);
        applications.change(dossier, dossier.in(dossier.state(), now));
        notifications.tell(
                government,
                dossier.applicant().person(),
                "letter-declined-" + kind.name(),
                Map.of("reason", reason),
                "/permohonan/" + dossier.id(),
                List.of());
    }
}
