package id.pamong.lifecycle.enrollment;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.Agency;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.Headship;
import id.pamong.office.organization.LegalAnswers;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.regulation.RegulationProfile;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who gives the recommendation and the cover letter on a day: the direct superior and the head of
 * the agency, and for the head of region, the regional secretary and the heads of agencies whom the
 * regulation's settings name, since the law leaves them out. The secretary and the head of region
 * are found as heads of the agencies whose head bears that title.
 */
@Component
class LetterGivers {
    private static final String SECRETARY_POST = "sekretaris daerah";

    private final People people;
    private final LegalAnswers answers;

    LetterGivers(People people, LegalAnswers answers) {
        this.people = people;
        this.answers = answers;
    }

    /**
     * Who gives a letter.
     *
     * @param title of the post in which it is given, acting or definitive
     */
    record Giver(Person person, String title) {}

    Optional<Giver> expected(
            LocalGovernment government,
            RegulationProfile profile,
            PersonId applicant,
            Endorsement.Kind kind,
            LocalDate on) {
        Person person = people.get(government.id(), applicant);
        String letter =
                switch (kind) {
                    case RECOMMENDATION -> "recommendation";
                    case COVER_LETTER -> "coverLetter";
                };
        String key = letter + ".giver." + row(government, person, on);
        String who = answers.inForce(government.id(), profile, key).text();
        Optional<Person> giver =
                switch (who) {
                    case "SUPERIOR" -> people.superiorOf(government.id(), applicant, on);
                    case "AGENCY_HEAD" -> people.headOf(government.id(), person.agency(), on);
                    case "SECRETARY" -> headWithPost(government, SECRETARY_POST, on);
                    case "HEAD_OF_REGION" -> headWithPost(government, government.headTitle(), on);
                    case String other -> throw new IllegalStateException("no giver " + other);
                };
        return giver.filter(found -> !found.id().equals(applicant))
                .map(found -> new Giver(found, titleOf(government.id(), found, on)));
    }

    private String row(LocalGovernment government, Person person, LocalDate on) {
        if (person.employmentClass() == EmploymentClass.HEAD_OF_REGION
                || person.employmentClass() == EmploymentClass.DEPUTY_HEAD_OF_REGION) {
            return "headOfRegion";
        }
        if (isPerson(headWithPost(government, SECRETARY_POST, on), person)) {
            return "secretary";
        }
        return isPerson(people.headOf(government.id(), person.agency(), on), person)
                ? "agencyHead"
                : "other";
    }

    private static boolean isPerson(Optional<Person> found, Person person) {
        return found.map(Person::id).filter(person.id()::equals).isPresent();
    }

    private Optional<Person> headWithPost(LocalGovernment government, String post, LocalDate on) {
        return people.agencies(government.id()).stream()
                .filter(agency -> bears(agency, post))
                .findFirst()
                .flatMap(agency -> people.headOf(government.id(), agency.id(), on));
    }

    private static boolean bears(Agency agency, String post) {
        return agency.headPost().toLowerCase(Locale.ROOT).startsWith(post.toLowerCase(Locale.ROOT));
    }

    private String titleOf(LocalGovernmentId government, Person giver, LocalDate on) {
        return people.headshipOf(government, giver.agency(), on)
                .filter(headship -> headship.person().equals(giver.id()))
                .map(Headship::signatureTitle)
                .orElse(giver.post());
    }
}
