package id.pamong.use.signing.web;

import id.pamong.office.page.Dates;
import id.pamong.office.page.ListCell;
import id.pamong.office.page.ListColumn;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListQuery;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.Listing;
import id.pamong.use.signing.Letter;
import id.pamong.use.signing.Signing;
import id.pamong.use.signing.WaitingLetters;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The reader's own letters. */
@Component
class LetterListing implements Listing<Letter> {
    private final Signing signing;
    private final WaitingLetters waiting;
    private final Dates dates;

    LetterListing(Signing signing, WaitingLetters waiting, Dates dates) {
        this.signing = signing;
        this.waiting = waiting;
        this.dates = dates;
    }

    @Override
    public String name() {
        return "surat";
    }

    @Override
    public String path() {
        return "/tandatangan";
    }

    @Override
    public String command() {
        return "signing.list";
    }

    @Override
    public String titleKey() {
        return "signing.mine";
    }

    @Override
    public String emptyKey() {
        return "signing.empty";
    }

    @Override
    public String searchKey() {
        return "signing.search";
    }

    @Override
    public String order() {
        return "-diunggah";
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
                        "signing.state",
                        Stream.of(
                                new ListFilter.Choice(
                                        "ditandatangani", "signing.state.signed", true),
                                new ListFilter.Choice("draf", "signing.state.draft", true))));
    }

    @Override
    public List<ListColumn<Letter>> columns(ListReader reader) {
        return List.of(
                ListColumn.of("signing.subject", one -> ListCell.text(one.placement().subject())),
                ListColumn.of("signing.number", one -> ListCell.text(one.placement().number())),
                ListColumn.of("signing.file", one -> ListCell.text(one.fileName())),
                ListColumn.sorted(
                        "signing.uploaded",
                        "diunggah",
                        one -> ListCell.text(dates.at(one.createdAt(), reader.government()))),
                ListColumn.of("signing.signed", one -> ListCell.text(signed(one, reader))),
                ListColumn.of("signing.post", one -> ListCell.text(post(one))),
                ListColumn.of("signing.sha256", one -> ListCell.text(sha256(one))),
                ListColumn.of("signing.former-post", one -> former(one, reader)));
    }

    private String signed(Letter letter, ListReader reader) {
        Letter.Signature signature = letter.signature();
        return signature == null ? "" : dates.at(signature.at(), reader.government());
    }

    private ListCell former(Letter letter, ListReader reader) {
        return waiting.underFormerPost(reader.government(), List.of(letter)).isEmpty()
                ? ListCell.text("")
                : ListCell.word("signing.former-post.yes");
    }

    private static String post(Letter letter) {
        Letter.Signature signature = letter.signature();
        return signature == null ? "" : signature.post();
    }

    private static String sha256(Letter letter) {
        Letter.Signature signature = letter.signature();
        return signature == null ? "" : signature.sha256();
    }

    @Override
    public List<Letter> rows(ListReader reader, ListQuery query) {
        String state = query.filter("keadaan");
        return signing.list(
                reader.government().id(),
                reader.person(),
                query.text(),
                state.isEmpty() ? null : state.equals("ditandatangani"),
                query.descending(),
                query.after(),
                query.limit());
    }

    @Override
    public UUID id(Letter row) {
        return row.id().value();
    }
}
