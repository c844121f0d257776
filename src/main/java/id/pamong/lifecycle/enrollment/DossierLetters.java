package id.pamong.lifecycle.enrollment;

import id.pamong.office.letter.LetterKind;
import id.pamong.office.letter.Letters;
import id.pamong.office.letter.Signatory;
import id.pamong.office.organization.Agency;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.Headship;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.regulation.Citation;
import id.pamong.office.regulation.RegulationProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes the letters of a dossier as PDF: the written application, the recommendation and the cover
 * letter. Letters of the office are in Indonesian whatever language the screen has.
 */
@Component
class DossierLetters {
    private static final Locale INDONESIAN = Locale.of("id", "ID");
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("d MMMM uuuu HH.mm", INDONESIAN);

    private final Letters letters;
    private final People people;
    private final MessageSource messages;
    private final CertificateWords words;
    private final GiverRights rights;

    DossierLetters(
            Letters letters,
            People people,
            MessageSource messages,
            CertificateWords words,
            GiverRights rights) {
        this.letters = letters;
        this.people = people;
        this.messages = messages;
        this.words = words;
        this.rights = rights;
    }

    /** A numbered letter. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Written(String number, LocalDate on, byte[] pdf) {}

    /** The written application; keeps its number when it is submitted again. */
    Written application(LocalGovernment government, Dossier dossier, Instant now) {
        LocalDate on = government.dateAt(now);
        String number =
                dossier.number().isEmpty()
                        ? letters.nextNumber(government.id(), LetterKind.APPLICATION, on).text()
                        : dossier.number();
        Person applicant = people.get(government.id(), dossier.applicant().person());
        List<String> papers =
                Stream.concat(
                                Stream.of(
                                        say("enrollment.letter.identity-card"),
                                        numbered(dossier, Endorsement.Kind.RECOMMENDATION),
                                        numbered(dossier, Endorsement.Kind.COVER_LETTER)),
                                further(dossier.particulars()))
                        .toList();
        return new Written(
                number,
                on,
                letters.pdf(
                        government.id(),
                        "application",
                        Map.of(
                                "number", number,
                                "date", on,
                                "agency", applicant.agencyName(),
                                "recipient", recipient(government, on),
                                "applicant", applicant,
                                "type", type(dossier),
                                "uses", uses(dossier),
                                "papers", papers,
                                "signatory",
                                        signatory(
                                                applicant,
                                                applicant.post(),
                                                given(government, now)))));
    }

    Written recommendation(
            LocalGovernment government,
            Dossier dossier,
            LetterGivers.Giver giver,
            String reason,
            Instant now) {
        LocalDate on = government.dateAt(now);
        String number = letters.nextNumber(government.id(), LetterKind.RECOMMENDATION, on).text();
        return new Written(
                number,
                on,
                letters.pdf(
                        government.id(),
                        "recommendation",
                        Map.of(
                                "number", number,
                                "date", on,
                                "agency", giver.person().agencyName(),
                                "giver", giver.person(),
                                "applicant",
                                        people.get(government.id(), dossier.applicant().person()),
                                "type", type(dossier),
                                "uses", uses(dossier),
                                "reason", reason,
                                "signatory", signatory(government, giver, now))));
    }

    /** One cover letter for all the dossiers. */
    Written cover(
            LocalGovernment government,
            List<Dossier> dossiers,
            LetterGivers.Giver giver,
            Instant now) {
        LocalDate on = government.dateAt(now);
        String number = letters.nextNumber(government.id(), LetterKind.COVER_LETTER, on).text();
        Dossier first = dossiers.getFirst();
        List<Person> applicants =
                dossiers.stream()
                        .map(dossier -> people.get(government.id(), dossier.applicant().person()))
                        .toList();
        return new Written(
                number,
                on,
                letters.pdf(
                        government.id(),
                        "cover",
                        Map.of(
                                "number", number,
                                "date", on,
                                "agency", first.applicant().agencyName(),
                                "recipient", recipient(government, on),
                                "applicants", applicants,
                                "type", type(first),
                                "uses", uses(first),
                                "signatory", signatory(government, giver, now))));
    }

    /**
     * One letter of a kind for many people of one agency; their names stand in its annex.
     *
     * @param reason why the superior recommends; may be empty
     */
    Written list(
            LocalGovernment government,
            Endorsement.Kind kind,
            List<Dossier> dossiers,
            LetterGivers.Giver giver,
            String reason,
            Instant now) {
        LocalDate on = government.dateAt(now);
        LetterKind series =
                switch (kind) {
                    case RECOMMENDATION -> LetterKind.RECOMMENDATION;
                    case COVER_LETTER -> LetterKind.COVER_LETTER;
                };
        String number = letters.nextNumber(government.id(), series, on).text();
        Map<String, Object> model = new HashMap<>();
        model.put("kind", kind.name());
        model.put("number", number);
        model.put("date", on);
        model.put("agency", giver.person().agencyName());
        model.put("recipient", recipient(government, on));
        model.put("giver", giver.person());
        model.put("applicants", dossiers.stream().map(Dossier::applicant).toList());
        model.put("type", type(dossiers.getFirst()));
        model.put("uses", uses(dossiers.getFirst()));
        model.put("reason", reason);
        model.put("signatory", signatory(government, giver, now));
        return new Written(number, on, letters.pdf(government.id(), "letter-list", model));
    }

    /** The minute in place of a letter that nobody above the applicant can give. */
    Written minute(
            LocalGovernment government,
            RegulationProfile profile,
            Endorsement.Kind kind,
            Dossier dossier,
            LetterGivers.Giver giver,
            MinuteDesk.Fields fields,
            Instant now) {
        LocalDate on = government.dateAt(now);
        String number =
                letters.nextNumber(government.id(), LetterKind.ENDORSEMENT_MINUTE, on).text();
        Map<String, Object> model = new HashMap<>();
        model.put("number", number);
        model.put("date", on);
        model.put("letter", say("enrollment.letter." + kind));
        model.put("head", giver.person());
        model.put("headTitle", giver.title());
        model.put("applicant", people.get(government.id(), dossier.applicant().person()));
        model.put("type", type(dossier));
        model.put("uses", uses(dossier));
        model.put("decree", fields.decree());
        model.put("decreeOn", LocalDate.parse(fields.decreeOn()));
        model.put("statement", fields.statement());
        model.put("law", profile.title().in(INDONESIAN));
        model.put(
                "clauses",
                profile.clausesOfCommand("enrollment.record-minute").stream()
                        .map(Citation::printedRef)
                        .collect(Collectors.joining(", ")));
        model.put("signatory", signatory(government, giver, now));
        return new Written(number, on, letters.pdf(government.id(), "endorsement-minute", model));
    }

    private String recipient(LocalGovernment government, LocalDate on) {
        AgencyId office = government.raOfficeAgency();
        if (office == null) {
            return say("enrollment.letter.ra-head");
        }
        return people.headshipOf(government.id(), office, on)
                .map(Headship::signatureTitle)
                .or(() -> people.agency(government.id(), office).map(Agency::headPost))
                .orElse(say("enrollment.letter.ra-head"));
    }

    private String numbered(Dossier dossier, Endorsement.Kind kind) {
        return dossier.endorsement(kind)
                .map(letter ->
                        say("enrollment.letter." + kind)
                                + " "
                                + letter.number()
                                + ", "
                                + letter.datedOn()
                                        .format(
                                                DateTimeFormatter.ofPattern(
                                                        "d MMMM uuuu", INDONESIAN)))
                .orElse(say("enrollment.letter." + kind));
    }

    private String given(LocalGovernment government, Instant now) {
        return messages.getMessage(
                "enrollment.letter.given",
                new Object[] {
                    AT.format(now.atZone(government.zone().id())) + " " + government.zone().name()
                },
                INDONESIAN);
    }

    private List<String> uses(Dossier dossier) {
        return dossier.uses().stream()
                .sorted()
                .map(use -> say("enrollment.use." + use.name()))
                .toList();
    }

    /** The type, with the post, organisation or system that it is for. */
    private String type(Dossier dossier) {
        return words.of(dossier, INDONESIAN);
    }

    /** The papers that the type or the applicant's class asks for besides. */
    private Stream<String> further(Particulars particulars) {
        List<String> lines = new ArrayList<>();
        Particulars.PositionClaim position = particulars.position();
        if (position != null) {
            lines.add(say("enrollment.letter.decree", position.decreeNumber()));
            lines.add(say("enrollment.letter.designation", position.designationNumber()));
        }
        Particulars.SystemClaim system = particulars.system();
        if (system != null) {
            system.readRequest()
                    .ifPresent(request ->
                            lines.add(say("enrollment.letter.request", request.keySha256())));
        }
        Particulars.Sponsorship sponsorship = particulars.sponsorship();
        if (sponsorship != null && !sponsorship.policyNumber().isEmpty()) {
            lines.add(say("enrollment.letter.policy", sponsorship.policyNumber()));
        }
        return lines.stream();
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, INDONESIAN);
    }

    /** Acting heads and who signs in a name say by which decree. */
    private Signatory signatory(LocalGovernment government, LetterGivers.Giver giver, Instant now) {
        String given = given(government, now);
        return signatory(
                giver.person(),
                giver.title(),
                GiverRights.isToBeExplained(giver.authority())
                        ? given + ", " + rights.say(giver.authority(), INDONESIAN)
                        : given);
    }

    private static Signatory signatory(Person person, String title, String note) {
        return new Signatory(title, person.displayName(), person.rank(), person.groupedNip(), note);
    }
}
