package id.pamong.lifecycle.enrollment;

/** What moves an application from one state to another. */
public enum Step {
    /** The applicant asks for the recommendation and the cover letter. */
    ASK_LETTERS,
    /** The applicant declares the truth and asks to submit it with the letter given together. */
    CONFIRM,
    /** The applicant declares the truth and submits. */
    SUBMIT,
    /** An officer takes it up. */
    BEGIN_VERIFICATION,
    /** An officer approves. */
    APPROVE,
    /** An officer returns it with reasons. */
    RETURN,
    /** An officer rejects it with reasons. */
    REJECT,
    /** The applicant takes it back to change it; a decision is void. */
    AMEND,
    /** The applicant gives it up. */
    WITHDRAW,
    /** The applicant was identified face to face; the certificate may be taken into use. */
    BEGIN_ACTIVATION,
    /** The presence no longer counts: a sign-in means was changed after it. */
    SUSPEND_ACTIVATION,
    /** The order is recorded and goes to the CA. */
    FORWARD,
    /** The CA refused the order. */
    CA_REFUSE,
    /** The certificate came back and was registered. */
    ISSUE,
    /** The owner signed the receipt. */
    RECEIVE
}
