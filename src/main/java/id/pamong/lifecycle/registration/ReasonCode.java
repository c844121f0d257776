package id.pamong.lifecycle.registration;

import id.pamong.office.regulation.CertificateType;
import id.pamong.office.regulation.Citation;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.RuleId;
import java.util.List;

/** The short catalogue of reasons to return or reject; statistics count by it (MDN-11(3)). */
public enum ReasonCode {
    /** A paper of the checklist is missing. */
    PAPER_MISSING("registration.refusal-rests-on-check"),
    /** A paper cannot be read. */
    PAPER_UNREADABLE("enrollment.identity-card"),
    /** Name or number on the identity card is not that of the application. */
    IDENTITY_MISMATCH("enrollment.identity-card"),
    /** Number, date or giver of the cover letter or the recommendation is not right. */
    LETTER_INVALID("enrollment.recommendation-by-superior"),
    /** The official e-mail is not the applicant's own or not official. */
    EMAIL_INVALID("enrollment.email-proved"),
    /** Something filled in is not right. */
    ENTRY_INCORRECT("enrollment.truth"),
    /** The applicant is not among those who may use a certificate. */
    NOT_ELIGIBLE("enrollment.class-allowed"),
    /** Anything else; the sentence says what. */
    OTHER("registration.refusal-rests-on-check");

    private final String rule;

    ReasonCode(String rule) {
        this.rule = rule;
    }

    /** The clauses that a refusal for this reason rests on, for a certificate of the type. */
    public List<Citation> clauses(RegulationProfile profile, CertificateType type) {
        return profile.forType(type, profile.clausesOf(RuleId.of(rule)));
    }
}
