package id.pamong.lifecycle.enrollment;

import static id.pamong.lifecycle.enrollment.ApplicationState.ACTIVATION;
import static id.pamong.lifecycle.enrollment.ApplicationState.APPROVED;
import static id.pamong.lifecycle.enrollment.ApplicationState.DRAFT;
import static id.pamong.lifecycle.enrollment.ApplicationState.ENDORSEMENT;
import static id.pamong.lifecycle.enrollment.ApplicationState.FORWARDED;
import static id.pamong.lifecycle.enrollment.ApplicationState.ISSUED;
import static id.pamong.lifecycle.enrollment.ApplicationState.RECEIVED;
import static id.pamong.lifecycle.enrollment.ApplicationState.REJECTED;
import static id.pamong.lifecycle.enrollment.ApplicationState.RETURNED;
import static id.pamong.lifecycle.enrollment.ApplicationState.SUBMITTED;
import static id.pamong.lifecycle.enrollment.ApplicationState.VERIFICATION;
import static id.pamong.lifecycle.enrollment.ApplicationState.WITHDRAWN;
import static id.pamong.lifecycle.enrollment.Transition.Side.APPLICANT;
import static id.pamong.lifecycle.enrollment.Transition.Side.AUTHORITY;
import static id.pamong.lifecycle.enrollment.Transition.Side.RA_OFFICER;

import java.util.List;
import java.util.Optional;

/**
 * The whole road of an application as one table, for a CA that we drive (Disetujui → Aktivasi →
 * Diteruskan ke CA → Terbit → Diterima). The diagram in {@code docs/reference} is made from it.
 */
public final class Transitions {
    public static final List<Transition> TABLE =
            List.of(
                    new Transition(DRAFT, Step.ASK_LETTERS, ENDORSEMENT, APPLICANT),
                    new Transition(DRAFT, Step.CONFIRM, ENDORSEMENT, APPLICANT),
                    new Transition(DRAFT, Step.SUBMIT, SUBMITTED, APPLICANT),
                    new Transition(DRAFT, Step.WITHDRAW, WITHDRAWN, APPLICANT),
                    new Transition(ENDORSEMENT, Step.ASK_LETTERS, ENDORSEMENT, APPLICANT),
                    new Transition(ENDORSEMENT, Step.CONFIRM, ENDORSEMENT, APPLICANT),
                    new Transition(ENDORSEMENT, Step.SUBMIT, SUBMITTED, APPLICANT),
                    new Transition(ENDORSEMENT, Step.WITHDRAW, WITHDRAWN, APPLICANT),
                    new Transition(SUBMITTED, Step.BEGIN_VERIFICATION, VERIFICATION, RA_OFFICER),
                    new Transition(SUBMITTED, Step.AMEND, DRAFT, APPLICANT),
                    new Transition(SUBMITTED, Step.WITHDRAW, WITHDRAWN, APPLICANT),
                    new Transition(VERIFICATION, Step.APPROVE, APPROVED, RA_OFFICER),
                    new Transition(VERIFICATION, Step.RETURN, RETURNED, RA_OFFICER),
                    new Transition(VERIFICATION, Step.REJECT, REJECTED, RA_OFFICER),
                    new Transition(VERIFICATION, Step.AMEND, DRAFT, APPLICANT),
                    new Transition(VERIFICATION, Step.WITHDRAW, WITHDRAWN, APPLICANT),
                    new Transition(RETURNED, Step.ASK_LETTERS, ENDORSEMENT, APPLICANT),
                    new Transition(RETURNED, Step.SUBMIT, SUBMITTED, APPLICANT),
                    new Transition(RETURNED, Step.WITHDRAW, WITHDRAWN, APPLICANT),
                    new Transition(APPROVED, Step.BEGIN_ACTIVATION, ACTIVATION, RA_OFFICER),
                    new Transition(APPROVED, Step.AMEND, DRAFT, APPLICANT),
                    new Transition(APPROVED, Step.WITHDRAW, WITHDRAWN, APPLICANT),
                    new Transition(ACTIVATION, Step.SUSPEND_ACTIVATION, APPROVED, AUTHORITY),
                    new Transition(ACTIVATION, Step.FORWARD, FORWARDED, APPLICANT),
                    new Transition(ACTIVATION, Step.AMEND, DRAFT, APPLICANT),
                    new Transition(ACTIVATION, Step.WITHDRAW, WITHDRAWN, APPLICANT),
                    new Transition(FORWARDED, Step.CA_REFUSE, ACTIVATION, AUTHORITY),
                    new Transition(FORWARDED, Step.ISSUE, ISSUED, AUTHORITY),
                    new Transition(ISSUED, Step.RECEIVE, RECEIVED, APPLICANT));

    private Transitions() {}

    /** Where the step leads from the state, if the table allows it. */
    public static Optional<ApplicationState> after(ApplicationState state, Step step) {
        return TABLE.stream()
                .filter(line -> line.from() == state && line.step() == step)
                .map(Transition::to)
                .findFirst();
    }
}
