package id.pamong.lifecycle.revocation;

/** What moves a revocation case from one state to another. */
public enum CaseStep {
    /** Someone asks for the revocation; an officer is to decide. */
    OPEN,
    /** An officer tells the owner the reason, who may object. */
    NOTIFY,
    /** The owner agrees. */
    AGREE,
    /** The owner reports the key lost, damaged or inaccessible while a case is open. */
    REPORT,
    /** The owner objects. */
    OBJECT,
    /** The head of the RA office finds the objection right. */
    UPHOLD,
    /** The head of the RA office finds it wrong. */
    OVERRULE,
    /** An officer holds the certificate. */
    HOLD,
    /** An officer lifts the hold. */
    RELEASE,
    /** The contract that was over runs on; the hold is lifted with its entry. */
    EXTENDED,
    /** An officer decides to revoke. */
    APPROVE,
    /** An officer decides not to revoke. */
    DISMISS,
    /** The authority has no program for it: an officer works in its portal. */
    CA_BY_HAND,
    /** The authority has revoked it. */
    CA_DONE,
    /** The authority says that the certificate is over anyway. */
    CA_OVER,
    /** OCSP and CRL both show it. */
    SHOWN
}
