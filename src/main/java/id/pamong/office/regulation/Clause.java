package id.pamong.office.regulation;

/**
 * A clause of a regulation, told in our own words.
 *
 * @param id normalised id such as {@code MDN-10(3)b}
 * @param printedRef as printed, such as {@code Pasal 10 ayat (3) huruf b}
 * @param summary what it asks, in our own words
 */
public record Clause(String id, String printedRef, ClauseForce force, Words summary) {
    public Citation citation() {
        return new Citation(id, printedRef);
    }
}
