package id.pamong.office.regulation;

/**
 * A clause of a regulation.
 *
 * @param id normalised id such as {@code MDN-10(3)b}
 * @param printedRef as printed, such as {@code Pasal 10 ayat (3) huruf b}
 */
public record Citation(String id, String printedRef) {}
