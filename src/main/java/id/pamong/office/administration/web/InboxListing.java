package id.pamong.office.administration.web;

import id.pamong.office.notification.Inbox;
import id.pamong.office.notification.InboxMessage;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListCell;
import id.pamong.office.page.ListColumn;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListQuery;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.Listing;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the reader was told. */
@Component
class InboxListing implements Listing<InboxMessage> {
    private final Inbox inbox;
    private final Dates dates;

    InboxListing(Inbox inbox, Dates dates) {
        this.inbox = inbox;
        this.dates = dates;
    }

    @Override
    public String name() {
        return "kotak-masuk";
    }

    @Override
    public String path() {
        return "/kotak-masuk";
    }

    @Override
    public String command() {
        return "notification.inbox";
    }

    @Override
    public String titleKey() {
        return "administration.nav.inbox";
    }

    @Override
    public String emptyKey() {
        return "administration.inbox.empty";
    }

    @Override
    public String searchKey() {
        return "";
    }

    @Override
    public String order() {
        return "-saat";
    }

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(
                ListFilter.of(
                        "keadaan",
                        "administration.inbox.state",
                        Stream.of(
                                new ListFilter.Choice("baru", "administration.inbox.unread", true),
                                new ListFilter.Choice(
                                        "dibaca", "administration.inbox.read", true))));
    }

    @Override
    public List<ListColumn<InboxMessage>> columns(ListReader reader) {
        return List.of(
                ListColumn.sorted(
                        "administration.inbox.at",
                        "saat",
                        one -> ListCell.text(dates.at(one.createdAt(), reader.government()))),
                ListColumn.of("administration.inbox.subject", one -> ListCell.text(one.subject())),
                ListColumn.of(
                        "administration.inbox.text",
                        one -> ListCell.text(String.join(" ", one.paragraphs()))),
                ListColumn.of(
                        "administration.inbox.state",
                        one ->
                                ListCell.word(
                                        one.readAt() == null
                                                ? "administration.inbox.unread"
                                                : "administration.inbox.read")));
    }

    @Override
    public List<InboxMessage> rows(ListReader reader, ListQuery query) {
        String state = query.filter("keadaan");
        return inbox.list(
                reader.government().id(),
                reader.person(),
                LocaleContextHolder.getLocale(),
                state.isEmpty() ? null : state.equals("dibaca"),
                query.descending(),
                query.after(),
                query.limit());
    }

    @Override
    public UUID id(InboxMessage row) {
        return row.id();
    }
}
