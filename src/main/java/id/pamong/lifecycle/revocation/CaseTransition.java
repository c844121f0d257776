package id.pamong.lifecycle.revocation;

/** A line of {@link CaseTransitions}: who may take which step from which state. */
public record CaseTransition(CaseState from, CaseStep step, CaseState to, Side side) {
    /** Whose step it is. */
    public enum Side {
        OWNER,
        RA_OFFICER,
        RA_HEAD,
        /** A fact that the personnel office has entered, taken by the program. */
        PERSONNEL,
        /** The certification authority's answer, taken by the program. */
        AUTHORITY
    }
}
