package id.pamong.office.regulation;

import java.util.List;

/**
 * Sees each rule that ran, under which regulation, and what it found; found by {@link
 * java.util.ServiceLoader}. The conformity matrix is built from what was seen.
 */
public interface RuleObserver {
    void ran(RegulationProfile profile, RuleId rule, List<Finding> findings);
}
