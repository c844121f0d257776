package id.pamong.office.organization;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By what a person is compared with another. Held in memory while two are compared, never kept.
 *
 * @param nameKey see {@link WrittenName#key}
 * @param nik sixteen digits
 * @param nip eighteen digits, or null
 */
record Identity(String nameKey, String nik, @Nullable String nip) {

    /** Everything that makes one suspect that the two are one person; empty when nothing does. */
    Set<Likeness> likenessTo(Identity other) {
        Set<Likeness> found = EnumSet.noneOf(Likeness.class);
        boolean alike = WrittenName.isAlike(nameKey, other.nameKey);
        if (!alike) {
            return found;
        }
        if (Typing.isOneDigitOff(nik, other.nik)) {
            found.add(Likeness.NIK_ONE_OFF);
        }
        if (nip != null && other.nip != null && Typing.isOneDigitOff(nip, other.nip)) {
            found.add(Likeness.NIP_ONE_OFF);
        }
        if (born().isPresent() && born().equals(other.born())) {
            found.add(Likeness.NAME_AND_BIRTH);
        }
        return found;
    }

    /** By the NIP, else by the NIK. */
    Optional<LocalDate> born() {
        return bornByNip(nip).or(() -> bornByNik(nik));
    }

    static Optional<LocalDate> bornByNip(@Nullable String nip) {
        return nip == null || nip.length() != 18
                ? Optional.empty()
                : date(nip.substring(0, 4), nip.substring(4, 6), nip.substring(6, 8));
    }

    /** Digits 7 to 12 are day, month and year of birth; forty is added to the day of a woman. */
    static Optional<LocalDate> bornByNik(String nik) {
        if (!nik.matches("[0-9]{16}")) {
            return Optional.empty();
        }
        int day = Integer.parseInt(nik.substring(6, 8));
        int year = Integer.parseInt(nik.substring(10, 12));
        return date(
                Integer.toString(year + (year < 20 ? 2000 : 1900)),
                nik.substring(8, 10),
                Integer.toString(day > 40 ? day - 40 : day));
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(year),
                            Integer.parseInt(month),
                            Integer.parseInt(day)));
        } catch (DateTimeException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** Personal data does not reach logs by way of this. */
    @Override
    public String toString() {
        return "Identity[…]";
    }
}
