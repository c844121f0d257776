package id.pamong.office.administration.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.organization.Agency;
import id.pamong.office.organization.Headship;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.refusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Agencies and people, to look up. NIK are masked here. */
@Controller
class PeopleController {
    private final People people;
    private final Dates dates;
    private final PeopleListing listing;
    private final ListPages pages;

    PeopleController(People people, Dates dates, PeopleListing listing, ListPages pages) {
        this.people = people;
        this.dates = dates;
        this.listing = listing;
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

    /** An agency with its head today. */
    record AgencyView(Agency agency, @Nullable Headship headship, @Nullable Person head) {}

    @Performs("organization.look-up")
    @GetMapping("/{government}/pengelola/pegawai")
    String list(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        ListReader reader = new ListReader(government, actor.account().value(), actor.person());
        model.addAttribute("list", pages.page(listing, reader, form));
        return "administration/people";
    }

    @Performs("organization.look-up")
    @GetMapping("/{government}/pengelola/pegawai/{person}")
    String person(LocalGovernment government, @PathVariable String person, Model model) {
        Person found =
                people.byId(government.id(), new PersonId(Ids.get(person)))
                        .orElseThrow(() -> new NotFound("person.not-found"));
        model.addAttribute("person", found);
        model.addAttribute(
                "superior",
                people.superiorOf(government.id(), found.id(), dates.today(government))
                        .orElse(null));
        model.addAttribute(
                "headships",
                people.headshipsOf(government.id(), found.id(), dates.today(government)));
        return "administration/person";
    }

    @Performs("organization.look-up")
    @GetMapping("/{government}/pengelola/perangkat-daerah")
    String agencies(LocalGovernment government, Model model) {
        model.addAttribute(
                "agencies",
                people.agencies(government.id()).stream()
                        .map(agency -> view(government, agency))
                        .toList());
        return "administration/agencies";
    }

    private AgencyView view(LocalGovernment government, Agency agency) {
        Headship headship =
                people.headshipOf(government.id(), agency.id(), dates.today(government))
                        .orElse(null);
        return new AgencyView(
                agency,
                headship,
                headship == null ? null : people.get(government.id(), headship.person()));
    }
}
