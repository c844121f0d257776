package id.pamong.office.administration.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.Absence;
import id.pamong.office.organization.Absences;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.NewAbsence;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Leave with a deputy: one's own, and everyone's for the administrator and the head of the RA. */
@Controller
class AbsenceController {
    private static final int LONGEST = 100;

    private final Absences absences;
    private final People people;
    private final Permissions permissions;
    private final Notifications notifications;
    private final AbsenceListing listing;
    private final ListPages pages;
    private final Dates dates;

    AbsenceController(
            Absences absences,
            People people,
            Permissions permissions,
            Notifications notifications,
            AbsenceListing listing,
            ListPages pages,
            Dates dates) {
        this.listing = listing;
        this.pages = pages;
        this.absences = absences;
        this.people = people;
        this.permissions = permissions;
        this.notifications = notifications;
        this.dates = dates;
    }

    @Bean
    static NavItem absenceEntry() {
        return new NavItem(
                60, "administration.nav.absence", "/cuti", "organization.end-absence", "clock");
    }

    /** What was typed. */
    public record Typed(String nip, String from, String until, String deputy, String letter) {}

    @Performs("organization.see-absence")
    @GetMapping("/{government}/cuti")
    String page(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        model.addAttribute(
                "notice",
                form.has("tersimpan")
                        ? "administration.absence.entered"
                        : form.has("diakhiri") ? "administration.absence.ended" : null);
        return shown(government, actor, form, new Typed("", "", "", "", ""), model);
    }

    @Performs("organization.enter-absence")
    @PostMapping("/{government}/cuti")
    String enter(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        Typed typed =
                new Typed(
                        cut(form.text("nip")),
                        cut(form.text("from")),
                        cut(form.text("until")),
                        cut(form.text("deputy")),
                        cut(form.text("letter")));
        List<Finding> findings = new ArrayList<>();
        Optional<PersonId> person =
                typed.nip().isEmpty()
                        ? Optional.of(actor.person())
                        : byNip(government, typed.nip(), "nip", findings);
        PersonId deputy =
                typed.deputy().isEmpty()
                        ? null
                        : byNip(government, typed.deputy(), "deputy", findings).orElse(null);
        LocalDate from = day(typed.from(), "from", findings);
        LocalDate until = day(typed.until(), "until", findings);
        if (findings.isEmpty() && person.isPresent()) {
            require(actor, "organization.enter-absence", person.get());
            switch (absences.enter(
                    government.id(),
                    new NewAbsence(person.get(), from, until, deputy, typed.letter()),
                    actor.account().value())) {
                case Absences.Outcome.Entered(var absence) -> {
                    tellDeputy(government, absence);
                    return "redirect:/" + government.slug() + "/cuti?tersimpan";
                }
                case Absences.Outcome.Refused(var found) -> findings.addAll(found);
            }
        }
        model.addAttribute("findings", findings);
        return shown(government, actor, form, typed, model);
    }

    @Performs("organization.end-absence")
    @PostMapping("/{government}/cuti/{id}/akhiri")
    String end(LocalGovernment government, Actor actor, @PathVariable String id) {
        Absence absence = absences.find(government.id(), Ids.get(id));
        require(actor, "organization.end-absence", absence.person());
        absences.end(government.id(), absence.id(), actor.account().value());
        return "redirect:/" + government.slug() + "/cuti?diakhiri";
    }

    private void require(Actor actor, String command, PersonId person) {
        permissions.require(
                actor,
                command,
                "*",
                Set.of(person.equals(actor.person()) ? Scope.OWN : Scope.OTHERS));
    }

    private void tellDeputy(LocalGovernment government, Absence absence) {
        PersonId deputy = absence.deputy();
        if (deputy != null) {
            notifications.tell(
                    government.id(),
                    deputy,
                    "absence-deputy",
                    Map.of(
                            "person",
                            people.get(government.id(), absence.person()).displayName(),
                            "from",
                            dates.on(absence.from()),
                            "until",
                            dates.on(absence.until())),
                    "/beranda",
                    List.of());
        }
    }

    private String shown(
            LocalGovernment government, Actor actor, SubmittedForm form, Typed typed, Model model) {
        ListReader reader = permissions.reader(government, actor);
        ListPages.Page<AbsenceListing.Line> page = pages.rows(listing, reader, form);
        model.addAttribute("others", AbsenceListing.seesOthers(reader));
        model.addAttribute("typed", typed);
        model.addAttribute("lines", page.rows());
        model.addAttribute("list", page.view());
        return "administration/absence";
    }

    private Optional<PersonId> byNip(
            LocalGovernment government, String nip, String field, List<Finding> findings) {
        Optional<PersonId> found = people.byNip(government.id(), nip).map(Person::id);
        if (found.isEmpty()) {
            findings.add(Finding.blocking("absence.nip-unknown", field));
        }
        return found;
    }

    private static @Nullable LocalDate day(String typed, String field, List<Finding> findings) {
        try {
            LocalDate day = typed.isEmpty() ? null : LocalDate.parse(typed);
            if (day != null && (day.getYear() < 2000 || day.getYear() > 2200)) {
                findings.add(Finding.blocking("absence.no-date", field));
                return null;
            }
            return day;
        } catch (DateTimeParseException e) {
            findings.add(Finding.blocking("absence.no-date", field));
            return null;
        }
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST, text.length())).replaceAll("\\p{Cntrl}", " ");
    }
}
