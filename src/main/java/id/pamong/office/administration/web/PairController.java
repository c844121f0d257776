package id.pamong.office.administration.web;

import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.organization.Duplicates;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.PersonPair;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Two entries beside each other: one person, or two. */
@Controller
class PairController {
    private final Permissions permissions;
    private final Duplicates duplicates;
    private final People people;
    private final Accounts accounts;
    private final PairListing listing;
    private final ListPages pages;

    PairController(
            Duplicates duplicates,
            People people,
            Accounts accounts,
            PairListing listing,
            ListPages pages,
            Permissions permissions) {
        this.permissions = permissions;
        this.duplicates = duplicates;
        this.people = people;
        this.accounts = accounts;
        this.listing = listing;
        this.pages = pages;
    }

    /** One of the two, with what tells them apart. */
    record Side(Person person, boolean hasAccount) {}

    @Performs("organization.pairs")
    @GetMapping("/{government}/pengelola/pasangan")
    String list(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        ListReader reader = permissions.reader(government, actor);
        model.addAttribute("list", pages.page(listing, reader, form));
        return "page/list-page";
    }

    @Performs("organization.pairs")
    @GetMapping("/{government}/pengelola/pasangan/{pair}")
    String show(LocalGovernment government, @PathVariable String pair, Model model) {
        PersonPair found = duplicates.get(government.id(), Ids.get(pair));
        model.addAttribute("pair", found);
        model.addAttribute(
                "sides",
                Stream.of(found.one(), found.other()).map(id -> side(government, id)).toList());
        return "administration/pair";
    }

    private Side side(LocalGovernment government, PersonId id) {
        return new Side(
                people.entry(government.id(), id).orElseThrow(),
                accounts.accountOf(government.id(), id).isPresent());
    }

    @Performs("organization.decide-pair")
    @PostMapping("/{government}/pengelola/pasangan/{pair}")
    String decide(
            LocalGovernment government,
            Actor actor,
            @PathVariable String pair,
            SubmittedForm form,
            Model model) {
        UUID id = Ids.get(pair);
        duplicates.get(government.id(), id);
        UUID by = actor.account().value();
        String reason = form.text("reason");
        List<Finding> findings =
                switch (form.text("do")) {
                    case "merge" ->
                            duplicates.merge(
                                    government.id(),
                                    id,
                                    new PersonId(Ids.get(form.text("kept"))),
                                    reason,
                                    by,
                                    actor.person());
                    case "apart" -> duplicates.keepApart(government.id(), id, reason, by);
                    case "undo" -> duplicates.undo(government.id(), id, reason, by, actor.person());
                    default -> List.of(Finding.blocking("pair.choose", "do"));
                };
        if (!findings.isEmpty()) {
            model.addAttribute("findings", findings);
            model.addAttribute("reason", reason);
            model.addAttribute("kept", form.text("kept"));
            return show(government, pair, model);
        }
        return "redirect:/" + government.slug() + "/pengelola/pasangan/" + id;
    }
}
