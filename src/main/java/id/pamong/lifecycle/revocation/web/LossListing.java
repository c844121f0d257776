package id.pamong.lifecycle.revocation.web;

import id.pamong.lifecycle.revocation.loss.LossPapers;
import id.pamong.lifecycle.revocation.loss.LossReport;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListCell;
import id.pamong.office.page.ListColumn;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListQuery;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.Listing;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The reports as the registration authority reads them; what is late shows red. */
@Component
class LossListing implements Listing<LossReport> {
    private final LossPapers papers;
    private final People people;
    private final Dates dates;

    LossListing(LossPapers papers, People people, Dates dates) {
        this.papers = papers;
        this.people = people;
        this.dates = dates;
    }

    @Override
    public String name() {
        return "laporan-kunci";
    }

    @Override
    public String path() {
        return "/petugas/laporan-kunci";
    }

    @Override
    public String command() {
        return "revocation.list-losses";
    }

    @Override
    public String titleKey() {
        return "keyloss.list.title";
    }

    @Override
    public String emptyKey() {
        return "keyloss.list.empty";
    }

    @Override
    public String searchKey() {
        return "keyloss.list.search";
    }

    @Override
    public String order() {
        return "-dilaporkan";
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of();
    }

    @Override
    public List<ListColumn<LossReport>> columns(ListReader reader) {
        return List.of(
                ListColumn.of(
                        "keyloss.list.number",
                        one -> ListCell.link(one.number(), "/laporan-kunci/" + one.id())),
                ListColumn.of(
                        "keyloss.list.owner",
                        one ->
                                ListCell.text(
                                        people.byId(reader.government().id(), one.person())
                                                .map(Person::displayName)
                                                .orElse(""))),
                ListColumn.of(
                        "keyloss.list.kind", one -> ListCell.word("keyloss.kind." + one.kind())),
                ListColumn.of(
                        "keyloss.list.channel",
                        one -> ListCell.word("keyloss.channel." + one.channel())),
                ListColumn.sorted(
                        "keyloss.list.reported",
                        "dilaporkan",
                        one -> ListCell.text(dates.at(one.reportedAt(), reader.government()))),
                ListColumn.of("keyloss.list.due", one -> ListCell.text(dates.on(one.papersDue()))),
                ListColumn.of(
                        "keyloss.list.papers",
                        one -> {
                            if (one.isComplete()) {
                                return ListCell.badge("ok", "keyloss.papers.complete");
                            }
                            return one.isOverdueOn(dates.today(reader.government()))
                                    ? ListCell.badge("bad", "keyloss.papers.late")
                                    : ListCell.badge("wait", "keyloss.papers.missing");
                        }));
    }

    @Override
    public List<LossReport> rows(ListReader reader, ListQuery query) {
        return papers.list(
                reader.government().id(),
                query.text(),
                query.descending(),
                query.after(),
                query.limit());
    }

    @Override
    public UUID id(LossReport row) {
        return row.id().value();
    }
}
