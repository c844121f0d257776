package id.pamong.office.administration.web;

import id.pamong.office.notification.Outbox;
import id.pamong.office.notification.OutboxMail;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListCell;
import id.pamong.office.page.ListColumn;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListQuery;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.Listing;
import java.util.List;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** E-mail on its way; no address in full, no text. */
@Component
class OutboxListing implements Listing<OutboxMail> {
    private final Outbox outbox;
    private final Dates dates;
    private final MessageSource messages;

    OutboxListing(Outbox outbox, Dates dates, MessageSource messages) {
        this.outbox = outbox;
        this.dates = dates;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "kotak-keluar";
    }

    @Override
    public String path() {
        return "/pengelola/kotak-keluar";
    }

    @Override
    public String command() {
        return "notification.outbox";
    }

    @Override
    public String titleKey() {
        return "administration.nav.outbox";
    }

    @Override
    public String emptyKey() {
        return "administration.outbox.empty";
    }

    @Override
    public String searchKey() {
        return "";
    }

    @Override
    public String order() {
        return "-dibuat";
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(
                ListFilter.of(
                        "keadaan",
                        "administration.outbox.state",
                        "administration.mail",
                        OutboxMail.State.values()));
    }

    @Override
    public List<ListColumn<OutboxMail>> columns(ListReader reader) {
        return List.of(
                ListColumn.sorted(
                        "administration.outbox.at",
                        "dibuat",
                        one -> ListCell.text(dates.at(one.createdAt(), reader.government()))),
                ListColumn.of("administration.outbox.to", one -> ListCell.text(one.addressHint())),
                ListColumn.of("administration.outbox.which", one -> ListCell.text(subject(one))),
                ListColumn.of("administration.outbox.state", OutboxListing::state),
                ListColumn.of("administration.outbox.problem", OutboxListing::problem),
                ListColumn.of(
                        "administration.outbox.tries",
                        one -> ListCell.text(Integer.toString(one.attempts()))));
    }

    /** The subject of its kind; what names a person or a case in it is left out. */
    private String subject(OutboxMail mail) {
        String subject =
                messages.getMessage(
                        "notification." + mail.messageKey() + ".subject",
                        null,
                        null,
                        LocaleContextHolder.getLocale());
        return subject == null ? mail.messageKey() : subject.replaceAll("\\{[^}]*}", "…");
    }

    private static ListCell state(OutboxMail mail) {
        String kind =
                switch (mail.state()) {
                    case SENT -> "ok";
                    case FAILED -> "bad";
                    case WAITING -> "wait";
                };
        return ListCell.badge(kind, "administration.mail." + mail.state());
    }

    private static ListCell problem(OutboxMail mail) {
        String problem = mail.problem();
        return problem == null
                ? ListCell.text("")
                : ListCell.word("administration.problem." + problem);
    }

    @Override
    public List<OutboxMail> rows(ListReader reader, ListQuery query) {
        return outbox.list(
                reader.government().id(),
                query.filter("keadaan"),
                query.after(),
                query.descending(),
                query.limit());
    }

    @Override
    public UUID id(OutboxMail row) {
        return row.id();
    }
}
