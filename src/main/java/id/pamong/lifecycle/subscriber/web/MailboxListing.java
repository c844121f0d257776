package id.pamong.lifecycle.subscriber.web;

import id.pamong.lifecycle.subscriber.MailboxList;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListCell;
import id.pamong.office.page.ListColumn;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListQuery;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.Listing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who waits for an official address, and who has not proved the one proposed. */
@Component
class MailboxListing implements Listing<MailboxList.Entry> {
    static final String PART = "bagian";
    private static final String WAITING = "menunggu";
    private static final String PROPOSED = "diusulkan";

    private final MailboxList list;
    private final Dates dates;

    MailboxListing(MailboxList list, Dates dates) {
        this.list = list;
        this.dates = dates;
    }

    static boolean isProposed(String part) {
        return part.equals(PROPOSED);
    }

    @Override
    public String name() {
        return "permintaan-email";
    }

    @Override
    public String path() {
        return "/pengelola/alamat-email";
    }

    @Override
    public String command() {
        return "subscriber.mailbox-list";
    }

    @Override
    public String titleKey() {
        return "subscriber.mailboxes.title";
    }

    @Override
    public String emptyKey() {
        return "subscriber.mailboxes.none";
    }

    @Override
    public String searchKey() {
        return "subscriber.mailboxes.search";
    }

    @Override
    public String order() {
        return "diminta";
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(
                ListFilter.tab(PART, "subscriber.mailboxes.parts", Stream.of(WAITING, PROPOSED)));
    }

    @Override
    public List<ListColumn<MailboxList.Entry>> columns(ListReader reader) {
        return List.of(
                ListColumn.of(
                        "subscriber.mailboxes.code", one -> ListCell.text(one.request().code())),
                ListColumn.of("subscriber.mailboxes.name", one -> ListCell.text(one.name())),
                ListColumn.of("subscriber.mailboxes.agency", one -> ListCell.text(one.agency())),
                ListColumn.sorted(
                        "subscriber.mailboxes.asked-on",
                        "diminta",
                        one -> day(one.request().askedAt(), reader)),
                ListColumn.of(
                        "subscriber.mailboxes.listed-on",
                        one -> day(one.request().listedAt(), reader)),
                ListColumn.of(
                        "subscriber.mailboxes.declined-why",
                        one -> ListCell.text(one.request().declined())),
                ListColumn.of(
                        "subscriber.mailboxes.address-proposed",
                        one -> ListCell.text(one.request().proposed())),
                ListColumn.of(
                        "subscriber.mailboxes.proposed-on",
                        one -> day(one.request().proposedAt(), reader)));
    }

    private ListCell day(@Nullable Instant at, ListReader reader) {
        return ListCell.text(at == null ? null : dates.on(at, reader.government()));
    }

    @Override
    public List<MailboxList.Entry> rows(ListReader reader, ListQuery query) {
        return list.list(
                reader.government().id(),
                new MailboxList.Wanted(
                        query.text(),
                        isProposed(query.filter(PART)),
                        query.descending(),
                        query.after(),
                        query.limit()));
    }

    @Override
    public UUID id(MailboxList.Entry row) {
        return row.request().id();
    }
}
