package id.pamong.office.table;

/**
 * A cell as read.
 *
 * @param text without surrounding spaces; a date as {@code 2026-11-21}, a number without exponent
 * @param kind what the file says it is; everything in a CSV file is text
 */
public record TableCell(String text, Kind kind) {
    /** A cell with nothing in it. */
    public static final TableCell EMPTY = new TableCell("", Kind.TEXT);

    /** What a spreadsheet keeps in a cell. */
    public enum Kind {
        TEXT,
        /** Kept with at most fifteen digits: a longer number has lost its last ones. */
        NUMBER,
        DATE,
        /** {@code #REF!}, {@code #N/A} and the like. */
        ERROR
    }

    static TableCell text(String written) {
        return new TableCell(clean(written), Kind.TEXT);
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** No-break and zero-width spaces go; so does the apostrophe that marks a number as text. */
    private static String clean(String written) {
        String value =
                written.replace('\u00a0', ' ').replace("\u200b", "").replace("\ufeff", "").strip();
        boolean marked =
                value.length() > 1
                        && (value.charAt(0) == '\'' || value.charAt(0) == '\u2019')
                        && (Character.isDigit(value.charAt(1)) || isFormulaSign(value.charAt(1)));
        return marked ? value.substring(1).strip() : value;
    }

    /** With one of these a spreadsheet begins to calculate. */
    static boolean isFormulaSign(char first) {
        return first == '=' || first == '+' || first == '-' || first == '@';
    }

    /** Personal data does not reach logs by way of this. */
    @Override
    public String toString() {
        return kind + "[…]";
    }
}
