package id.pamong.lifecycle.registration;

import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RuleResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A case as an officer sees it.
 *
 * @param holder display name of who has it on the desk; empty when nobody has
 * @param holderUntil when that ends by itself, or null
 * @param evidence what the automatic checks say
 * @param objections why the officer may not act at all, now
 * @param notYet why the decision as prepared may not be taken; empty when it may
 * @param decisions all on this application, newest first
 * @param nik in clear for a few minutes after it was asked for, else masked
 */
public record CaseView(
        Dossier dossier,
        Verification verification,
        Place place,
        String holder,
        @Nullable Instant holderUntil,
        List<RuleResult> evidence,
        List<Finding> objections,
        List<Finding> notYet,
        List<RecordedDecision> decisions,
        String nik,
        boolean nikInClear,
        boolean identityVisible) {
    public CaseView {
        evidence = List.copyOf(evidence);
        objections = List.copyOf(objections);
        notYet = List.copyOf(notYet);
        decisions = List.copyOf(decisions);
    }

    /** Where the case lies, as the officer sees it. */
    public enum Place {
        /** On nobody's desk, waiting. */
        FREE,
        /** On the officer's own desk. */
        MINE,
        /** On another officer's desk. */
        OTHERS,
        /** Not to be verified now. */
        ELSEWHERE
    }

    /** What the automatic checks say within a group. */
    public List<RuleResult> evidence(CheckGroup group) {
        return evidence.stream().filter(result -> CheckGroup.of(result.rule()) == group).toList();
    }

    /** The decision that counts for the dossier as it is. */
    public Optional<RecordedDecision> decision() {
        return decisions.stream()
                .filter(decision -> decision.countsFor(dossier.sha256()))
                .findFirst();
    }

    @Override
    public String toString() {
        return "CaseView[" + dossier.id() + " " + place + "]";
    }
}
