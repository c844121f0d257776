package id.pamong.lifecycle.counter.web;

import id.pamong.lifecycle.counter.CounterDesk;
import id.pamong.lifecycle.counter.CounterFileId;
import id.pamong.office.archive.ShelfPlace;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.Person;
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

    CounterController(CounterDesk desk) {
        this.desk = desk;
    }

    @Bean
    static NavItem counterEntry() {
        return new NavItem(41, "counter.nav", "/petugas/loket", "counter.receive", "inbox");
    }

    @Performs("counter.receive")
    @GetMapping(PAGE)
    String list(Actor actor, Model model) {
        return show(actor, "", model);
    }

    /** By form and not by address, since a NIP or NIK may be looked for. */
    @Performs("counter.receive")
    @PostMapping(PAGE)
    String search(Actor actor, SubmittedForm form, Model model) {
        String text = form.text("cari");
        return show(actor, text.substring(0, Math.min(100, text.length())), model);
    }

    private String show(Actor actor, String wanted, Model model) {
        model.addAttribute("wanted", wanted);
        model.addAttribute("rows", desk.list(actor, wanted));
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
