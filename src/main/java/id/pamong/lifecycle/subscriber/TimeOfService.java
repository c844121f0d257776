package id.pamong.lifecycle.subscriber;

import id.pamong.lifecycle.subscriber.rules.Service;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.Contracts;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleBook;
import id.pamong.office.regulation.RuleResult;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether somebody serves the local government today; asked wherever a certificate is at stake. */
@Component
public class TimeOfService {
    private final People people;
    private final Contracts contracts;
    private final LocalGovernments governments;
    private final Regulations regulations;
    private final List<Rule<Service>> rules;

    TimeOfService(
            People people,
            Contracts contracts,
            LocalGovernments governments,
            Regulations regulations,
            List<Rule<Service>> rules) {
        this.people = people;
        this.contracts = contracts;
        this.governments = governments;
        this.regulations = regulations;
        this.rules = List.copyOf(rules);
    }

    /**
     * What every rule says, by a regulation; somebody unknown, or whose contract is over, does not
     * serve.
     */
    public List<RuleResult> results(
            RegulationProfile profile, LocalGovernmentId government, PersonId person) {
        boolean active =
                people.byId(government, person).filter(Person::inService).isPresent()
                        && !contracts.isOver(government, person);
        return RuleBook.results(profile, rules, new Service(active));
    }

    /** What forbids it, by the regulation in force; empty for who serves today. */
    public List<Finding> objections(LocalGovernmentId government, PersonId person) {
        RegulationProfile profile = regulations.profile(governments.get(government).regulationId());
        return results(profile, government, person).stream()
                .flatMap(result -> result.findings().stream())
                .toList();
    }
}
