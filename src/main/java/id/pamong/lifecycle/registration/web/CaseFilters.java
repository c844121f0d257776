package id.pamong.lifecycle.registration.web;

import id.pamong.office.organization.People;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListReader;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the lists of cases are narrowed by alike. */
final class CaseFilters {
    private CaseFilters() {}

    static ListFilter agency(People people, ListReader reader) {
        return ListFilter.of(
                "pd",
                "registration.cases.agency",
                people.agencies(reader.government().id()).stream()
                        .map(one -> new ListFilter.Choice(one.id().toString(), one.name(), false)));
    }

    /** The day as it begins there. */
    static @Nullable Instant begin(ListReader reader, @Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(reader.government().zone().id()).toInstant();
    }

    /** The day after as it begins there. */
    static @Nullable Instant end(ListReader reader, @Nullable LocalDate day) {
        return begin(reader, day == null ? null : day.plusDays(1));
    }
}
