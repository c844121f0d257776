package id.pamong.office.organization;

import java.time.LocalDate;

/**
 * The end of someone's service for the local government (berhenti bertugas); after its last day no
 * certificate of the person may be used.
 *
 * @param decree number of the decision or of the official letter that says it
 * @param reason in a sentence, without numbers of persons
 */
public record ServiceEnd(
        Kind kind, LocalDate lastDay, String decree, LocalDate decreeOn, String reason) {

    /** Why somebody serves no longer. */
    public enum Kind {
        RETIREMENT,
        DEATH,
        DISMISSAL,
        MOVED_AWAY
    }
}
