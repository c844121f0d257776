package id.pamong.lifecycle.registration;

import id.pamong.lifecycle.enrollment.ApplicantFacts;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.ApplicationSummary;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.enrollment.Particulars;
import id.pamong.lifecycle.registration.rules.VerificationCase;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.identity.Accounts;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.regulation.Regulations;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleBook;
import id.pamong.office.regulation.RuleResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the automatic checks say of a dossier today: the applicant's rules and the RA's own. */
@Component
class Evidence {
    private final Enrollment enrollment;
    private final People people;
    private final Accounts accounts;
    private final Regulations regulations;
    private final List<Rule<VerificationCase>> rules;

    Evidence(
            Enrollment enrollment,
            People people,
            Accounts accounts,
            Regulations regulations,
            List<Rule<VerificationCase>> rules) {
        this.enrollment = enrollment;
        this.people = people;
        this.accounts = accounts;
        this.regulations = regulations;
        this.rules = List.copyOf(rules);
    }

    List<RuleResult> of(LocalGovernmentId government, Dossier dossier) {
        return Stream.concat(
                        enrollment.preChecks(government, dossier.id()).stream(),
                        RuleBook.results(
                                regulations.byHash(dossier.regulationHash()),
                                rules,
                                gather(government, dossier))
                                .stream())
                .toList();
    }

    private VerificationCase gather(LocalGovernmentId government, Dossier dossier) {
        Person today = people.get(government, dossier.applicant().person());
        boolean means =
                accounts.accountOf(government, today.id())
                        .flatMap(account -> accounts.lastMeansChange(government, account))
                        .isPresent();
        boolean email =
                dossier.officialEmail() == null
                        || (today.hasConfirmedEmail()
                                && dossier.officialEmail().equals(today.officialEmail()));
        List<String> earlier =
                enrollment.ofPerson(government, today.id()).stream()
                        .filter(other -> !other.id().equals(dossier.id()))
                        .filter(other -> other.type() == dossier.type())
                        .filter(other ->
                                other.state() == ApplicationState.ISSUED
                                        || other.state() == ApplicationState.RECEIVED)
                        .filter(other ->
                                isForTheSame(dossier, enrollment.dossier(government, other.id())))
                        .map(ApplicationSummary::number)
                        .toList();
        return new VerificationCase(means, email, changes(dossier.applicant(), today), earlier);
    }

    /** A person may hold certificates for several posts and systems, but one for each. */
    private static boolean isForTheSame(Dossier one, Dossier other) {
        Particulars.PositionClaim position = one.particulars().position();
        Particulars.SystemClaim system = one.particulars().system();
        if (position != null) {
            Particulars.PositionClaim before = other.particulars().position();
            return before != null
                    && before.kind() == position.kind()
                    && before.name().equalsIgnoreCase(position.name());
        }
        if (system != null) {
            Particulars.SystemClaim before = other.particulars().system();
            return before != null
                    && Objects.equals(before.system(), system.system())
                    && one.uses().equals(other.uses());
        }
        return true;
    }

    private static List<String> changes(ApplicantFacts then, Person today) {
        List<String> changes = new ArrayList<>();
        if (!then.agency().equals(today.agency())) {
            changes.add(today.agencyName());
        }
        if (!then.post().equals(today.post())) {
            changes.add(today.post());
        }
        if (then.employmentClass() != today.employmentClass()) {
            changes.add(today.employmentClass().name());
        }
        if (!then.displayName().equals(today.displayName())) {
            changes.add(today.displayName());
        }
        return changes;
    }
}
