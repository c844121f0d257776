package id.pamong.office.identity.web;

import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Role;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.refusal.NotFound;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Administrators and mail administrators are named here; officers of the registration authority
 * only by their appointment.
 */
@Controller
class RoleController {
    private static final int SHOWN = 20;
    private static final Set<Role> GIVEN_HERE = Set.of(Role.ADMINISTRATOR, Role.MAIL_ADMINISTRATOR);

    private final Accounts accounts;
    private final People people;
    private final Permissions permissions;

    RoleController(Accounts accounts, People people, Permissions permissions) {
        this.accounts = accounts;
        this.people = people;
        this.permissions = permissions;
    }

    @Bean
    static NavItem rolesEntry() {
        return new NavItem(
                80, "identity.nav.roles", "/pengelola/peran", "identity.grant-role", "users");
    }

    /** A person on the page of roles. */
    record Row(Person person, List<Role> roles) {}

    @Performs("identity.grant-role")
    @GetMapping("/{government}/pengelola/peran")
    String page(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        String wanted = form.text("cari");
        List<Person> shown =
                wanted.isEmpty()
                        ? holders(government)
                        : people.search(
                                government.id(),
                                wanted.substring(0, Math.min(100, wanted.length())),
                                null,
                                null,
                                SHOWN);
        model.addAttribute("wanted", wanted);
        model.addAttribute("rows", shown.stream().map(one -> row(government, one)).toList());
        model.addAttribute("given", List.of(Role.ADMINISTRATOR, Role.MAIL_ADMINISTRATOR));
        model.addAttribute("notice", form.has("diubah") ? "identity.roles.changed" : null);
        return "identity/roles";
    }

    @Performs("identity.grant-role")
    @PostMapping("/{government}/pengelola/peran/{person}")
    String change(
            LocalGovernment government,
            Actor actor,
            @PathVariable UUID person,
            SubmittedForm form) {
        PersonId id = new PersonId(person);
        if (people.byId(government.id(), id).isEmpty()) {
            throw new NotFound("person.not-found");
        }
        Scope relation = id.equals(actor.person()) ? Scope.OWN : Scope.OTHERS;
        permissions.require(actor, "identity.grant-role", "*", Set.of(relation));
        Role role =
                GIVEN_HERE.stream()
                        .filter(one -> one.name().equals(form.text("role")))
                        .findFirst()
                        .orElseThrow(() -> new Forbidden("role.not-given-here"));
        if (form.text("do").equals("withdraw")) {
            accounts.withdraw(government.id(), id, role, actor.account().value());
        } else {
            accounts.grant(government.id(), id, role, actor.account().value());
        }
        return "redirect:/" + government.slug() + "/pengelola/peran?diubah";
    }

    private List<Person> holders(LocalGovernment government) {
        return Arrays.stream(Role.values())
                .flatMap(role -> accounts.holdersOf(government.id(), role).stream())
                .distinct()
                .map(id -> people.get(government.id(), id))
                .toList();
    }

    private Row row(LocalGovernment government, Person person) {
        return new Row(
                person,
                accounts.rolesOf(government.id(), person.id()).stream()
                        .filter(role -> role != Role.PERSON)
                        .sorted()
                        .toList());
    }
}
