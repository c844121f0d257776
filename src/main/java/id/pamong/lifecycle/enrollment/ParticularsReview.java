package id.pamong.lifecycle.enrollment;

import id.pamong.authority.gateway.CertificationRequest;
import id.pamong.lifecycle.enrollment.rules.ApplicationCase;
import id.pamong.lifecycle.enrollment.rules.ParticularsCase;
import id.pamong.lifecycle.subscriber.RaPolicies;
import id.pamong.office.organization.Agency;
import id.pamong.office.organization.ElectronicSystem;
import id.pamong.office.organization.ElectronicSystems;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Posts;
import id.pamong.office.regulation.ChecklistItem;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleBook;
import id.pamong.office.regulation.RuleId;
import id.pamong.office.regulation.RuleResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what the registers know of an application's claims and runs the rules on them. */
@Component
class ParticularsReview {
    private final ElectronicSystems systems;
    private final RaPolicies policies;
    private final People people;
    private final Posts posts;
    private final ParticularsRows rows;
    private final ObjectProvider<KnownKeys> knownKeys;
    private final List<Rule<ParticularsCase>> rules;

    ParticularsReview(
            ElectronicSystems systems,
            RaPolicies policies,
            People people,
            Posts posts,
            ParticularsRows rows,
            ObjectProvider<KnownKeys> knownKeys,
            List<Rule<ParticularsCase>> rules) {
        this.systems = systems;
        this.policies = policies;
        this.people = people;
        this.posts = posts;
        this.rows = rows;
        this.knownKeys = knownKeys;
        this.rules = List.copyOf(rules);
    }

    List<RuleResult> results(
            LocalGovernment government, RegulationProfile profile, Dossier dossier, LocalDate on) {
        Set<String> listed =
                profile.checklist(dossier.type()).stream()
                        .map(ChecklistItem::item)
                        .collect(Collectors.toUnmodifiableSet());
        return RuleBook.results(profile, rules, gather(government, profile, dossier, on)).stream()
                .filter(result -> isAsked(result.rule(), listed))
                .toList();
    }

    /** Papers that the regulation does not list are not asked for. */
    private static boolean isAsked(RuleId rule, Set<String> listed) {
        String name = rule.value();
        return (!name.startsWith("enrollment.decree")
                        || listed.contains(DossierPaper.APPOINTMENT_DECREE))
                && (!name.startsWith("enrollment.designation")
                        || listed.contains(DossierPaper.AUTHORITY_DESIGNATION));
    }

    private ParticularsCase gather(
            LocalGovernment government, RegulationProfile profile, Dossier dossier, LocalDate on) {
        Particulars claimed = dossier.particulars();
        EmploymentClass is = dossier.applicant().employmentClass();
        Optional<CertificationRequest> request =
                Optional.ofNullable(claimed.system()).flatMap(Particulars.SystemClaim::readRequest);
        return new ParticularsCase(
                dossier.type(),
                dossier.uses(),
                is == EmploymentClass.OTHER
                        && profile.setting("users.otherNeedsPolicy").flag()
                        && profile.setting("users.classes")
                                .values()
                                .contains(ApplicationCase.nameInSettings(is)),
                dossier.applicant().person(),
                dossier.applicant().agency(),
                claimed,
                dossier.paper(DossierPaper.APPOINTMENT_DECREE).isPresent(),
                dossier.paper(DossierPaper.AUTHORITY_DESIGNATION).isPresent(),
                claimed.position() == null ? List.of() : posts(government, dossier),
                Stream.concat(
                                Stream.of(government.name()),
                                people.agencies(government.id()).stream().map(Agency::name))
                        .toList(),
                registered(government, claimed),
                request,
                request.filter(sent -> isKeyUsed(government, dossier, sent)).isPresent(),
                Optional.ofNullable(claimed.sponsorship())
                        .map(Particulars.Sponsorship::policy)
                        .flatMap(policy -> policies.find(government.id(), policy)),
                on);
    }

    private List<ParticularsCase.DatedPost> posts(LocalGovernment government, Dossier dossier) {
        return posts.everHeldBy(government.id(), dossier.applicant().person()).stream()
                .map(held ->
                        new ParticularsCase.DatedPost(
                                held.signatureTitle(), held.from(), held.until()))
                .toList();
    }

    private Optional<ElectronicSystem> registered(LocalGovernment government, Particulars claimed) {
        return Optional.ofNullable(claimed.system())
                .map(Particulars.SystemClaim::system)
                .flatMap(system -> systems.find(government.id(), system));
    }

    /** A certificate that this very application led to does not count against it. */
    private boolean isKeyUsed(
            LocalGovernment government, Dossier dossier, CertificationRequest request) {
        boolean issued =
                dossier.state() == ApplicationState.ISSUED
                        || dossier.state() == ApplicationState.RECEIVED;
        return (!issued
                        && knownKeys.stream()
                                .anyMatch(
                                        keys -> keys.isKnown(government.id(), request.keySha256())))
                || rows.isKeyClaimed(dossier.id(), request.keySha256());
    }
}
