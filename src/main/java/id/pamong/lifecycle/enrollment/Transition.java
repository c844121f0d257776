package id.pamong.lifecycle.enrollment;

/** A line of the table: in this state, this step leads there, and this side takes it. */
public record Transition(ApplicationState from, Step step, ApplicationState to, Side side) {
    /** Who takes a step. */
    public enum Side {
        APPLICANT,
        RA_OFFICER,
        AUTHORITY
    }
}
