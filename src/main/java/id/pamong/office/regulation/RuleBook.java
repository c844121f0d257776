package id.pamong.office.regulation;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Runs rules and adds to each finding the clauses that its regulation binds to the rule. */
public final class RuleBook {
    private static final List<RuleObserver> OBSERVERS =
            ServiceLoader.load(RuleObserver.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private RuleBook() {}

    /** All findings of all rules, in the order of the rules. */
    public static <T> List<Finding> run(
            RegulationProfile profile, List<? extends Rule<T>> rules, T subject) {
        List<Finding> all = new ArrayList<>();
        for (Rule<T> rule : rules) {
            List<Finding> found = rule.check(subject);
            OBSERVERS.forEach(observer -> observer.ran(rule.id(), found));
            List<Citation> clauses = profile.clausesOf(rule.id());
            found.forEach(finding -> all.add(finding.citing(clauses)));
        }
        return List.copyOf(all);
    }
}
