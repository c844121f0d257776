package id.pamong.office.archive;

/**
 * What a stored file is, and by that which schedule of retention it follows. The periods behind the
 * codes are settings of the office's archive schedule (jadwal retensi arsip).
 */
public enum FileKind {
    /** Scan or photo of the e-KTP (MDN-10(3)d). */
    IDENTITY_CARD("PERSONAL"),
    /** Written application (MDN-10(3)a). */
    APPLICATION_LETTER("APPLICATION"),
    /** Cover letter of the head of the agency (MDN-10(3)a). */
    COVER_LETTER("APPLICATION"),
    /** Recommendation of the superior (MDN-10(3)b). */
    RECOMMENDATION("APPLICATION"),
    /** Decree of appointment or designation of authority (MDN-10(4)c). */
    DECREE("APPLICATION"),
    /** Any other supporting paper (MDN-11(1)). */
    SUPPORTING_PAPER("APPLICATION"),
    /** Receipt for papers handed over at the counter. */
    PAPER_RECEIPT("APPLICATION"),
    /** Scan of a whole file before it is divided into papers (MDN-11(4)). */
    PAPER_SCAN("APPLICATION"),
    /** Answer of the registration authority (MDN-11(2), 11(3)). */
    ANSWER_LETTER("APPLICATION"),
    /** Officer's signature over a decision. */
    DECISION_SIGNATURE("APPLICATION"),
    /** Minute of presence at the counter (MDN-13(4)). */
    PRESENCE_MINUTE("APPLICATION"),
    /** Subscriber agreement (MDN-13(5)). */
    AGREEMENT("CERTIFICATE"),
    /** Terms and statement of key protection (MDN-16(1)). */
    KEY_STATEMENT("CERTIFICATE"),
    /** Receipt for the certificate (MDN-13(6)). */
    RECEIPT("CERTIFICATE"),
    /** Papers of a report of a lost, damaged or inaccessible key (MDN-15(3)). */
    KEY_LOSS("CERTIFICATE"),
    /** Minutes and decrees of the first run (MDN-18, 20(1)). */
    CEREMONY("CEREMONY"),
    /** Notice of a revocation with its reason and the way to object (MDN-15(1)). */
    REVOCATION_NOTICE("CERTIFICATE"),
    /** Policy of the registration authority, such as the one on other parties (CJR-8(1)c). */
    RA_POLICY("CEREMONY"),
    /** Printed sheet or signed list of claim codes. */
    CLAIM_SHEET("ACCOUNT"),
    /** Document waiting to be signed. */
    LETTER_TO_SIGN("DOCUMENT"),
    /** Signed document (MDN-8(2)). */
    SIGNED_LETTER("DOCUMENT"),
    /** Picture of a handwritten signature or of a coat of arms. */
    PICTURE("DOCUMENT");

    private final String retentionCode;

    FileKind(String retentionCode) {
        this.retentionCode = retentionCode;
    }

    /** Code of the line of the archive schedule. */
    public String retentionCode() {
        return retentionCode;
    }
}
