package id.pamong.office.administration.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.Agency;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.ElectronicSystem;
import id.pamong.office.organization.ElectronicSystems;
import id.pamong.office.organization.Headship;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.NewSystem;
import id.pamong.office.organization.People;
import id.pamong.office.organization.SystemCategory;
import id.pamong.office.organization.SystemId;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The register of electronic systems: the office sees all, the head of an agency its own, whoever
 * answers for a system that one.
 */
@Controller
class SystemController {
    private static final String PAGE = "/{government}/pengelola/sistem";
    private static final String REGISTER = "organization.register-system";
    private static final String VIEW = "organization.systems";

    private final ElectronicSystems systems;
    private final People people;
    private final Permissions permissions;
    private final Dates dates;
    private final SystemListing listing;
    private final ListPages pages;

    SystemController(
            ElectronicSystems systems,
            People people,
            Permissions permissions,
            Dates dates,
            SystemListing listing,
            ListPages pages) {
        this.listing = listing;
        this.pages = pages;
        this.systems = systems;
        this.people = people;
        this.permissions = permissions;
        this.dates = dates;
    }

    @Bean
    static NavItem systemsEntry() {
        return new NavItem(78, "administration.nav.systems", "/pengelola/sistem", VIEW, "settings");
    }

    @Performs(VIEW)
    @GetMapping(PAGE)
    String list(Actor actor, LocalGovernment government, SubmittedForm form, Model model) {
        return list(actor, government, form, Map.of(), List.of(), model);
    }

    @Performs(REGISTER)
    @PostMapping(PAGE)
    String register(Actor actor, LocalGovernment government, SubmittedForm form, Model model) {
        NewSystem typed = typed(form);
        if (typed.agency() != null || mine(actor, government).isEmpty()) {
            permissions.require(
                    actor, REGISTER, "*", scopes(actor, government, typed.agency(), null));
        }
        return switch (systems.register(government.id(), typed, actor.account().value())) {
            case ElectronicSystems.Outcome.Entered(SystemId id) -> back(government, id);
            case ElectronicSystems.Outcome.Refused(List<Finding> findings) ->
                    list(actor, government, form, texts(form), findings, model);
        };
    }

    @Performs(VIEW)
    @GetMapping(PAGE + "/{system}")
    String page(Actor actor, LocalGovernment government, @PathVariable UUID system, Model model) {
        return page(actor, government, visible(actor, government, system), null, List.of(), model);
    }

    @Performs(REGISTER)
    @PostMapping(PAGE + "/{system}")
    String change(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID system,
            SubmittedForm form,
            Model model) {
        ElectronicSystem before = own(actor, government, system);
        return after(
                actor,
                government,
                before,
                form,
                systems.change(government.id(), before.id(), typed(form), actor.account().value()),
                model);
    }

    @Performs(REGISTER)
    @PostMapping(PAGE + "/{system}/penanggung-jawab")
    String responsible(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID system,
            SubmittedForm form,
            Model model) {
        ElectronicSystem before = own(actor, government, system);
        return after(
                actor,
                government,
                before,
                form,
                systems.nameResponsible(
                        government.id(),
                        before.id(),
                        form.text("nip"),
                        form.text("decree"),
                        date(form.text("from")),
                        actor.account().value()),
                model);
    }

    @Performs(REGISTER)
    @PostMapping(PAGE + "/{system}/pensiun")
    String retire(Actor actor, LocalGovernment government, @PathVariable UUID system) {
        ElectronicSystem before = own(actor, government, system);
        systems.retire(government.id(), before.id(), actor.account().value());
        return back(government, before.id());
    }

    private String after(
            Actor actor,
            LocalGovernment government,
            ElectronicSystem before,
            SubmittedForm form,
            ElectronicSystems.Outcome outcome,
            Model model) {
        return switch (outcome) {
            case ElectronicSystems.Outcome.Entered(SystemId id) -> back(government, id);
            case ElectronicSystems.Outcome.Refused(List<Finding> findings) ->
                    page(actor, government, before, form, findings, model);
        };
    }

    private String list(
            Actor actor,
            LocalGovernment government,
            SubmittedForm form,
            Map<String, String> typed,
            List<Finding> findings,
            Model model) {
        model.addAttribute(
                "list", pages.page(listing, permissions.reader(government, actor), form));
        model.addAttribute("agencies", mine(actor, government));
        model.addAttribute("categories", SystemCategory.values());
        model.addAttribute("typed", typed);
        model.addAttribute("today", dates.today(government));
        model.addAttribute("findings", findings);
        return "administration/systems";
    }

    /** The agencies whose systems the actor may register. */
    private List<Agency> mine(Actor actor, LocalGovernment government) {
        return people.agencies(government.id()).stream()
                .filter(agency ->
                        permissions.mayTry(
                                actor,
                                REGISTER,
                                "*",
                                scopes(actor, government, agency.id(), null).toArray(Scope[]::new)))
                .toList();
    }

    private String page(
            Actor actor,
            LocalGovernment government,
            ElectronicSystem system,
            @Nullable SubmittedForm form,
            List<Finding> findings,
            Model model) {
        Map<String, String> kept =
                Map.of(
                        "name", system.name(),
                        "category", system.category().name(),
                        "hosts", String.join("\n", system.hosts()),
                        "nip", "",
                        "decree", "",
                        "from", dates.today(government).toString());
        Map<String, String> shown = new HashMap<>(kept);
        if (form != null) {
            texts(form).entrySet().stream()
                    .filter(entry -> form.has(entry.getKey()))
                    .forEach(entry -> shown.put(entry.getKey(), entry.getValue()));
        }
        model.addAttribute("typed", shown);
        model.addAttribute("system", system);
        model.addAttribute("categories", SystemCategory.values());
        model.addAttribute(
                "mayChange",
                permissions.mayTry(
                        actor,
                        REGISTER,
                        "*",
                        scopes(actor, government, system.agency(), system).toArray(Scope[]::new)));
        model.addAttribute("today", dates.today(government));
        model.addAttribute("findings", findings);
        return "administration/system";
    }

    private ElectronicSystem visible(Actor actor, LocalGovernment government, UUID id) {
        ElectronicSystem system =
                systems.find(government.id(), new SystemId(id))
                        .filter(one -> isVisible(actor, government, one))
                        .orElseThrow(() -> new NotFound("system.not-found"));
        permissions.require(actor, VIEW, "*", scopes(actor, government, system.agency(), system));
        return system;
    }

    private ElectronicSystem own(Actor actor, LocalGovernment government, UUID id) {
        ElectronicSystem system = visible(actor, government, id);
        permissions.require(
                actor, REGISTER, "*", scopes(actor, government, system.agency(), system));
        return system;
    }

    private boolean isVisible(Actor actor, LocalGovernment government, ElectronicSystem system) {
        return permissions.mayTry(
                actor,
                VIEW,
                "*",
                scopes(actor, government, system.agency(), system).toArray(Scope[]::new));
    }

    /**
     * How the actor stands to a system of an agency: AGENCY is its head of the day and nobody else
     * of the agency, OWN who answers for the system.
     */
    private Set<Scope> scopes(
            Actor actor,
            LocalGovernment government,
            @Nullable AgencyId agency,
            @Nullable ElectronicSystem system) {
        boolean own = system != null && system.isAnsweredForBy(actor.person());
        Set<Scope> scopes = EnumSet.of(own ? Scope.OWN : Scope.OTHERS);
        if (people.headshipsOf(government.id(), actor.person(), dates.today(government)).stream()
                .map(Headship::agency)
                .anyMatch(headed -> headed.equals(agency))) {
            scopes.add(Scope.AGENCY);
        }
        return scopes;
    }

    private static NewSystem typed(SubmittedForm form) {
        return new NewSystem(
                Ids.find(form.text("agency")).map(AgencyId::new).orElse(null),
                form.text("name"),
                Arrays.stream(SystemCategory.values())
                        .filter(one -> one.name().equals(form.text("category")))
                        .findFirst()
                        .orElse(null),
                form.text("hosts").lines().toList());
    }

    private static Map<String, String> texts(SubmittedForm form) {
        return Set.of("agency", "name", "category", "hosts", "nip", "decree", "from").stream()
                .collect(Collectors.toMap(name -> name, form::text));
    }

    private static String back(LocalGovernment government, SystemId id) {
        return "redirect:/" + government.slug() + "/pengelola/sistem/" + id;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
