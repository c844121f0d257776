package id.pamong.office.identity.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.AgencyAdmin;
import id.pamong.office.identity.AgencyAdmins;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.RoleEntry;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.Agency;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SearchSeals;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Names the admins of agencies, for one agency each and from day to day. */
@Controller
class AgencyAdminController {
    private static final String PATH = "/{government}/pengelola/admin-pd";
    private static final int SHOWN = 20;

    private final AgencyAdmins admins;
    private final People people;
    private final AgencyAdminListing listing;
    private final ListPages pages;
    private final SearchSeals searches;
    private final Permissions permissions;
    private final Clock clock;

    AgencyAdminController(
            AgencyAdmins admins,
            People people,
            AgencyAdminListing listing,
            ListPages pages,
            SearchSeals searches,
            Permissions permissions,
            Clock clock) {
        this.listing = listing;
        this.pages = pages;
        this.searches = searches;
        this.admins = admins;
        this.people = people;
        this.permissions = permissions;
        this.clock = clock;
    }

    @Bean
    static NavItem agencyAdminsEntry() {
        return new NavItem(
                82,
                "identity.nav.agency-admins",
                "/pengelola/admin-pd",
                "identity.name-agency-admin",
                "users");
    }

    @Performs("identity.name-agency-admin")
    @GetMapping(PATH)
    String page(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        String wanted = searches.typed(government, form, "pegawai");
        LocalDate today = government.dateAt(clock.instant());
        model.addAttribute("wanted", wanted);
        model.addAttribute(
                "found",
                wanted.isEmpty()
                        ? List.of()
                        : people.search(government.id(), wanted, null, null, SHOWN));
        ListPages.Page<RoleEntry> page =
                pages.rows(listing, permissions.reader(government, actor), form);
        model.addAttribute("rows", page.rows());
        model.addAttribute("list", page.view());
        model.addAttribute("agencies", people.agencies(government.id()));
        model.addAttribute("today", today);
        if (form.has("ditunjuk")) {
            model.addAttribute("notice", "identity.agency-admins.named");
        } else {
            model.addAttribute(
                    "notice", form.has("diakhiri") ? "identity.agency-admins.ended" : null);
        }
        return "identity/agency-admins";
    }

    @Performs("identity.name-agency-admin")
    @PostMapping(PATH)
    String find(LocalGovernment government, SubmittedForm form) {
        return "redirect:" + searches.address(government, "/pengelola/admin-pd", form, "pegawai");
    }

    @Performs("identity.name-agency-admin")
    @PostMapping("/{government}/pengelola/admin-pd/{person}")
    String name(
            LocalGovernment government,
            Actor actor,
            @PathVariable UUID person,
            SubmittedForm form,
            Model model) {
        PersonId id = allowed(government, actor, person);
        Optional<Agency> agency =
                people.agencies(government.id()).stream()
                        .filter(one -> one.id().toString().equals(form.text("agency")))
                        .findFirst();
        Optional<LocalDate> from = date(form.text("from"));
        Optional<LocalDate> until = date(form.text("until"));
        List<Finding> findings = new ArrayList<>();
        if (agency.isEmpty()) {
            findings.add(Finding.blocking("agency-admin.agency", "agency-" + person));
        }
        if (from.isEmpty()
                || (until.isEmpty() && !form.text("until").isEmpty())
                || until.filter(last -> last.isBefore(from.get())).isPresent()) {
            findings.add(Finding.blocking("agency-admin.dates", "from-" + person));
        }
        if (!findings.isEmpty()) {
            model.addAttribute("findings", findings);
            return page(government, actor, form, model);
        }
        admins.name(
                government.id(),
                new AgencyAdmin(
                        id, agency.orElseThrow().id(), from.orElseThrow(), until.orElse(null)),
                actor.account().value());
        return "redirect:/" + government.slug() + "/pengelola/admin-pd?ditunjuk";
    }

    @Performs("identity.name-agency-admin")
    @PostMapping("/{government}/pengelola/admin-pd/{person}/akhiri")
    String end(LocalGovernment government, Actor actor, @PathVariable UUID person) {
        admins.end(government.id(), allowed(government, actor, person), actor.account().value());
        return "redirect:/" + government.slug() + "/pengelola/admin-pd?diakhiri";
    }

    private PersonId allowed(LocalGovernment government, Actor actor, UUID person) {
        PersonId id = new PersonId(person);
        if (people.byId(government.id(), id).isEmpty()) {
            throw new NotFound("person.not-found");
        }
        Scope relation = id.equals(actor.person()) ? Scope.OWN : Scope.OTHERS;
        permissions.require(actor, "identity.name-agency-admin", "*", Set.of(relation, Scope.ANY));
        return id;
    }

    private static Optional<LocalDate> date(@Nullable String text) {
        try {
            return text == null || text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
