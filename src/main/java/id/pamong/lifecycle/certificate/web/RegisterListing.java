package id.pamong.lifecycle.certificate.web;

import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisterEntry;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListCell;
import id.pamong.office.page.ListColumn;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListQuery;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.Listing;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The register of certificates as the registration authority reads it. */
@Component
class RegisterListing implements Listing<RegisterEntry> {
    private final Certificates certificates;
    private final Dates dates;
    private final Clock clock;

    RegisterListing(Certificates certificates, Dates dates, Clock clock) {
        this.certificates = certificates;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "daftar-sertifikat";
    }

    @Override
    public String path() {
        return "/petugas/sertifikat";
    }

    @Override
    public String command() {
        return "certificate.register";
    }

    @Override
    public String titleKey() {
        return "certificate.register.title";
    }

    @Override
    public String emptyKey() {
        return "certificate.register.empty";
    }

    @Override
    public String searchKey() {
        return "certificate.register.search";
    }

    @Override
    public String order() {
        return "-terdaftar";
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(
                ListFilter.of(
                        "keadaan",
                        "certificate.register.state",
                        "certificate.register",
                        RegisterEntry.Validity.values()));
    }

    @Override
    public List<ListColumn<RegisterEntry>> columns(ListReader reader) {
        return List.of(
                ListColumn.of(
                        "certificate.register.subject",
                        one ->
                                reader.linkFor(
                                        "certificate.view",
                                        one.subject(),
                                        "/sertifikat/" + one.id())),
                ListColumn.of("certificate.register.post", one -> ListCell.text(one.post())),
                ListColumn.of("certificate.register.agency", one -> ListCell.text(one.agency())),
                ListColumn.of("certificate.register.serial", one -> ListCell.text(one.serial())),
                ListColumn.of("certificate.register.issuer", one -> ListCell.text(one.issuer())),
                ListColumn.sorted(
                        "certificate.register.registered",
                        "terdaftar",
                        one -> ListCell.text(dates.on(one.registeredAt(), reader.government()))),
                ListColumn.sorted(
                        "certificate.register.until",
                        "sampai",
                        one -> ListCell.text(dates.on(one.notAfter(), reader.government()))),
                ListColumn.of("certificate.register.state", this::state));
    }

    private ListCell state(RegisterEntry entry) {
        RegisterEntry.Validity validity = entry.validityAt(clock.instant());
        String kind =
                switch (validity) {
                    case IN_FORCE -> "ok";
                    case EXPIRED -> "off";
                    case BLOCKED, REVOKED -> "bad";
                };
        return ListCell.badge(kind, "certificate.register." + validity);
    }

    @Override
    public List<RegisterEntry> rows(ListReader reader, ListQuery query) {
        return certificates.register(
                reader.government().id(),
                query.text(),
                Arrays.stream(RegisterEntry.Validity.values())
                        .filter(one -> one.name().equals(query.filter("keadaan")))
                        .findFirst()
                        .orElse(null),
                query.sort().equals("sampai"),
                query.descending(),
                query.after(),
                query.limit());
    }

    @Override
    public UUID id(RegisterEntry row) {
        return row.id().value();
    }
}
