package id.pamong.lifecycle.destruction.web;

import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.destruction.KeyEnd;
import id.pamong.lifecycle.destruction.KeyEnds;
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

/** Ended keys as the registration authority reads them; what is late shows red. */
@Component
class KeyEndListing implements Listing<KeyEnd> {
    /** Which of them are shown. */
    enum Show {
        AWAITED
    }

    private final KeyEnds ends;
    private final Certificates certificates;
    private final Dates dates;

    KeyEndListing(KeyEnds ends, Certificates certificates, Dates dates) {
        this.ends = ends;
        this.certificates = certificates;
        this.dates = dates;
    }

    @Override
    public String name() {
        return "pemusnahan-kunci";
    }

    @Override
    public String path() {
        return "/petugas/pemusnahan";
    }

    @Override
    public String command() {
        return "key-end.list";
    }

    @Override
    public String titleKey() {
        return "destruction.list.title";
    }

    @Override
    public String emptyKey() {
        return "destruction.list.empty";
    }

    @Override
    public String searchKey() {
        return "";
    }

    @Override
    public String order() {
        return "-berakhir";
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(
                ListFilter.of(
                        "keadaan", "destruction.list.state", "destruction.show", Show.values()));
    }

    @Override
    public List<ListColumn<KeyEnd>> columns(ListReader reader) {
        return List.of(
                ListColumn.of(
                        "destruction.list.owner",
                        one ->
                                ListCell.link(
                                        of(reader, one).subject(),
                                        "/sertifikat/" + one.certificate())),
                ListColumn.of(
                        "destruction.list.custody",
                        one -> ListCell.word("destruction.custody." + of(reader, one).custody())),
                ListColumn.sorted(
                        "destruction.list.ended",
                        "berakhir",
                        one -> ListCell.text(dates.on(one.endedAt(), reader.government()))),
                ListColumn.of(
                        "destruction.list.due",
                        one -> ListCell.text(one.dueOn() == null ? "–" : dates.on(one.dueOn()))),
                ListColumn.of("destruction.list.state", one -> state(reader, one)),
                ListColumn.of(
                        "destruction.list.statement",
                        one -> {
                            KeyEnd.Done done = one.done();
                            return done == null
                                    ? ListCell.text("–")
                                    : ListCell.link(
                                            done.number(),
                                            "/sertifikat/" + one.certificate() + "/pemusnahan.pdf");
                        }));
    }

    private ListCell state(ListReader reader, KeyEnd one) {
        KeyEnd.Done done = one.done();
        if (done != null) {
            return ListCell.badge("ok", "destruction.done." + done.by());
        }
        if (one.dueOn() == null) {
            return ListCell.badge("off", "destruction.kept");
        }
        return one.isOverdueOn(dates.today(reader.government()))
                ? ListCell.badge("bad", "destruction.late")
                : ListCell.badge("wait", "destruction.awaited");
    }

    private RegisteredCertificate of(ListReader reader, KeyEnd one) {
        return certificates.byId(reader.government().id(), one.certificate()).orElseThrow();
    }

    @Override
    public List<KeyEnd> rows(ListReader reader, ListQuery query) {
        return ends.list(
                reader.government().id(),
                Show.AWAITED.name().equals(query.filter("keadaan")),
                query.descending(),
                query.after(),
                query.limit());
    }

    @Override
    public UUID id(KeyEnd row) {
        return row.certificate().value();
    }
}
