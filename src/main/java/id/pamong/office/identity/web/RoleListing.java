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
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who was given which role, when, by whom, and whether it counts. */
@Component
class RoleListing implements Listing<RoleEntry> {
    private static final Role[] GIVEN =
            EnumSet.complementOf(EnumSet.of(Role.VISITOR, Role.PERSON)).toArray(Role[]::new);

    private final AccountRegister register;
    private final Dates dates;

    RoleListing(AccountRegister register, Dates dates) {
        this.register = register;
        this.dates = dates;
    }

    @Override
    public String name() {
        return "peran";
    }

    @Override
    public String path() {
        return "/pengelola/peran";
    }

    @Override
    public String command() {
        return "identity.roles";
    }

    @Override
    public String titleKey() {
        return "identity.roles.title";
    }

    @Override
    public String emptyKey() {
        return "identity.roles.empty";
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
                ListFilter.of("peran", "identity.roles.role", "identity.role", GIVEN),
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
                ListColumn.of(
                        "identity.accounts.person",
                        one ->
                                reader.may("identity.grant-role")
                                        ? ListCell.link(
                                                one.name(), "/pengelola/peran/" + one.person())
                                        : reader.linkFor(
                                                "organization.look-up",
                                                one.name(),
                                                "/pengelola/pegawai/" + one.person())),
                ListColumn.of("identity.agency", one -> ListCell.text(one.agency())),
                ListColumn.of(
                        "identity.roles.role", one -> ListCell.word("identity.role." + one.role())),
                ListColumn.of(
                        "identity.roles.basis",
                        one ->
                                ListCell.text(
                                        one.letter().isEmpty() ? one.ofAgency() : one.letter())),
                ListColumn.of("identity.roles.from", one -> ListCell.text(from(one, reader))),
                ListColumn.of("identity.roles.until", one -> ListCell.text(until(one, reader))),
                ListColumn.sorted(
                        "identity.roles.given",
                        "diberikan",
                        one -> ListCell.text(dates.at(one.grantedAt(), reader.government()))),
                ListColumn.of("identity.roles.by", one -> ListCell.text(one.by())),
                ListColumn.of("identity.roles.standing", one -> standing(one, today)));
    }

    private String from(RoleEntry one, ListReader reader) {
        @Nullable LocalDate from = one.from();
        return from == null ? dates.on(one.grantedAt(), reader.government()) : dates.on(from);
    }

    private String until(RoleEntry one, ListReader reader) {
        @Nullable LocalDate until = one.until();
        if (one.withdrawnAt() != null) {
            return dates.on(one.withdrawnAt(), reader.government());
        }
        return until == null ? "" : dates.on(until);
    }

    private static ListCell standing(RoleEntry one, LocalDate today) {
        RoleEntry.Standing standing = one.standingOn(today);
        String kind =
                switch (standing) {
                    case IN_FORCE -> "ok";
                    case AHEAD -> "wait";
                    case ENDED -> "off";
                };
        return ListCell.badge(kind, "identity.roles." + standing);
    }

    @Override
    public List<RoleEntry> rows(ListReader reader, ListQuery query) {
        RoleEntry.@Nullable Standing standing = query.filter("keadaan", RoleEntry.Standing.class);
        return register.roles(
                reader.government().id(),
                new AccountRegister.Wanted(
                        query.text(),
                        query.filter("peran", Role.class),
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
