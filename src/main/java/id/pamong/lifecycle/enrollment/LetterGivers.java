package id.pamong.lifecycle.enrollment;

import id.pamong.office.organization.Agency;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.HeadshipKind;
import id.pamong.office.organization.LegalAnswers;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.Post;
import id.pamong.office.organization.PostHolding;
import id.pamong.office.organization.PostRole;
import id.pamong.office.organization.Posts;
import id.pamong.office.organization.SigningCapacity;
import id.pamong.office.organization.Superiors;
import id.pamong.office.organization.Superiors.Superior;
import id.pamong.office.regulation.RegulationProfile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who gives the recommendation and the cover letter on a day: the direct superior and the head of
 * the agency, and for the head of region, the regional secretary and the heads of agencies whom the
 * regulation's settings name, since the law leaves them out. Whoever acts on the day counts. Nobody
 * gives their own letter: then the next one up does.
 */
@Component
class LetterGivers {
    private final People people;
    private final Posts posts;
    private final Superiors superiors;
    private final LegalAnswers answers;

    LetterGivers(People people, Posts posts, Superiors superiors, LegalAnswers answers) {
        this.people = people;
        this.posts = posts;
        this.superiors = superiors;
        this.answers = answers;
    }

    /**
     * Who gives a letter.
     *
     * @param title of the post in which it is given, acting or definitive
     */
    record Giver(Person person, String title, GiverAuthority authority) {
        /** Whether no letter is given, but a minute recorded in its place. */
        boolean recordsMinute() {
            return authority.basis() == GiverAuthority.Basis.RA_MINUTE;
        }
    }

    /** What the register says of a day. */
    sealed interface Answer {
        record By(Giver giver) implements Answer {}

        /**
         * Nobody holds the post then.
         *
         * @param post its title, empty when none is on record
         */
        record Nobody(String post) implements Answer {}
    }

    Optional<Giver> expected(
            LocalGovernment government,
            RegulationProfile profile,
            PersonId applicant,
            Endorsement.Kind kind,
            LocalDate on) {
        return giver(look(government, profile, applicant, kind, on));
    }

    static Optional<Giver> giver(Answer answer) {
        return switch (answer) {
            case Answer.By(Giver giver) -> Optional.of(giver);
            case Answer.Nobody(String post) -> Optional.empty();
        };
    }

    static String vacantPost(Answer answer) {
        return switch (answer) {
            case Answer.By(Giver giver) -> "";
            case Answer.Nobody(String post) -> post;
        };
    }

    Answer look(
            LocalGovernment government,
            RegulationProfile profile,
            PersonId applicant,
            Endorsement.Kind kind,
            LocalDate on) {
        Person person = people.get(government.id(), applicant);
        Day day = new Day(government, person, on);
        return switch (who(profile, kind, day)) {
            case SUPERIOR -> superior(day);
            case AGENCY_HEAD -> agencyHead(day, Optional.of(person.agency()));
            case SECRETARY -> secretary(day);
            case HEAD_OF_REGION -> headOfRegion(day);
            case RA_MINUTE -> headOfRegistrationAuthority(day);
            case MANDATE -> throw new IllegalStateException("a mandate is nobody's own right");
        };
    }

    /**
     * The right by which this person may give the letter on a day: as the one who is to, or in that
     * one's name (a.n., u.b.).
     */
    Optional<Giver> authorised(
            LocalGovernment government,
            RegulationProfile profile,
            PersonId applicant,
            Endorsement.Kind kind,
            LocalDate on,
            PersonId giver) {
        if (giver.equals(applicant)) {
            return Optional.empty();
        }
        Optional<Giver> expected = expected(government, profile, applicant, kind, on);
        if (expected.filter(own -> own.person().id().equals(giver)).isPresent()) {
            return expected;
        }
        Optional<PostHolding> of = holding(government, profile, applicant, kind, on);
        return of.flatMap(held ->
                posts.capacities(government.id(), giver, on).stream()
                        .filter(SigningCapacity.Mandated.class::isInstance)
                        .map(SigningCapacity.Mandated.class::cast)
                        .filter(one -> one.mandate().ofPost().id().equals(held.post().id()))
                        .findFirst()
                        .map(one -> mandated(government, giver, one)));
    }

    /** People who have ever held a post from which this letter could come, and the superior. */
    List<PersonId> known(LocalGovernment government, PersonId applicant, LocalDate on) {
        Person person = people.get(government.id(), applicant);
        List<Post> relevant = new ArrayList<>();
        Optional<AgencyId> at = Optional.of(person.agency());
        while (at.isPresent()) {
            posts.leading(government.id(), at.get()).ifPresent(relevant::add);
            at = parent(government, at.get());
        }
        posts.ofRole(government.id(), PostRole.SECRETARY).ifPresent(relevant::add);
        posts.ofRole(government.id(), PostRole.HEAD_OF_REGION).ifPresent(relevant::add);
        List<PersonId> mandated =
                posts.mandates(government.id()).stream()
                        .filter(one ->
                                relevant.stream()
                                        .anyMatch(post -> post.id().equals(one.ofPost().id())))
                        .map(one -> one.toPost())
                        .flatMap(post -> posts.history(government.id(), post.id()).stream())
                        .map(PostHolding::person)
                        .toList();
        return Stream.of(
                        relevant.stream()
                                .flatMap(post -> posts.history(government.id(), post.id()).stream())
                                .map(PostHolding::person),
                        mandated.stream(),
                        people.superiorOf(government.id(), applicant, on).map(Person::id).stream(),
                        people.superiorOf(government.id(), applicant, on).stream()
                                .flatMap(superior ->
                                        posts.heldBy(government.id(), superior.id(), on).stream())
                                .flatMap(held ->
                                        posts.history(government.id(), held.post().id()).stream())
                                .map(PostHolding::person))
                .flatMap(stream -> stream)
                .distinct()
                .toList();
    }

    /** The holding of a person nearest to a day on which they held nothing of weight. */
    Optional<PostHolding> nearest(LocalGovernment government, PersonId person, LocalDate on) {
        return posts.everHeldBy(government.id(), person).stream()
                .filter(held -> !held.isHeldOn(on))
                .min(
                        java.util.Comparator.comparingLong(held -> {
                            LocalDate until = held.until();
                            LocalDate edge =
                                    held.from().isAfter(on) || until == null ? held.from() : until;
                            return Math.abs(java.time.temporal.ChronoUnit.DAYS.between(edge, on));
                        }));
    }

    /** Everything a question about a day needs. */
    private record Day(LocalGovernment government, Person applicant, LocalDate on) {
        boolean isApplicant(PostHolding held) {
            return held.person().equals(applicant.id());
        }
    }

    private GiverAuthority.Basis who(RegulationProfile profile, Endorsement.Kind kind, Day day) {
        String letter =
                switch (kind) {
                    case RECOMMENDATION -> "recommendation";
                    case COVER_LETTER -> "coverLetter";
                };
        String key = letter + ".giver." + row(day);
        return GiverAuthority.Basis.valueOf(
                answers.inForce(day.government().id(), profile, key).text());
    }

    /** The applicant's row of the table, by the post held in the own right. */
    private String row(Day day) {
        EmploymentClass as = day.applicant().employmentClass();
        if (as == EmploymentClass.HEAD_OF_REGION || as == EmploymentClass.DEPUTY_HEAD_OF_REGION) {
            return "headOfRegion";
        }
        List<Post> own =
                posts.heldBy(day.government().id(), day.applicant().id(), day.on()).stream()
                        .filter(held ->
                                held.kind() == HeadshipKind.DEFINITIVE
                                        || held.kind() == HeadshipKind.PJ)
                        .map(PostHolding::post)
                        .toList();
        if (has(own, PostRole.HEAD_OF_REGION) || has(own, PostRole.DEPUTY_HEAD_OF_REGION)) {
            return "headOfRegion";
        }
        if (has(own, PostRole.SECRETARY)) {
            return "secretary";
        }
        return own.stream()
                        .filter(Post::leads)
                        .flatMap(post -> Optional.ofNullable(post.agency()).stream())
                        .anyMatch(agency -> parent(day.government(), agency).isEmpty())
                ? "agencyHead"
                : "other";
    }

    private static boolean has(List<Post> posts, PostRole role) {
        return posts.stream().anyMatch(post -> post.role() == role);
    }

    private Answer superior(Day day) {
        return switch (superiors.of(
                day.government().id(), day.applicant().id(), day.applicant().agency(), day.on())) {
            case Superior.ByPost(PostHolding held) -> by(day, held, GiverAuthority.Basis.SUPERIOR);
            case Superior.ByLine(PersonId superior, LocalDate since) -> byLine(day, superior);
            case Superior.Vacant(Post post) -> new Answer.Nobody(post.title());
            case Superior.Unknown() -> secretary(day);
        };
    }

    /** By the post held on the day, if any; the line alone gives no days of its own. */
    private Answer byLine(Day day, PersonId superior) {
        Person person = people.get(day.government().id(), superior);
        SigningCapacity as =
                posts.capacities(day.government().id(), superior, day.on()).stream()
                        .filter(one -> !(one instanceof SigningCapacity.Mandated))
                        .findFirst()
                        .orElse(new SigningCapacity.OwnPost(person.post()));
        return switch (as) {
            case SigningCapacity.Held(PostHolding held) ->
                    by(day, held, GiverAuthority.Basis.SUPERIOR);
            case SigningCapacity.OwnPost own -> byLine(person, own.text());
            case SigningCapacity.Mandated mandated -> byLine(person, person.post());
        };
    }

    private static Answer byLine(Person person, String title) {
        return new Answer.By(
                new Giver(
                        person,
                        title,
                        new GiverAuthority(
                                GiverAuthority.Basis.SUPERIOR, title, null, "", null, null)));
    }

    private Answer agencyHead(Day day, Optional<AgencyId> agency) {
        if (agency.isEmpty()) {
            return secretary(day);
        }
        Optional<Post> post = posts.leading(day.government().id(), agency.get());
        return post.map(found ->
                        exercising(
                                day,
                                found,
                                GiverAuthority.Basis.AGENCY_HEAD,
                                () -> agencyHead(day, parent(day.government(), agency.get()))))
                .orElseGet(() -> new Answer.Nobody(""));
    }

    private Answer secretary(Day day) {
        return posts.ofRole(day.government().id(), PostRole.SECRETARY)
                .map(post ->
                        exercising(
                                day, post, GiverAuthority.Basis.SECRETARY, () -> headOfRegion(day)))
                .orElseGet(() -> new Answer.Nobody(""));
    }

    /** Who heads the registration authority on the day. */
    private Answer headOfRegistrationAuthority(Day day) {
        return Optional.ofNullable(day.government().raOfficeAgency())
                .flatMap(office -> posts.leading(day.government().id(), office))
                .map(post ->
                        exercising(day, post, GiverAuthority.Basis.RA_MINUTE, () -> secretary(day)))
                .orElseGet(() -> new Answer.Nobody(""));
    }

    /** At the top: another who holds it on the day, else the deputy. */
    private Answer headOfRegion(Day day) {
        Optional<Post> post = posts.ofRole(day.government().id(), PostRole.HEAD_OF_REGION);
        Optional<Post> deputy = posts.ofRole(day.government().id(), PostRole.DEPUTY_HEAD_OF_REGION);
        List<PostHolding> holders =
                post.map(found -> posts.holders(day.government().id(), found.id(), day.on()))
                        .orElse(List.of());
        Optional<PostHolding> instead =
                holders.stream().anyMatch(day::isApplicant)
                        ? deputy.stream()
                                .flatMap(found ->
                                        posts
                                                .holders(
                                                        day.government().id(), found.id(), day.on())
                                                .stream())
                                .filter(held -> !day.isApplicant(held))
                                .findFirst()
                        : Optional.empty();
        return holders.stream()
                .filter(held -> !day.isApplicant(held))
                .findFirst()
                .or(() -> instead)
                .map(held -> by(day, held, GiverAuthority.Basis.HEAD_OF_REGION))
                .orElseGet(() -> new Answer.Nobody(post.map(Post::title).orElse("")));
    }

    private Answer exercising(
            Day day,
            Post post,
            GiverAuthority.Basis basis,
            java.util.function.Supplier<Answer> nextUp) {
        Optional<PostHolding> held = posts.exercising(day.government().id(), post.id(), day.on());
        if (held.isEmpty()) {
            return new Answer.Nobody(post.title());
        }
        return day.isApplicant(held.get()) ? nextUp.get() : by(day, held.get(), basis);
    }

    private Answer by(Day day, PostHolding held, GiverAuthority.Basis basis) {
        return new Answer.By(
                new Giver(
                        people.get(day.government().id(), held.person()),
                        held.signatureTitle(),
                        new GiverAuthority(
                                basis,
                                held.signatureTitle(),
                                held.kind(),
                                held.decree(),
                                held.from(),
                                held.until())));
    }

    private Giver mandated(
            LocalGovernment government, PersonId giver, SigningCapacity.Mandated one) {
        return new Giver(
                people.get(government.id(), giver),
                one.text(),
                new GiverAuthority(
                        GiverAuthority.Basis.MANDATE,
                        one.text(),
                        one.by().kind(),
                        one.mandate().decree(),
                        one.mandate().from(),
                        one.mandate().until()));
    }

    /** The holding by which the one who is to give the letter does so. */
    private Optional<PostHolding> holding(
            LocalGovernment government,
            RegulationProfile profile,
            PersonId applicant,
            Endorsement.Kind kind,
            LocalDate on) {
        return expected(government, profile, applicant, kind, on)
                .flatMap(giver ->
                        posts.heldBy(government.id(), giver.person().id(), on).stream()
                                .filter(held -> held.signatureTitle().equals(giver.title()))
                                .findFirst());
    }

    private Optional<AgencyId> parent(LocalGovernment government, AgencyId agency) {
        return people.agency(government.id(), agency).map(Agency::parent);
    }
}
