package id.pamong.office.regulation;

import java.util.List;

/**
 * What one rule said of one subject; without findings it is evidence that the rule was kept.
 *
 * @param clauses that the rule serves
 */
public record RuleResult(RuleId rule, List<Citation> clauses, List<Finding> findings) {
    public RuleResult {
        clauses = List.copyOf(clauses);
        findings = List.copyOf(findings);
    }

    /** Whether nothing of it stands in the way. */
    public boolean isKept() {
        return findings.stream().noneMatch(Finding::isBlocking);
    }
}
