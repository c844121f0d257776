package id.pamong.office.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How letters write dates and numbers: always in Indonesian, whatever language the reader of the
 * screen has chosen. In templates {@code words}.
 */
final class LetterWords {
    private static final Locale INDONESIAN = Locale.of("id", "ID");
    private static final String[] UNITS = {
        "nol",
        "satu",
        "dua",
        "tiga",
        "empat",
        "lima",
        "enam",
        "tujuh",
        "delapan",
        "sembilan",
        "sepuluh",
        "sebelas"
    };

    private final ZoneId zone;
    private final String zoneName;

    LetterWords(ZoneId zone, String zoneName) {
        this.zone = zone;
        this.zoneName = zoneName;
    }

    /** {@code 21 November 2026}. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", INDONESIAN).format(date);
    }

    /** {@code 21 November 2026} by the local government's own time. */
    public String date(Instant instant) {
        return date(LocalDate.ofInstant(instant, zone));
    }

    /** {@code Sabtu}. */
    public String day(LocalDate date) {
        return DateTimeFormatter.ofPattern("EEEE", INDONESIAN).format(date);
    }

    /** {@code 21 November 2026 pukul 10.42 WIB}. */
    public String moment(Instant instant) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu 'pukul' HH.mm", INDONESIAN)
                        .format(instant.atZone(zone))
                + " "
                + zoneName;
    }

    /** A number from 0 to 9999 in words: {@code dua ribu dua puluh enam}. */
    public String number(int number) {
        if (number < 12) {
            return UNITS[number];
        }
        if (number < 20) {
            return number(number - 10) + " belas";
        }
        if (number < 100) {
            return join(number(number / 10) + " puluh", number % 10);
        }
        if (number < 200) {
            return join("seratus", number - 100);
        }
        if (number < 1000) {
            return join(number(number / 100) + " ratus", number % 100);
        }
        if (number < 2000) {
            return join("seribu", number - 1000);
        }
        return join(number(number / 1000) + " ribu", number % 1000);
    }

    private String join(String head, int rest) {
        return rest == 0 ? head : head + " " + number(rest);
    }
}
