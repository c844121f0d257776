package id.pamong.lifecycle.subscriber.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The parts of a NIK: region of first registration (6), birth date DDMMYY with 40 added to the day
 * for women (6), serial (4). It stays for life and has no check digit.
 *
 * @param digits sixteen digits
 */
record Nik(String digits) {
    /** The number, if it is sixteen digits. */
    static Optional<Nik> read(String text) {
        return Texts.isDigits(text, 16) ? Optional.of(new Nik(text)) : Optional.empty();
    }

    String province() {
        return digits.substring(0, 2);
    }

    String regency() {
        return digits.substring(2, 4);
    }

    boolean isOfWoman() {
        return number(6, 8) > 40;
    }

    int serial() {
        return number(12, 16);
    }

    /**
     * The birth date in the century that gives an age up to the oldest, the later one if both do.
     */
    Optional<LocalDate> birthDate(LocalDate on, int oldest) {
        int day = number(6, 8) > 40 ? number(6, 8) - 40 : number(6, 8);
        int century = on.getYear() / 100 * 100;
        for (int year = century + number(10, 12); year >= on.getYear() - oldest - 1; year -= 100) {
            try {
                LocalDate date = LocalDate.of(year, number(8, 10), day);
                if (!date.isAfter(on) && !date.plusYears(oldest + 1L).isBefore(on)) {
                    return Optional.of(date);
                }
            } catch (DateTimeException notInThisCentury) {
                // 29 February exists in one century and not in the other.
            }
        }
        return Optional.empty();
    }

    private int number(int from, int to) {
        return Integer.parseInt(digits.substring(from, to));
    }

    @Override
    public String toString() {
        return "Nik[…]";
    }
}
