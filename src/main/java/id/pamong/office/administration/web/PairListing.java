package id.pamong.office.administration.web;

import id.pamong.office.organization.Duplicates;
import id.pamong.office.organization.PersonPair;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListCell;
import id.pamong.office.page.ListColumn;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListQuery;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.Listing;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The work list of entries that may be one person. */
@Component
class PairListing implements Listing<PersonPair> {
    private final Duplicates duplicates;
    private final Dates dates;
    private final MessageSource messages;

    PairListing(Duplicates duplicates, Dates dates, MessageSource messages) {
        this.duplicates = duplicates;
        this.dates = dates;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "pasangan";
    }

    @Override
    public String path() {
        return "/pengelola/pasangan";
    }

    @Override
    public String command() {
        return "organization.pairs";
    }

    @Override
    public String titleKey() {
        return "administration.pairs.title";
    }

    @Override
    public String emptyKey() {
        return "administration.pairs.empty";
    }

    @Override
    public String searchKey() {
        return "";
    }

    @Override
    public String order() {
        return "-ditemukan";
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(
                ListFilter.of(
                        "keadaan",
                        "administration.pairs.state",
                        "administration.pairs",
                        PersonPair.State.values()));
    }

    @Override
    public List<ListColumn<PersonPair>> columns(ListReader reader) {
        return List.of(
                ListColumn.of(
                        "administration.pairs.names",
                        one ->
                                ListCell.link(
                                        one.oneName() + " – " + one.otherName(),
                                        "/pengelola/pasangan/" + one.id())),
                ListColumn.of("administration.pairs.likeness", this::likeness),
                ListColumn.sorted(
                        "administration.pairs.found",
                        "ditemukan",
                        one -> ListCell.text(dates.on(one.foundAt(), reader.government()))),
                ListColumn.of(
                        "administration.pairs.state",
                        one ->
                                ListCell.badge(
                                        one.state() == PersonPair.State.OPEN ? "wait" : "ok",
                                        "administration.pairs." + one.state())));
    }

    private ListCell likeness(PersonPair pair) {
        Locale locale = LocaleContextHolder.getLocale();
        return ListCell.text(
                pair.likeness().stream()
                        .sorted()
                        .map(one ->
                                messages.getMessage("administration.likeness." + one, null, locale))
                        .collect(Collectors.joining("; ")));
    }

    @Override
    public List<PersonPair> rows(ListReader reader, ListQuery query) {
        return duplicates.list(
                reader.government().id(),
                query.filter("keadaan"),
                query.after(),
                query.descending(),
                query.limit());
    }

    @Override
    public UUID id(PersonPair row) {
        return row.id();
    }
}
