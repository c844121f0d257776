package id.pamong.office.page;

import id.pamong.office.organization.LocalGovernment;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Dates and times as the office writes them: {@code 21 November 2026}, {@code 10.42 WIB}. In
 * templates: {@code ${@dates.on(date)}}, {@code ${@dates.at(instant, government)}}.
 */
@Component("dates")
public class Dates {
    private static final Locale INDONESIAN = Locale.of("id", "ID");

    private final Clock clock;

    Dates(Clock clock) {
        this.clock = clock;
    }

    /** {@code 21 November 2026}. */
    public String on(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", locale()).format(date);
    }

    /** {@code 21 November 2026 10.42 WIB}, by the local government's own time. */
    public String at(Instant instant, LocalGovernment government) {
        return on(government.dateAt(instant)) + " " + time(instant, government);
    }

    /** {@code 21 November 2026}, by the local government's own time. */
    public String on(Instant instant, LocalGovernment government) {
        return on(government.dateAt(instant));
    }

    /** {@code 10.42 WIB}. */
    public String time(Instant instant, LocalGovernment government) {
        return DateTimeFormatter.ofPattern("HH.mm", locale())
                        .format(instant.atZone(government.zone().id()))
                + " "
                + government.zone().name();
    }

    /** Today by the local government's own time. */
    public LocalDate today(LocalGovernment government) {
        return government.dateAt(clock.instant());
    }

    /** When a day begins by the local government's own time; null for none. */
    public @Nullable Instant begin(@Nullable LocalDate day, LocalGovernment government) {
        return day == null ? null : day.atStartOfDay(government.zone().id()).toInstant();
    }

    /** When a day is over by the local government's own time; null for none. */
    public @Nullable Instant end(@Nullable LocalDate day, LocalGovernment government) {
        return day == null ? null : begin(day.plusDays(1), government);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en")
                ? Locale.ENGLISH
                : INDONESIAN;
    }
}
