package id.pamong.office.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A leave as it is entered; {@link Absences#enter} says what is wrong with it. */
public record NewAbsence(
        PersonId person,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable PersonId deputy,
        String letter) {}
