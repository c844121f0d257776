package id.pamong.office.letter;

/**
 * A number of the register of letters, printed as {@code JWB/0007/MDN-OP/2026}.
 *
 * @param sequence from 1 in each year and kind
 */
public record LetterNumber(LetterKind kind, int year, int sequence, String text) {
    @Override
    public String toString() {
        return text;
    }
}
