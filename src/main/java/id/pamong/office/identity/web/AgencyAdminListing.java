package id.pamong.office.identity.web;

import id.pamong.office.identity.AccountRegister;
import id.pamong.office.identity.Role;
import id.pamong.office.identity.RoleEntry;
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

/** Who is, was or will be admin of which agency. */
@Component
class AgencyAdminListing implements Listing<RoleEntry> {
    private final AccountRegister register;
    private final Dates dates;

    AgencyAdminListing(AccountRegister register, Dates dates) {
        this.register = register;
        this.dates = dates;
    }

    @Override
    public String name() {
        return "admin-pd";
    }

    @Override
    public String path() {
        return "/pengelola/admin-pd";
    }

    @Override
    public String command() {
        return "identity.name-agency-admin";
    }

    @Override
    public String titleKey() {
        return "identity.agency-admins.title";
    }

    @Override
    public String emptyKey() {
        return "identity.agency-admins.empty";
    }

    @Override
    public String searchKey() {
        return "identity.search";
    }

    @Override
    public String order() {
        return "-diberikan";
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(
                ListFilter.of(
                        "keadaan",
                        "identity.roles.standing",
                        "identity.roles",
                        new RoleEntry.Standing[] {
                            RoleEntry.Standing.IN_FORCE, RoleEntry.Standing.ENDED
                        }));
    }

    @Override
    public List<ListColumn<RoleEntry>> columns(ListReader reader) {
        LocalDate today = dates.today(reader.government());
        return List.of(
                ListColumn.of("identity.accounts.person", one -> ListCell.text(one.name())),
                ListColumn.of(
                        "identity.agency-admins.agency", one -> ListCell.text(one.ofAgency())),
                ListColumn.of("identity.roles.from", one -> day(one.from())),
                ListColumn.of("identity.roles.until", one -> day(one.until())),
                ListColumn.sorted(
                        "identity.roles.given",
                        "diberikan",
                        one -> ListCell.text(dates.at(one.grantedAt(), reader.government()))),
                ListColumn.of("identity.roles.by", one -> ListCell.text(one.by())),
                ListColumn.of(
                        "identity.roles.standing",
                        one -> ListCell.word("identity.roles." + one.standingOn(today))));
    }

    private ListCell day(@Nullable LocalDate day) {
        return ListCell.text(day == null ? null : dates.on(day));
    }

    @Override
    public List<RoleEntry> rows(ListReader reader, ListQuery query) {
        RoleEntry.@Nullable Standing standing = query.filter("keadaan", RoleEntry.Standing.class);
        return register.roles(
                reader.government().id(),
                new AccountRegister.Wanted(
                        query.text(),
                        Role.AGENCY_ADMIN,
                        query.descending(),
                        query.after(),
                        query.limit()),
                standing == null ? null : standing == RoleEntry.Standing.IN_FORCE);
    }

    @Override
    public UUID id(RoleEntry row) {
        return row.id();
    }
}
