package id.pamong.office.administration.web;

import id.pamong.office.audit.AuditEntry;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListCell;
import id.pamong.office.page.ListColumn;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListQuery;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.Listing;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The trail: what was done, by which account, on what; it holds internal ids and no names. */
@Component
class TrailListing implements Listing<AuditEntry> {
    private final AuditTrail trail;
    private final Dates dates;

    TrailListing(AuditTrail trail, Dates dates) {
        this.trail = trail;
        this.dates = dates;
    }

    @Override
    public String name() {
        return "jejak";
    }

    @Override
    public String path() {
        return "/pengelola/jejak";
    }

    @Override
    public String command() {
        return "audit.read";
    }

    @Override
    public String titleKey() {
        return "administration.trail.title";
    }

    @Override
    public String emptyKey() {
        return "administration.trail.empty";
    }

    @Override
    public String searchKey() {
        return "administration.trail.search";
    }

    @Override
    public String order() {
        return "-saat";
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(
                ListFilter.of(
                        "perintah",
                        "administration.trail.command",
                        trail.commands(reader.government().id()).stream()
                                .map(one -> new ListFilter.Choice(one, one, false))),
                ListFilter.day("dari", "page.list.from"),
                ListFilter.day("sampai", "page.list.until"));
    }

    @Override
    public List<ListColumn<AuditEntry>> columns(ListReader reader) {
        return List.of(
                ListColumn.sorted(
                        "administration.trail.at",
                        "saat",
                        one -> ListCell.unbroken(dates.at(one.at(), reader.government()))),
                ListColumn.of("administration.trail.command", one -> ListCell.text(one.command())),
                ListColumn.of("administration.trail.outcome", one -> ListCell.text(one.outcome())),
                ListColumn.of("administration.trail.actor", one -> account(reader, one.actor())),
                ListColumn.of("administration.trail.object", one -> object(reader, one)),
                ListColumn.of("administration.trail.sha256", one -> ListCell.text(one.sha256())));
    }

    private static ListCell account(ListReader reader, @Nullable UUID id) {
        return id == null
                ? ListCell.word("administration.trail.system")
                : reader.linkFor("identity.accounts", id.toString(), "/pengelola/akun?cari=" + id);
    }

    /** Where the object can be read, by who may. */
    private static ListCell object(ListReader reader, AuditEntry entry) {
        String text = entry.objectKind() + (entry.object() == null ? "" : " " + entry.object());
        return entry.object() == null
                ? ListCell.text(text)
                : switch (entry.objectKind()) {
                    case "application" ->
                            reader.linkFor(
                                    "registration.view",
                                    text,
                                    "/petugas/permohonan/" + entry.object());
                    case "person" ->
                            reader.linkFor(
                                    "organization.look-up",
                                    text,
                                    "/pengelola/pegawai/" + entry.object());
                    case "certificate" ->
                            reader.linkFor(
                                    "certificate.view", text, "/sertifikat/" + entry.object());
                    case "counter-file" ->
                            reader.linkFor(
                                    "counter.view", text, "/petugas/loket/" + entry.object());
                    default -> ListCell.text(text);
                };
    }

    @Override
    public List<AuditEntry> rows(ListReader reader, ListQuery query) {
        return trail.list(
                reader.government().id(),
                query.filter("perintah"),
                query.text(),
                dates.begin(query.filterDay("dari"), reader.government()),
                dates.end(query.filterDay("sampai"), reader.government()),
                query.after(),
                query.descending(),
                query.limit());
    }

    @Override
    public UUID id(AuditEntry row) {
        return row.id();
    }
}
