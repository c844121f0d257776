package id.pamong.authority.custody;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What others know of the owner and a passphrase must therefore not be made of.
 *
 * @param names names and titles as written
 * @param numbers NIP, NIK and the like, digits only
 * @param bornOn date of birth, or null where it is not known
 */
public record PassphraseOwner(
        List<String> names, List<String> numbers, @Nullable LocalDate bornOn) {
    public PassphraseOwner {
        names = List.copyOf(names);
        numbers = List.copyOf(numbers);
    }

    /** Nothing is known. */
    public static PassphraseOwner unknown() {
        return new PassphraseOwner(List.of(), List.of(), null);
    }

    @Override
    public String toString() {
        return "PassphraseOwner[REDACTED]";
    }
}
