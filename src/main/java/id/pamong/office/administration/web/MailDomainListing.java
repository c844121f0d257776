package id.pamong.office.administration.web;

import id.pamong.office.organization.MailDomains;
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

/** Every change of the domains of official e-mail with its legal ground. */
@Component
class MailDomainListing implements Listing<MailDomains.Change> {
    private final MailDomains domains;
    private final Dates dates;

    MailDomainListing(MailDomains domains, Dates dates) {
        this.domains = domains;
        this.dates = dates;
    }

    @Override
    public String name() {
        return "perubahan-domain";
    }

    @Override
    public String path() {
        return "/pengelola/domain-email";
    }

    @Override
    public String command() {
        return "organization.mail-domains";
    }

    @Override
    public String titleKey() {
        return "administration.domains.history";
    }

    @Override
    public String emptyKey() {
        return "administration.domains.never";
    }

    @Override
    public String searchKey() {
        return "administration.domains.search";
    }

    @Override
    public String order() {
        return "-saat";
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(
                ListFilter.day("dari", "page.list.from"),
                ListFilter.day("sampai", "page.list.until"));
    }

    @Override
    public List<ListColumn<MailDomains.Change>> columns(ListReader reader) {
        return List.of(
                ListColumn.sorted(
                        "administration.domains.at",
                        "saat",
                        one -> ListCell.unbroken(dates.at(one.at(), reader.government()))),
                ListColumn.of(
                        "administration.domains.before",
                        one -> ListCell.text(String.join(", ", one.before()))),
                ListColumn.of(
                        "administration.domains.after",
                        one -> ListCell.text(String.join(", ", one.after()))),
                ListColumn.of("administration.domains.reason", one -> ListCell.text(one.reason())));
    }

    @Override
    public List<MailDomains.Change> rows(ListReader reader, ListQuery query) {
        return domains.changes(
                reader.government().id(),
                new MailDomains.Wanted(
                        query.text(),
                        dates.begin(query.filterDay("dari"), reader.government()),
                        dates.end(query.filterDay("sampai"), reader.government()),
                        query.descending(),
                        query.after(),
                        query.limit()));
    }

    @Override
    public UUID id(MailDomains.Change row) {
        return row.id();
    }
}
