package id.pamong.office.letter;

/** A series of numbers in the register of letters; each runs from 1 every year without gaps. */
public enum LetterKind {
    APPLICATION("PMH"),
    RECOMMENDATION("REK"),
    COVER_LETTER("SP"),
    ANSWER("JWB"),
    PRESENCE_MINUTE("BA-HDR"),
    AGREEMENT("PJ"),
    /** In place of a letter that nobody above the applicant can give. */
    ENDORSEMENT_MINUTE("BA-SRT"),
    RECEIPT("TT"),
    PAPER_RECEIPT("TTB"),
    REVOCATION("CBT"),
    /** Why a certificate is to be revoked, and how its owner may object. */
    REVOCATION_NOTICE("PBT"),
    KEY_LOSS("LHK"),
    LOSS_STATEMENT("SPK"),
    /** Of the destruction of a key whose certificate ended. */
    KEY_DESTRUCTION("PMK"),
    CEREMONY_MINUTE("BA-UP");

    private final String code;

    LetterKind(String code) {
        this.code = code;
    }

    /** Short code inside the printed number. */
    public String code() {
        return code;
    }
}
