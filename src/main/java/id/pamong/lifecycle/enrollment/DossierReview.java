package id.pamong.lifecycle.enrollment;

import id.pamong.lifecycle.enrollment.rules.ApplicationCase;
import id.pamong.lifecycle.subscriber.IdentityNumbers;
import id.pamong.lifecycle.subscriber.TimeOfService;
import id.pamong.office.organization.DataUpdates;
import id.pamong.office.organization.LegalAnswers;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.PersonNumbers;
import id.pamong.office.organization.PostHolding;
import id.pamong.office.regulation.ChecklistItem;
import id.pamong.office.regulation.Citation;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleBook;
import id.pamong.office.regulation.RuleResult;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what the rules need and runs them all, by the regulation the case began under. */
@Component
class DossierReview {
    private static final String ASN_SCOPE = "users.asnScope";

    private final Regulations regulations;
    private final LegalAnswers answers;
    private final People people;
    private final LetterGivers givers;
    private final DataUpdates updates;
    private final IdentityNumbers numbers;
    private final TimeOfService service;
    private final ParticularsReview particulars;
    private final CertificateOffers offers;
    private final List<Rule<ApplicationCase>> rules;
    private final ObjectProvider<SubmissionGate> gates;
    private final Clock clock;

    DossierReview(
            Regulations regulations,
            LegalAnswers answers,
            People people,
            LetterGivers givers,
            DataUpdates updates,
            IdentityNumbers numbers,
            TimeOfService service,
            ParticularsReview particulars,
            CertificateOffers offers,
            List<Rule<ApplicationCase>> rules,
            ObjectProvider<SubmissionGate> gates,
            Clock clock) {
        this.regulations = regulations;
        this.answers = answers;
        this.people = people;
        this.givers = givers;
        this.updates = updates;
        this.numbers = numbers;
        this.service = service;
        this.particulars = particulars;
        this.offers = offers;
        this.rules = rules;
        this.gates = gates;
        this.clock = clock;
    }

    /**
     * Every finding of every rule.
     *
     * @param declared whether the truth is declared with this submission
     */
    List<Finding> review(LocalGovernment government, Dossier dossier, boolean declared) {
        return Stream.concat(
                        results(government, dossier, declared).stream()
                                .flatMap(result -> result.findings().stream()),
                        gates.orderedStream()
                                .flatMap(gate ->
                                        gate.findings(government.id(), dossier.id()).stream()))
                .distinct()
                .toList();
    }

    /** What every rule said, also those that found nothing. */
    List<RuleResult> results(LocalGovernment government, Dossier dossier, boolean declared) {
        RegulationProfile profile = regulations.byHash(dossier.regulationHash());
        ApplicantFacts applicant = dossier.applicant();
        PersonNumbers given =
                new PersonNumbers(
                        applicant.employmentClass(),
                        people.revealNik(government.id(), applicant.person()),
                        applicant.nip(),
                        dossier.officialEmail());
        return Stream.of(
                        service.results(profile, government.id(), applicant.person()).stream(),
                        RuleBook.results(
                                profile, rules, gather(government, profile, dossier, declared))
                                .stream(),
                        particulars
                                .results(
                                        government,
                                        profile,
                                        dossier,
                                        government.dateAt(clock.instant()))
                                .stream(),
                        numbers.resultsForApplication(government, profile, given).stream())
                .flatMap(one -> one)
                .map(result -> forType(profile, dossier, result))
                .toList();
    }

    /** An individual application does not cite what is asked of posts and systems. */
    private static RuleResult forType(
            RegulationProfile profile, Dossier dossier, RuleResult result) {
        List<Citation> clauses = profile.forType(dossier.type(), result.clauses());
        return new RuleResult(
                result.rule(),
                clauses,
                result.findings().stream().map(finding -> finding.citing(clauses)).toList());
    }

    private ApplicationCase gather(
            LocalGovernment government,
            RegulationProfile profile,
            Dossier dossier,
            boolean declared) {
        String email = dossier.officialEmail();
        boolean ofAnother =
                email != null
                        && people.byOfficialEmail(government.id(), email)
                                .filter(holder -> !holder.id().equals(person(dossier)))
                                .isPresent();
        return new ApplicationCase(
                person(dossier),
                dossier.applicant().employmentClass(),
                Set.copyOf(profile.setting("users.classes").values()),
                answers.inForce(government.id(), profile, ASN_SCOPE).text(),
                dossier.uses(),
                offers.issuable(government, profile, dossier.type(), kind(dossier)),
                dossier.duties(),
                dossier.purpose(),
                email != null,
                dossier.emailConfirmedAt() != null,
                ofAnother,
                dossier.paper(DossierPaper.IDENTITY_CARD).isPresent(),
                letter(government, profile, dossier, Endorsement.Kind.RECOMMENDATION),
                letter(government, profile, dossier, Endorsement.Kind.COVER_LETTER),
                declared,
                government.dateAt(clock.instant()),
                profile.checklist(dossier.type()).stream()
                        .map(ChecklistItem::item)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private Optional<ApplicationCase.GivenLetter> letter(
            LocalGovernment government,
            RegulationProfile profile,
            Dossier dossier,
            Endorsement.Kind kind) {
        return dossier.endorsement(kind)
                .map(letter -> given(government, profile, dossier, kind, letter));
    }

    private ApplicationCase.GivenLetter given(
            LocalGovernment government,
            RegulationProfile profile,
            Dossier dossier,
            Endorsement.Kind kind,
            Endorsement letter) {
        LocalDate on = letter.datedOn();
        PersonId giver = standing(government, letter.giver());
        LetterGivers.Answer answer = givers.look(government, profile, person(dossier), kind, on);
        Optional<LetterGivers.Giver> right =
                Optional.ofNullable(giver)
                        .flatMap(known ->
                                givers.authorised(
                                        government, profile, person(dossier), kind, on, known));
        Optional<LetterGivers.Giver> expected = right.or(() -> LetterGivers.giver(answer));
        Optional<PostHolding> other =
                giver == null || right.isPresent()
                        ? Optional.empty()
                        : givers.nearest(government, giver, on);
        return new ApplicationCase.GivenLetter(
                giver,
                expected.map(found -> found.person().id()).orElse(null),
                expected.map(found -> found.person().displayName()).orElse(""),
                letter.form() == Endorsement.Form.SCAN,
                on,
                new ApplicationCase.Registered(
                        letter.giverTitle(),
                        right.map(LetterGivers.Giver::title).orElse(""),
                        LetterGivers.vacantPost(answer),
                        other.map(PostHolding::signatureTitle).orElse(""),
                        other.map(PostHolding::from).orElse(null),
                        other.map(PostHolding::until).orElse(null)));
    }

    /** Who stands for the giver since two entries were found to be one person. */
    private @Nullable PersonId standing(LocalGovernment government, @Nullable PersonId giver) {
        return giver == null ? null : updates.standsFor(government.id(), giver).orElse(giver);
    }

    private static @Nullable PositionKind kind(Dossier dossier) {
        Particulars.PositionClaim position = dossier.particulars().position();
        return position == null ? null : position.kind();
    }

    private static PersonId person(Dossier dossier) {
        return dossier.applicant().person();
    }
}
