package id.pamong.lifecycle.renewal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * When who is reminded, as a pure function of the days that are left: the owner at every mark of
 * the setting {@code renew.reminderDays}, the superior from two weeks on, the office in the last
 * week. A mark that was missed is not made up for; only the latest one counts.
 */
record ReminderPlan(List<Integer> marks) {
    static final int SUPERIOR_FROM = 14;
    static final int OFFICE_FROM = 7;

    /** Who is told. */
    enum Audience {
        OWNER,
        SUPERIOR,
        OFFICE,
        /** The owner, by a campaign of the office. */
        CAMPAIGN
    }

    ReminderPlan {
        marks = marks.stream().distinct().sorted().toList();
    }

    static ReminderPlan of(Collection<String> setting) {
        return new ReminderPlan(setting.stream().map(Integer::valueOf).toList());
    }

    /** How many days before the end reminders begin. */
    int horizon() {
        return marks.isEmpty() ? 0 : marks.getLast();
    }

    /** The mark that counts on a day, empty before the first one and after the end. */
    OptionalInt mark(LocalDate today, LocalDate lastDay) {
        long left = ChronoUnit.DAYS.between(today, lastDay);
        return left < 0
                ? OptionalInt.empty()
                : marks.stream().filter(mark -> mark >= left).mapToInt(mark -> mark).findFirst();
    }

    /** Who is told at a mark. */
    static Set<Audience> audiences(int mark) {
        Set<Audience> told = EnumSet.of(Audience.OWNER);
        if (mark <= SUPERIOR_FROM) {
            told.add(Audience.SUPERIOR);
        }
        if (mark <= OFFICE_FROM) {
            told.add(Audience.OFFICE);
        }
        return told;
    }
}
