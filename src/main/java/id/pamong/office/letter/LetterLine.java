package id.pamong.office.letter;

/**
 * A line of a letter's table: what it is, and its value.
 *
 * @param label such as {@code Nomor seri}, or the clause behind a reason
 */
public record LetterLine(String label, String value) {}
