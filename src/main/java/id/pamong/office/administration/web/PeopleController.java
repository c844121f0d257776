package id.pamong.office.administration.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.Contracts;
import id.pamong.office.organization.DataUpdate;
import id.pamong.office.organization.DataUpdates;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.Posts;
import id.pamong.office.organization.ServiceEnd;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Agencies and people, to look up. NIK are masked here. */
@Controller
class PeopleController {
    private final Permissions permissions;
    private final People people;
    private final Posts posts;
    private final Dates dates;
    private final DataUpdates dataUpdates;
    private final Contracts contracts;
    private final PeopleListing listing;
    private final AgencyListing agencyListing;
    private final ListPages pages;

    PeopleController(
            People people,
            Posts posts,
            Dates dates,
            DataUpdates dataUpdates,
            Contracts contracts,
            PeopleListing listing,
            AgencyListing agencyListing,
            ListPages pages,
            Permissions permissions) {
        this.permissions = permissions;
        this.people = people;
        this.posts = posts;
        this.dataUpdates = dataUpdates;
        this.contracts = contracts;
        this.dates = dates;
        this.listing = listing;
        this.agencyListing = agencyListing;
        this.pages = pages;
    }

    @Bean
    static NavItem peopleEntry() {
        return new NavItem(
                79,
                "administration.nav.people",
                "/pengelola/pegawai",
                "organization.look-up",
                "users");
    }

    @Performs("organization.look-up")
    @GetMapping("/{government}/pengelola/pegawai")
    String list(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        ListReader reader = permissions.reader(government, actor);
        model.addAttribute("list", pages.page(listing, reader, form));
        return "administration/people";
    }

    @Performs("organization.look-up")
    @GetMapping("/{government}/pengelola/pegawai/{person}")
    String person(LocalGovernment government, @PathVariable String person, Model model) {
        Person found =
                people.byId(government.id(), new PersonId(Ids.get(person)))
                        .orElseThrow(() -> new NotFound("person.not-found"));
        if (dataUpdates.standsFor(government.id(), found.id()).isPresent()) {
            return "redirect:/"
                    + government.slug()
                    + "/pengelola/pegawai/"
                    + dataUpdates.standsFor(government.id(), found.id()).get();
        }
        model.addAttribute("person", found);
        model.addAttribute("agencies", people.agencies(government.id()));
        model.addAttribute("postings", dataUpdates.postings(government.id(), found.id()));
        model.addAttribute("ends", dataUpdates.ends(government.id(), found.id()));
        model.addAttribute("contracts", contracts.of(government.id(), found.id()));
        model.addAttribute("today", dates.today(government));
        model.addAttribute("endKinds", ServiceEnd.Kind.values());
        model.addAttribute("updates", dataUpdates.updates(government.id(), found.id()));
        model.addAttribute(
                "superior",
                people.superiorOf(government.id(), found.id(), dates.today(government))
                        .orElse(null));
        model.addAttribute("holdings", posts.everHeldBy(government.id(), found.id()));
        return "administration/person";
    }

    @Performs("organization.transfer")
    @PostMapping("/{government}/pengelola/pegawai/{person}/mutasi")
    String transfer(
            LocalGovernment government,
            Actor actor,
            @PathVariable String person,
            SubmittedForm form,
            Model model) {
        PersonId id = new PersonId(Ids.get(person));
        Optional<AgencyId> agency =
                Ids.find(form.text("agency"))
                        .map(AgencyId::new)
                        .filter(one -> people.agency(government.id(), one).isPresent());
        Optional<LocalDate> from = date(form.text("from"));
        Optional<LocalDate> decreeOn = date(form.text("decreeOn"));
        List<Finding> findings = new ArrayList<>();
        if (agency.isEmpty()) {
            findings.add(Finding.blocking("transfer.agency", "agency"));
        }
        if (from.isEmpty()) {
            findings.add(Finding.blocking("transfer.date", "from"));
        }
        if (decreeOn.isEmpty()) {
            findings.add(Finding.blocking("transfer.date", "decreeOn"));
        }
        if (agency.isPresent() && from.isPresent() && decreeOn.isPresent()) {
            findings.addAll(
                    dataUpdates.transfer(
                            government.id(),
                            id,
                            agency.get(),
                            form.text("post"),
                            from.get(),
                            new DataUpdate.Source.Hand(form.text("decree"), decreeOn.get()),
                            actor.account().value()));
        }
        return answered(government, person, form, findings, model);
    }

    @Performs("organization.leave-service")
    @PostMapping("/{government}/pengelola/pegawai/{person}/berhenti")
    String leave(
            LocalGovernment government,
            Actor actor,
            @PathVariable String person,
            SubmittedForm form,
            Model model) {
        Optional<ServiceEnd.Kind> kind =
                Arrays.stream(ServiceEnd.Kind.values())
                        .filter(one -> one.name().equals(form.text("kind")))
                        .findFirst();
        Optional<LocalDate> last = date(form.text("lastDay"));
        Optional<LocalDate> decreeOn = date(form.text("endDecreeOn"));
        List<Finding> findings = new ArrayList<>();
        if (kind.isEmpty()) {
            findings.add(Finding.blocking("leave.kind", "kind"));
        }
        if (last.isEmpty()) {
            findings.add(Finding.blocking("leave.date", "lastDay"));
        }
        if (decreeOn.isEmpty()) {
            findings.add(Finding.blocking("leave.date", "endDecreeOn"));
        }
        if (kind.isPresent() && last.isPresent() && decreeOn.isPresent()) {
            findings.addAll(
                    dataUpdates.leave(
                            government.id(),
                            new PersonId(Ids.get(person)),
                            new ServiceEnd(
                                    kind.get(),
                                    last.get(),
                                    form.text("endDecree"),
                                    decreeOn.get(),
                                    form.text("endReason")),
                            actor.account().value()));
        }
        return answered(government, person, form, findings, model);
    }

    @Performs("organization.enter-contract")
    @PostMapping("/{government}/pengelola/pegawai/{person}/kontrak")
    String contract(
            LocalGovernment government,
            Actor actor,
            @PathVariable String person,
            SubmittedForm form,
            Model model) {
        PersonId id = new PersonId(Ids.get(person));
        if (id.equals(actor.person())) {
            throw new Forbidden("organization.not-for-yourself");
        }
        permissions.require(actor, "organization.enter-contract", "*", Set.of(Scope.OTHERS));
        List<Finding> findings =
                contracts.enter(
                        government.id(),
                        id,
                        date(form.text("contractUntil")).orElse(null),
                        form.text("contractDecree"),
                        date(form.text("contractDecreeOn")).orElse(null),
                        actor.account().value());
        return answered(government, person, form, findings, model);
    }

    @Performs("organization.rename")
    @PostMapping("/{government}/pengelola/pegawai/{person}/nama")
    String rename(
            LocalGovernment government,
            Actor actor,
            @PathVariable String person,
            SubmittedForm form,
            Model model) {
        List<Finding> findings =
                dataUpdates.rename(
                        government.id(),
                        new PersonId(Ids.get(person)),
                        form.text("before"),
                        form.text("name"),
                        form.text("after"),
                        form.text("reason"),
                        actor.account().value());
        return answered(government, person, form, findings, model);
    }

    /** Back to the page; with findings it shows what was typed again. */
    private String answered(
            LocalGovernment government,
            String person,
            SubmittedForm form,
            List<Finding> findings,
            Model model) {
        if (findings.isEmpty()) {
            return "redirect:/" + government.slug() + "/pengelola/pegawai/" + person;
        }
        model.addAttribute("findings", findings);
        model.addAttribute("typed", form);
        return person(government, person, model);
    }

    private static Optional<LocalDate> date(String written) {
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    @Performs("organization.look-up")
    @GetMapping("/{government}/pengelola/perangkat-daerah")
    String agencies(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        model.addAttribute(
                "list", pages.page(agencyListing, permissions.reader(government, actor), form));
        return "page/list-page";
    }
}
