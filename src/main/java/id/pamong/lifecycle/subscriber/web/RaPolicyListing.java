package id.pamong.lifecycle.subscriber.web;

import id.pamong.lifecycle.subscriber.RaPolicies;
import id.pamong.lifecycle.subscriber.RaPolicy;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListCell;
import id.pamong.office.page.ListColumn;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListQuery;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.Listing;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The register of policies, the latest first. */
@Component
class RaPolicyListing implements Listing<RaPolicy> {
    /** Whether a policy is in force today. */
    enum Force {
        IN_FORCE,
        NOT_IN_FORCE
    }

    private final RaPolicies policies;
    private final Dates dates;

    RaPolicyListing(RaPolicies policies, Dates dates) {
        this.policies = policies;
        this.dates = dates;
    }

    @Override
    public String name() {
        return "kebijakan";
    }

    @Override
    public String path() {
        return "/petugas/kebijakan";
    }

    @Override
    public String command() {
        return "subscriber.policies";
    }

    @Override
    public String titleKey() {
        return "policy.title";
    }

    @Override
    public String emptyKey() {
        return "policy.empty";
    }

    @Override
    public String searchKey() {
        return "policy.search";
    }

    @Override
    public String order() {
        return "-berlaku";
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(ListFilter.of("keadaan", "policy.force", "policy.state", Force.values()));
    }

    @Override
    public List<ListColumn<RaPolicy>> columns(ListReader reader) {
        return List.of(
                ListColumn.of("policy.number", one -> ListCell.text(one.number())),
                ListColumn.of("policy.about", one -> ListCell.text(one.title())),
                ListColumn.of("policy.dated", one -> ListCell.text(dates.on(one.datedOn()))),
                ListColumn.sorted(
                        "policy.from", "berlaku", one -> ListCell.text(dates.on(one.from()))),
                ListColumn.of("policy.until", one -> until(one.until())),
                ListColumn.of(
                        "policy.force",
                        one ->
                                one.isInForceOn(dates.today(reader.government()))
                                        ? ListCell.badge("ok", "policy.in-force")
                                        : ListCell.badge("off", "policy.not-in-force")));
    }

    private ListCell until(@Nullable LocalDate last) {
        return ListCell.text(last == null ? null : dates.on(last));
    }

    @Override
    public List<RaPolicy> rows(ListReader reader, ListQuery query) {
        Force wanted = query.filter("keadaan", Force.class);
        return policies.list(
                reader.government().id(),
                query.text(),
                wanted == null ? null : wanted == Force.IN_FORCE,
                query.descending(),
                query.after(),
                query.limit());
    }

    @Override
    public UUID id(RaPolicy row) {
        return row.id().value();
    }
}
