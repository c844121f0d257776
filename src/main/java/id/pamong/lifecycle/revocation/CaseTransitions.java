package id.pamong.lifecycle.revocation;

import static id.pamong.lifecycle.revocation.CaseState.BY_HAND;
import static id.pamong.lifecycle.revocation.CaseState.CONFIRMED;
import static id.pamong.lifecycle.revocation.CaseState.DISMISSED;
import static id.pamong.lifecycle.revocation.CaseState.HELD;
import static id.pamong.lifecycle.revocation.CaseState.LAPSED;
import static id.pamong.lifecycle.revocation.CaseState.NOTICED;
import static id.pamong.lifecycle.revocation.CaseState.OBJECTED;
import static id.pamong.lifecycle.revocation.CaseState.ORDERED;
import static id.pamong.lifecycle.revocation.CaseState.RELEASED;
import static id.pamong.lifecycle.revocation.CaseState.REQUESTED;
import static id.pamong.lifecycle.revocation.CaseState.REVOKED;
import static id.pamong.lifecycle.revocation.CaseTransition.Side.AUTHORITY;
import static id.pamong.lifecycle.revocation.CaseTransition.Side.OWNER;
import static id.pamong.lifecycle.revocation.CaseTransition.Side.PERSONNEL;
import static id.pamong.lifecycle.revocation.CaseTransition.Side.RA_HEAD;
import static id.pamong.lifecycle.revocation.CaseTransition.Side.RA_OFFICER;

import java.util.List;
import java.util.Optional;

/**
 * The whole road of a revocation as one table. A case begins REQUESTED, NOTICED when the
 * registration authority opens it without an emergency, or HELD when a contract is over. The
 * diagram in {@code docs/reference} is made from it.
 */
public final class CaseTransitions {
    public static final List<CaseTransition> TABLE =
            List.of(
                    new CaseTransition(REQUESTED, CaseStep.APPROVE, ORDERED, RA_OFFICER),
                    new CaseTransition(REQUESTED, CaseStep.HOLD, HELD, RA_OFFICER),
                    new CaseTransition(REQUESTED, CaseStep.DISMISS, DISMISSED, RA_OFFICER),
                    new CaseTransition(NOTICED, CaseStep.AGREE, REQUESTED, OWNER),
                    new CaseTransition(NOTICED, CaseStep.REPORT, REQUESTED, OWNER),
                    new CaseTransition(NOTICED, CaseStep.OBJECT, OBJECTED, OWNER),
                    new CaseTransition(NOTICED, CaseStep.APPROVE, ORDERED, RA_OFFICER),
                    new CaseTransition(NOTICED, CaseStep.HOLD, HELD, RA_OFFICER),
                    new CaseTransition(NOTICED, CaseStep.DISMISS, DISMISSED, RA_OFFICER),
                    new CaseTransition(OBJECTED, CaseStep.REPORT, REQUESTED, OWNER),
                    new CaseTransition(OBJECTED, CaseStep.UPHOLD, DISMISSED, RA_HEAD),
                    new CaseTransition(OBJECTED, CaseStep.OVERRULE, REQUESTED, RA_HEAD),
                    new CaseTransition(OBJECTED, CaseStep.EXTENDED, RELEASED, PERSONNEL),
                    new CaseTransition(HELD, CaseStep.REPORT, REQUESTED, OWNER),
                    new CaseTransition(HELD, CaseStep.OBJECT, OBJECTED, OWNER),
                    new CaseTransition(HELD, CaseStep.RELEASE, RELEASED, RA_OFFICER),
                    new CaseTransition(HELD, CaseStep.EXTENDED, RELEASED, PERSONNEL),
                    new CaseTransition(HELD, CaseStep.APPROVE, ORDERED, RA_OFFICER),
                    new CaseTransition(ORDERED, CaseStep.CA_DONE, REVOKED, AUTHORITY),
                    new CaseTransition(ORDERED, CaseStep.CA_OVER, LAPSED, AUTHORITY),
                    new CaseTransition(ORDERED, CaseStep.CA_BY_HAND, BY_HAND, AUTHORITY),
                    new CaseTransition(BY_HAND, CaseStep.CA_DONE, REVOKED, RA_OFFICER),
                    new CaseTransition(REVOKED, CaseStep.SHOWN, CONFIRMED, AUTHORITY));

    private CaseTransitions() {}

    /** Where the step leads from the state, if the table allows it. */
    public static Optional<CaseState> after(CaseState state, CaseStep step) {
        return TABLE.stream()
                .filter(line -> line.from() == state && line.step() == step)
                .map(CaseTransition::to)
                .findFirst();
    }
}
