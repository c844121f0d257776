package id.pamong.office.letter;

/** A series of numbers in the register of letters; each runs from 1 every year without gaps. */
public enum LetterKind {
    APPLICATION("PMH"),
    RECOMMENDATION("REK"),
    COVER_LETTER("SP"),
    ANSWER("JWB"),
    PRESENCE_MINUTE("BA-HDR"),
    AGREEMENT("PJ"),
    RECEIPT("TT"),
    PAPER_RECEIPT("TTB"),
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
