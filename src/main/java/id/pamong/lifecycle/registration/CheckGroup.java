package id.pamong.lifecycle.registration;

import id.pamong.office.regulation.RuleId;

/** The four things that the registration authority verifies (MDN-11(1), CJR-12(1)). */
public enum CheckGroup {
    /** Permohonan tertulis, with the cover letter of the head of the agency. */
    WRITTEN_APPLICATION(false),
    /** Identitas pemohon. */
    IDENTITY(false),
    /** Rekomendasi atasan. */
    RECOMMENDATION(true),
    /** Data pendukung lainnya: official e-mail, class, earlier certificates. */
    OTHER_DATA(true);

    private final boolean mayNotApply;

    CheckGroup(boolean mayNotApply) {
        this.mayNotApply = mayNotApply;
    }

    /** Whether "not applicable" is an answer; an application and an identity there always are. */
    public boolean mayNotApply() {
        return mayNotApply;
    }

    /** The group in which what a rule found is evidence. */
    public static CheckGroup of(RuleId rule) {
        String name = rule.toString();
        if (name.startsWith("subscriber.nik")
                || name.startsWith("subscriber.nip")
                || name.equals("enrollment.identity-card")) {
            return IDENTITY;
        }
        if (name.startsWith("enrollment.recommendation")
                || name.equals("enrollment.giver-is-not-applicant")
                || name.equals("enrollment.letter-dates")) {
            return RECOMMENDATION;
        }
        if (name.startsWith("enrollment.cover-letter")
                || name.equals("enrollment.uses")
                || name.equals("enrollment.use-of-type")
                || name.equals("enrollment.duty")
                || name.equals("enrollment.truth")) {
            return WRITTEN_APPLICATION;
        }
        return OTHER_DATA;
    }
}
