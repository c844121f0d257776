package id.pamong.office.administration.web;

import id.pamong.office.identity.Performs;
import id.pamong.office.organization.Agency;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.Headship;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.page.Dates;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.refusal.NotFound;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriComponentsBuilder;

/** Agencies and people, to look up. NIK are masked here. */
@Controller
class PeopleController {
    private static final int PAGE = 25;
    private static final int LONGEST = 100;

    private final People people;
    private final Dates dates;

    PeopleController(People people, Dates dates) {
        this.people = people;
        this.dates = dates;
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
    String list(LocalGovernment government, SubmittedForm form, Model model) {
        String typed = form.text("cari");
        String wanted = typed.substring(0, Math.min(LONGEST, typed.length()));
        @Nullable UUID agency = Ids.find(form.text("pd")).orElse(null);
        @Nullable UUID after = Ids.find(form.text("sesudah")).orElse(null);
        List<Person> found =
                people.search(
                        government.id(),
                        wanted,
                        agency == null ? null : new AgencyId(agency),
                        after == null ? null : new PersonId(after),
                        PAGE + 1);
        List<Person> shown = found.stream().limit(PAGE).toList();
        model.addAttribute("wanted", wanted);
        model.addAttribute("agency", agency);
        model.addAttribute("agencies", people.agencies(government.id()));
        model.addAttribute("people", shown);
        model.addAttribute(
                "next",
                found.size() > PAGE
                        ? next(government, wanted, agency, shown.getLast().id())
                        : null);
        return "administration/people";
    }

    private static String next(
            LocalGovernment government, String wanted, @Nullable UUID agency, PersonId last) {
        return UriComponentsBuilder.fromPath("/" + government.slug() + "/pengelola/pegawai")
                .queryParam("cari", wanted)
                .queryParam("pd", agency == null ? "" : agency)
                .queryParam("sesudah", last)
                .encode()
                .build()
                .toUriString();
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
