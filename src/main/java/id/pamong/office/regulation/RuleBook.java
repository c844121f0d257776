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
        return results(profile, rules, subject).stream()
                .flatMap(result -> result.findings().stream())
                .toList();
    }

    /** What each rule said, in the order of the rules; also those that found nothing. */
    public static <T> List<RuleResult> results(
            RegulationProfile profile, List<? extends Rule<T>> rules, T subject) {
        List<RuleResult> all = new ArrayList<>();
        for (Rule<T> rule : rules) {
            List<Finding> found = rule.check(subject);
            OBSERVERS.forEach(observer -> observer.ran(profile, rule.id(), found));
            List<Citation> clauses = profile.clausesOf(rule.id());
            all.add(
                    new RuleResult(
                            rule.id(),
                            clauses,
                            found.stream().map(finding -> finding.citing(clauses)).toList()));
        }
        return List.copyOf(all);
    }
}
