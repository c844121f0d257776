package id.pamong.lifecycle.renewal.web;

import id.pamong.lifecycle.renewal.ExpiryBoard;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListCell;
import id.pamong.office.page.ListColumn;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListQuery;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.Listing;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Certificates by their end. */
@Component
class BoardListing implements Listing<ExpiryBoard.Line> {
    /** How far ahead the board looks. */
    enum Window {
        D7(7),
        D30(30),
        D60(60),
        D90(90),
        D365(365);

        private final int days;

        Window(int days) {
            this.days = days;
        }

        int days() {
            return days;
        }
    }

    /** Longer than any certificate lasts, in days. */
    private static final int EVERYTHING = 3650;

    private final ExpiryBoard board;
    private final Dates dates;
    private final Clock clock;

    BoardListing(ExpiryBoard board, Dates dates, Clock clock) {
        this.board = board;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "masa-berlaku";
    }

    @Override
    public String path() {
        return "/petugas/masa-berlaku";
    }

    @Override
    public String command() {
        return "renewal.board";
    }

    @Override
    public String titleKey() {
        return "renewal.board.title";
    }

    @Override
    public String emptyKey() {
        return "renewal.board.empty";
    }

    @Override
    public String searchKey() {
        return "renewal.board.search";
    }

    @Override
    public String order() {
        return "sampai";
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(
                ListFilter.of("jangka", "renewal.board.window", "renewal.window", Window.values()));
    }

    @Override
    public List<ListColumn<ExpiryBoard.Line>> columns(ListReader reader) {
        return List.of(
                ListColumn.of(
                        "certificate.register.subject",
                        one -> ListCell.text(one.entry().subject())),
                ListColumn.of(
                        "certificate.register.agency", one -> ListCell.text(one.entry().agency())),
                ListColumn.sorted(
                        "certificate.register.until",
                        "sampai",
                        one ->
                                ListCell.text(
                                        dates.on(one.entry().notAfter(), reader.government()))),
                ListColumn.of(
                        "renewal.board.days",
                        one ->
                                ListCell.text(
                                        String.valueOf(
                                                ChronoUnit.DAYS.between(
                                                        dates.today(reader.government()),
                                                        reader.government()
                                                                .dateAt(one.entry().notAfter()))))),
                ListColumn.of(
                        "renewal.board.reminded",
                        one ->
                                ListCell.text(
                                        one.remindedAt()
                                                .map(at -> dates.on(at, reader.government()))
                                                .orElse("–"))),
                ListColumn.of(
                        "renewal.board.state",
                        one ->
                                one.underWay()
                                        ? ListCell.badge("ok", "renewal.board.under-way")
                                        : ListCell.badge("wait", "renewal.board.not-yet")),
                ListColumn.of(
                        "certificate.register.serial", one -> ListCell.text(one.entry().serial())));
    }

    @Override
    public List<ExpiryBoard.Line> rows(ListReader reader, ListQuery query) {
        int days =
                Arrays.stream(Window.values())
                        .filter(one -> one.name().equals(query.filter("jangka")))
                        .findFirst()
                        .map(Window::days)
                        .orElse(EVERYTHING);
        return board.lines(
                reader.government().id(),
                query.text(),
                clock.instant().plus(Duration.ofDays(days + 1L)),
                query.descending(),
                query.after(),
                query.limit());
    }

    @Override
    public UUID id(ExpiryBoard.Line row) {
        return row.entry().id().value();
    }
}
