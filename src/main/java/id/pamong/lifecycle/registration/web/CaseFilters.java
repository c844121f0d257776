package id.pamong.lifecycle.registration.web;

import id.pamong.office.organization.People;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListReader;

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
}
