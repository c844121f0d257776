package id.pamong.lifecycle.subscriber.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * The parts of a NIP: birth date (8), year and month of appointment (6), sex 1 or 2, serial (3); of
 * an NI PPPK: birth date (8), year (4), code from 20 on (2), sex, serial.
 *
 * @param digits eighteen digits
 */
record Nip(String digits) {
    /** The number, if it is eighteen digits. */
    static Optional<Nip> read(String text) {
        return Texts.isDigits(text, 18) ? Optional.of(new Nip(text)) : Optional.empty();
    }

    Optional<LocalDate> birthDate() {
        try {
            return Optional.of(LocalDate.of(number(0, 4), number(4, 6), number(6, 8)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Digits 13-14: the month of appointment of a PNS, from 20 on a code of PPPK. */
    int monthOrCode() {
        return number(12, 14);
    }

    boolean looksLikePns() {
        return monthOrCode() >= 1 && monthOrCode() <= 12;
    }

    boolean looksLikePppk() {
        return monthOrCode() >= 20;
    }

    /** First day on which the appointment can have begun. */
    YearMonth appointment() {
        return YearMonth.of(number(8, 12), looksLikePns() ? monthOrCode() : 12);
    }

    int sex() {
        return number(14, 15);
    }

    int serial() {
        return number(15, 18);
    }

    private int number(int from, int to) {
        return Integer.parseInt(digits.substring(from, to));
    }

    @Override
    public String toString() {
        return "Nip[…]";
    }
}
