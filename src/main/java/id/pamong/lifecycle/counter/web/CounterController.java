package id.pamong.lifecycle.counter.web;

import id.pamong.lifecycle.counter.CounterDesk;
import id.pamong.lifecycle.counter.CounterFileId;
import id.pamong.office.archive.ShelfPlace;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.Person;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.CertificateType;
import id.pamong.office.regulation.ChecklistItem;
import id.pamong.office.regulation.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The counter: what came, and receiving what comes. */
@Controller
class CounterController {
    private static final String PAGE = "/{government}/petugas/loket";

    private final CounterDesk desk;
    private final CounterListing listing;
    private final ListPages pages;
    private final Permissions permissions;

    CounterController(
            CounterDesk desk, CounterListing listing, ListPages pages, Permissions permissions) {
        this.desk = desk;
        this.listing = listing;
        this.pages = pages;
        this.permissions = permissions;
    }

    @Bean
    static NavItem counterEntry() {
        return new NavItem(41, "counter.nav", "/petugas/loket", "counter.list", "inbox");
    }

    @Performs("counter.list")
    @GetMapping(PAGE)
    String list(Actor actor, LocalGovernment government, SubmittedForm form, Model model) {
        model.addAttribute(
                "list", pages.page(listing, permissions.reader(government, actor), form));
        return "counter/list";
    }

    @Performs("counter.receive")
    @GetMapping(PAGE + "/terima")
    String form(Actor actor, Model model) {
        return receiving(actor, UUID.randomUUID().toString(), Map.of(), null, List.of(), model);
    }

    @Performs("counter.receive")
    @PostMapping(PAGE + "/terima")
    String receive(Actor actor, LocalGovernment government, SubmittedForm form, Model model) {
        List<ChecklistItem> items = desk.items(actor);
        Map<String, String> typed = new HashMap<>();
        for (String field :
                List.of("wants", "number", "broughtBy", "rack", "box", "folder", "tell")) {
            typed.put(field, form.text(field));
        }
        Map<String, String> sheets = new HashMap<>();
        for (ChecklistItem item : items) {
            String value = form.text("sheets-" + item.item());
            typed.put("sheets-" + item.item(), value);
            sheets.put(item.item(), value);
        }
        String id = form.text("id");
        if (form.has("find")) {
            Optional<Person> found = desk.find(actor, form.text("number"));
            return receiving(
                    actor,
                    id,
                    typed,
                    found.orElse(null),
                    found.isPresent()
                            ? List.of()
                            : List.of(Finding.blocking("counter.nobody", "number")),
                    model);
        }
        return switch (desk.receive(
                actor,
                new CounterFileId(idOf(id)),
                new CounterDesk.Handed(
                        form.has("wants") ? form.text("wants") : CertificateType.INDIVIDUAL.name(),
                        form.text("number"),
                        sheets,
                        form.text("broughtBy"),
                        new ShelfPlace(form.text("rack"), form.text("box"), form.text("folder")),
                        form.has("tell")))) {
            case CounterDesk.Receiving.Received(CounterFileId received) ->
                    "redirect:/"
                            + government.slug()
                            + "/petugas/loket/"
                            + received
                            + "?kabar=received";
            case CounterDesk.Receiving.Refused(List<Finding> findings) ->
                    receiving(
                            actor,
                            id,
                            typed,
                            desk.find(actor, form.text("number")).orElse(null),
                            findings,
                            model);
        };
    }

    private String receiving(
            Actor actor,
            String id,
            Map<String, String> typed,
            @org.jspecify.annotations.Nullable Person found,
            List<Finding> findings,
            Model model) {
        model.addAttribute("id", id);
        model.addAttribute("typed", typed);
        model.addAttribute("found", found);
        model.addAttribute("findings", findings);
        model.addAttribute("items", desk.items(actor));
        model.addAttribute("offers", desk.offers(actor));
        return "counter/receive";
    }

    /** What is no id becomes a new one. */
    private static UUID idOf(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? UUID.fromString(text)
                : UUID.randomUUID();
    }
}
