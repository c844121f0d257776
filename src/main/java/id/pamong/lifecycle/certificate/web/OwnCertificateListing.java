package id.pamong.lifecycle.certificate.web;

import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisterEntry;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListCell;
import id.pamong.office.page.ListColumn;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListQuery;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.Listing;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The reader's own certificates. */
@Component
class OwnCertificateListing implements Listing<RegisteredCertificate> {
    private final Certificates certificates;
    private final Dates dates;
    private final Clock clock;

    OwnCertificateListing(Certificates certificates, Dates dates, Clock clock) {
        this.certificates = certificates;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sertifikat";
    }

    @Override
    public String path() {
        return "/sertifikat";
    }

    @Override
    public String command() {
        return "certificate.list";
    }

    @Override
    public String titleKey() {
        return "certificate.list.title";
    }

    @Override
    public String emptyKey() {
        return "certificate.list.empty";
    }

    @Override
    public String searchKey() {
        return "";
    }

    @Override
    public String order() {
        return "-terdaftar";
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
                        "certificate.register.state",
                        "certificate.register",
                        RegisterEntry.Validity.values()));
    }

    @Override
    public List<ListColumn<RegisteredCertificate>> columns(ListReader reader) {
        return List.of(
                ListColumn.of(
                        "certificate.profile",
                        one -> ListCell.word("certificate.profile." + one.profile())),
                ListColumn.of("certificate.register.subject", one -> ListCell.text(one.subject())),
                ListColumn.of("certificate.register.serial", one -> ListCell.text(one.serial())),
                ListColumn.of("certificate.register.issuer", one -> ListCell.text(one.issuer())),
                ListColumn.sorted(
                        "certificate.register.registered",
                        "terdaftar",
                        one -> ListCell.text(dates.on(one.registeredAt(), reader.government()))),
                ListColumn.of(
                        "certificate.register.until",
                        one -> ListCell.text(dates.on(one.notAfter(), reader.government()))),
                ListColumn.of(
                        "certificate.register.state",
                        one ->
                                ListCell.word(
                                        one.isUsableAt(clock.instant())
                                                ? "certificate.state.usable"
                                                : one.isExpiredAt(clock.instant())
                                                        ? "certificate.state.expired"
                                                        : "certificate.state.revoked")));
    }

    @Override
    public List<RegisteredCertificate> rows(ListReader reader, ListQuery query) {
        return certificates.ownPage(
                reader.government().id(),
                reader.person(),
                query.filter("keadaan", RegisterEntry.Validity.class),
                query.descending(),
                query.after(),
                query.limit());
    }

    @Override
    public UUID id(RegisteredCertificate row) {
        return row.id().value();
    }
}
