package id.pamong.office.identity.web;

import id.pamong.office.identity.AccountEntry;
import id.pamong.office.identity.AccountRegister;
import id.pamong.office.identity.Role;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListCell;
import id.pamong.office.page.ListColumn;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListQuery;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.Listing;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The accounts: whose, since when, with which means of sign-in and roles. Holds no address. */
@Component
class AccountListing implements Listing<AccountEntry> {
    private static final Role[] GIVEN =
            EnumSet.complementOf(EnumSet.of(Role.VISITOR, Role.PERSON)).toArray(Role[]::new);

    private final AccountRegister register;
    private final Dates dates;
    private final MessageSource messages;

    AccountListing(AccountRegister register, Dates dates, MessageSource messages) {
        this.register = register;
        this.dates = dates;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "akun";
    }

    @Override
    public String path() {
        return "/pengelola/akun";
    }

    @Override
    public String command() {
        return "identity.accounts";
    }

    @Override
    public String titleKey() {
        return "identity.accounts.title";
    }

    @Override
    public String emptyKey() {
        return "identity.accounts.empty";
    }

    @Override
    public String searchKey() {
        return "identity.accounts.search";
    }

    @Override
    public String order() {
        return "-diklaim";
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(
                ListFilter.of("peran", "identity.roles.role", "identity.role", GIVEN),
                ListFilter.of(
                        "faktor",
                        "identity.accounts.factor",
                        Stream.of(
                                new ListFilter.Choice("ada", "identity.accounts.with", true),
                                new ListFilter.Choice(
                                        "tiada", "identity.accounts.without", true))));
    }

    @Override
    public List<ListColumn<AccountEntry>> columns(ListReader reader) {
        return List.of(
                ListColumn.of(
                        "identity.accounts.person",
                        one ->
                                reader.linkFor(
                                        "organization.look-up",
                                        one.name(),
                                        "/pengelola/pegawai/" + one.person())),
                ListColumn.of("identity.agency", one -> ListCell.text(one.agency())),
                ListColumn.of("identity.roles.held", one -> ListCell.text(roles(one))),
                ListColumn.of(
                        "identity.accounts.factor",
                        one ->
                                one.hasFactor()
                                        ? ListCell.badge("ok", "identity.accounts.with")
                                        : ListCell.badge("off", "identity.accounts.without")),
                ListColumn.of(
                        "identity.accounts.passkeys",
                        one -> ListCell.text(Integer.toString(one.passkeys()))),
                ListColumn.sorted(
                        "identity.accounts.claimed",
                        "diklaim",
                        one -> ListCell.text(dates.at(one.claimedAt(), reader.government()))),
                ListColumn.of(
                        "identity.accounts.changed",
                        one -> ListCell.text(dates.at(one.meansChangedAt(), reader.government()))));
    }

    private String roles(AccountEntry one) {
        return one.roles().stream()
                .sorted()
                .map(role ->
                        messages.getMessage(
                                "identity.role." + role, null, LocaleContextHolder.getLocale()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public List<AccountEntry> rows(ListReader reader, ListQuery query) {
        return register.accounts(
                reader.government().id(),
                new AccountRegister.Wanted(
                        query.text(),
                        query.filter("peran", Role.class),
                        query.descending(),
                        query.after(),
                        query.limit()),
                query.filter("faktor").isEmpty() ? null : query.filter("faktor").equals("ada"));
    }

    @Override
    public UUID id(AccountEntry row) {
        return row.id();
    }
}
