package id.pamong.office.regulation;

import org.jspecify.annotations.Nullable;

/**
 * A clause of a regulation, told in our own words.
 *
 * @param id normalised id such as {@code MDN-10(3)b}
 * @param printedRef as printed, such as {@code Pasal 10 ayat (3) huruf b}
 * @param summary what it asks, in our own words
 * @param printing what is faulty in print and how it is read; null where nothing is
 */
public record Clause(
        String id, String printedRef, ClauseForce force, Words summary, @Nullable Words printing) {
    public Citation citation() {
        return new Citation(id, printedRef);
    }
}
