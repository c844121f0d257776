package id.pamong.office.identity.web;

import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Auditors;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Role;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SearchSeals;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Accounts and roles. Administrators, mail administrators and auditors are named here; officers of
 * the registration authority only by their appointment, admins of agencies on their own page.
 */
@Controller
class RoleController {
    private static final int SHOWN = 20;
    private static final List<Role> GIVEN_HERE =
            List.of(Role.ADMINISTRATOR, Role.MAIL_ADMINISTRATOR);
    private static final String GRANT = "identity.grant-role";
    private static final String NAME_AUDITOR = "identity.name-auditor";
    private static final String PERSON = "/{government}/pengelola/peran/{person}";

    private final Accounts accounts;
    private final Auditors auditors;
    private final People people;
    private final Permissions permissions;
    private final RoleListing roles;
    private final AccountListing listed;
    private final ListPages pages;
    private final SearchSeals searches;
    private final Dates dates;

    RoleController(
            Accounts accounts,
            Auditors auditors,
            People people,
            Permissions permissions,
            RoleListing roles,
            AccountListing listed,
            ListPages pages,
            SearchSeals searches,
            Dates dates) {
        this.accounts = accounts;
        this.auditors = auditors;
        this.people = people;
        this.permissions = permissions;
        this.roles = roles;
        this.listed = listed;
        this.pages = pages;
        this.searches = searches;
        this.dates = dates;
    }

    @Bean
    static NavItem rolesEntry() {
        return new NavItem(80, "identity.nav.roles", "/pengelola/peran", "identity.roles", "users");
    }

    @Bean
    static NavItem accountsEntry() {
        return new NavItem(
                80, "identity.nav.accounts", "/pengelola/akun", "identity.accounts", "user");
    }

    @Performs("identity.roles")
    @GetMapping("/{government}/pengelola/peran")
    String page(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        String wanted = searches.typed(government, form, "pegawai");
        model.addAttribute("list", pages.page(roles, permissions.reader(government, actor), form));
        model.addAttribute("mayGrant", permissions.isOpenTo(actor.roles(), GRANT));
        model.addAttribute("wanted", wanted);
        model.addAttribute(
                "found",
                wanted.isBlank()
                        ? List.of()
                        : people.search(government.id(), wanted, null, null, SHOWN));
        return "identity/roles";
    }

    /** Only keeps what was typed out of the address; the page asks for the right to read. */
    @Performs("page.search")
    @PostMapping("/{government}/pengelola/peran")
    String find(LocalGovernment government, SubmittedForm form) {
        return "redirect:" + searches.address(government, "/pengelola/peran", form, "pegawai");
    }

    @Performs("identity.accounts")
    @GetMapping("/{government}/pengelola/akun")
    String accounts(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        model.addAttribute("list", pages.page(listed, permissions.reader(government, actor), form));
        return "page/list-page";
    }

    @Performs(GRANT)
    @GetMapping(PERSON)
    String person(
            LocalGovernment government,
            Actor actor,
            @PathVariable UUID person,
            SubmittedForm form,
            Model model) {
        model.addAttribute("notice", form.has("diubah") ? "identity.roles.changed" : null);
        return show(government, actor, find(government, person), form, List.of(), model);
    }

    @Performs(GRANT)
    @PostMapping(PERSON)
    String change(
            LocalGovernment government,
            Actor actor,
            @PathVariable UUID person,
            SubmittedForm form,
            Model model) {
        Person of = find(government, person);
        require(actor, GRANT, of);
        Role role =
                GIVEN_HERE.stream()
                        .filter(one -> one.name().equals(form.text("role")))
                        .findFirst()
                        .orElseThrow(() -> new Forbidden("role.not-given-here"));
        if (form.text("do").equals("withdraw")) {
            accounts.withdraw(government.id(), of.id(), role, actor.account().value());
        } else {
            accounts.grant(government.id(), of.id(), role, actor.account().value());
        }
        return back(government, of);
    }

    @Performs(NAME_AUDITOR)
    @PostMapping(PERSON + "/auditor")
    String nameAuditor(
            LocalGovernment government,
            Actor actor,
            @PathVariable UUID person,
            SubmittedForm form,
            Model model) {
        Person of = find(government, person);
        require(actor, NAME_AUDITOR, of);
        List<Finding> findings =
                auditors.name(
                        government.id(),
                        of.id(),
                        form.text("letter"),
                        date(form.text("from")),
                        date(form.text("until")),
                        actor.account().value());
        return findings.isEmpty()
                ? back(government, of)
                : show(government, actor, of, form, findings, model);
    }

    @Performs(NAME_AUDITOR)
    @PostMapping(PERSON + "/auditor/akhiri")
    String endAuditor(LocalGovernment government, Actor actor, @PathVariable UUID person) {
        Person of = find(government, person);
        require(actor, NAME_AUDITOR, of);
        auditors.end(government.id(), of.id(), actor.account().value());
        return back(government, of);
    }

    private String show(
            LocalGovernment government,
            Actor actor,
            Person of,
            SubmittedForm form,
            List<Finding> findings,
            Model model) {
        Set<Role> held = accounts.rolesOf(government.id(), of.id());
        model.addAttribute("person", of);
        model.addAttribute(
                "held", held.stream().filter(role -> role != Role.PERSON).sorted().toList());
        model.addAttribute("given", GIVEN_HERE);
        model.addAttribute("auditor", auditors.of(government.id(), of.id()).orElse(null));
        model.addAttribute("audited", held.stream().anyMatch(Auditors.AUDITED::contains));
        model.addAttribute("mayGrant", permissions.mayTry(actor, GRANT, "*", relation(actor, of)));
        model.addAttribute(
                "mayName", permissions.mayTry(actor, NAME_AUDITOR, "*", relation(actor, of)));
        model.addAttribute("hasAccount", accounts.accountOf(government.id(), of.id()).isPresent());
        model.addAttribute("letter", form.text("letter"));
        model.addAttribute(
                "from", form.has("from") ? form.text("from") : dates.today(government).toString());
        model.addAttribute("until", form.text("until"));
        model.addAttribute("findings", findings);
        return "identity/role";
    }

    private Person find(LocalGovernment government, UUID person) {
        return people.byId(government.id(), new PersonId(person))
                .orElseThrow(() -> new NotFound("person.not-found"));
    }

    private void require(Actor actor, String command, Person of) {
        permissions.require(actor, command, "*", Set.of(relation(actor, of)));
    }

    private static Scope relation(Actor actor, Person of) {
        return of.id().equals(actor.person()) ? Scope.OWN : Scope.OTHERS;
    }

    private static String back(LocalGovernment government, Person of) {
        return "redirect:/" + government.slug() + "/pengelola/peran/" + of.id() + "?diubah";
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
