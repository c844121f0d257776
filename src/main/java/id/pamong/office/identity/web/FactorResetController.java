package id.pamong.office.identity.web;

import id.pamong.office.identity.AccountId;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.identity.means.SecondFactor;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SearchSeals;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** An officer identifies someone face to face and lets the lost second factor be enrolled anew. */
@Controller
class FactorResetController {
    private static final int SHOWN = 20;

    private final Accounts accounts;
    private final People people;
    private final SecondFactor factor;
    private final Permissions permissions;
    private final SearchSeals searches;

    FactorResetController(
            Accounts accounts,
            People people,
            SecondFactor factor,
            Permissions permissions,
            SearchSeals searches) {
        this.searches = searches;
        this.permissions = permissions;
        this.accounts = accounts;
        this.people = people;
        this.factor = factor;
    }

    @Bean
    static NavItem resetEntry() {
        return new NavItem(
                70, "identity.nav.reset", "/petugas/faktor", "identity.reset-factor", "phone");
    }

    @Performs("identity.reset-factor")
    @GetMapping("/{government}/petugas/faktor")
    String search(LocalGovernment government, SubmittedForm form, Model model) {
        String wanted = searches.typed(government, form, "cari");
        List<Person> found =
                wanted.isEmpty()
                        ? List.of()
                        : people.search(government.id(), wanted, null, null, SHOWN).stream()
                                .filter(person ->
                                        accounts.accountOf(government.id(), person.id())
                                                .isPresent())
                                .toList();
        model.addAttribute("wanted", wanted);
        model.addAttribute("people", found);
        model.addAttribute("notice", form.has("dibuka") ? "identity.reset.released" : null);
        return "identity/reset-search";
    }

    @Performs("identity.reset-factor")
    @PostMapping("/{government}/petugas/faktor")
    String find(LocalGovernment government, SubmittedForm form) {
        return "redirect:" + searches.address(government, "/petugas/faktor", form, "cari");
    }

    @Performs("identity.reset-factor")
    @GetMapping("/{government}/petugas/faktor/{person}")
    String page(LocalGovernment government, Actor actor, @PathVariable UUID person, Model model) {
        requireOther(actor, person);
        accountOf(government, person);
        return shown(government, person, model);
    }

    private String shown(LocalGovernment government, UUID person, Model model) {
        model.addAttribute("person", people.get(government.id(), new PersonId(person)));
        return "identity/reset";
    }

    @Performs("identity.reset-factor")
    @PostMapping("/{government}/petugas/faktor/{person}")
    String release(
            LocalGovernment government,
            Actor actor,
            @PathVariable UUID person,
            SubmittedForm form,
            Model model) {
        requireOther(actor, person);
        AccountId account = accountOf(government, person);
        if (!form.text("compared").equals("yes")) {
            model.addAttribute("findings", List.of(Finding.blocking("reset.compared", "compared")));
            return shown(government, person, model);
        }
        factor.release(actor, account);
        return "redirect:/" + government.slug() + "/petugas/faktor?dibuka";
    }

    /** Nobody identifies oneself. */
    private void requireOther(Actor actor, UUID person) {
        Scope relation = actor.person().value().equals(person) ? Scope.OWN : Scope.OTHERS;
        permissions.require(actor, "identity.reset-factor", "*", Set.of(relation));
    }

    private AccountId accountOf(LocalGovernment government, UUID person) {
        return accounts.accountOf(government.id(), new PersonId(person))
                .orElseThrow(() -> new NotFound("account.not-found"));
    }
}
