package id.pamong.authority.gateway.web;

import id.pamong.authority.gateway.AuthorityChoice;
import id.pamong.authority.gateway.AuthorityChoices;
import id.pamong.authority.gateway.CertificationAuthority;
import id.pamong.authority.gateway.OrderBook;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.SecondAnswers;
import id.pamong.authority.gateway.Standing;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Which authority serves which product, since when, and the choice of another one. */
@Controller
class AuthorityChoiceController {
    private static final String PAGE = "/{government}/petugas/pilihan-penyelenggara";
    private static final String VIEW = "authority.choices";

    private final AuthorityChoices choices;
    private final OrderBook orders;
    private final SecondAnswers answers;
    private final Permissions permissions;

    AuthorityChoiceController(
            AuthorityChoices choices,
            OrderBook orders,
            SecondAnswers answers,
            Permissions permissions) {
        this.choices = choices;
        this.orders = orders;
        this.answers = answers;
        this.permissions = permissions;
    }

    /** A way as the page shows it. */
    record Way(String id, String authority, String name, Standing standing) {}

    /** A choice with what the one who looks may do about it. */
    record Line(AuthorityChoice choice, String name, boolean mayDecide, boolean own) {}

    @Bean
    static NavItem authorityChoicesEntry() {
        return new NavItem(63, "choice.nav", "/petugas/pilihan-penyelenggara", VIEW, "shield");
    }

    @Performs(VIEW)
    @GetMapping(PAGE)
    String page(Actor actor, LocalGovernment government, SubmittedForm form, Model model) {
        Stream.of("diusulkan", "disetujui", "ditolak", "ditutup")
                .filter(form::has)
                .findFirst()
                .ifPresent(done -> model.addAttribute("notice", "choice.done." + done));
        return show(actor, government, Map.of(), List.of(), model);
    }

    @Performs("authority.choose")
    @PostMapping(PAGE)
    String choose(Actor actor, LocalGovernment government, SubmittedForm form, Model model) {
        Optional<ProfileId> product = product(form.text("profile"));
        if (product.isEmpty() && !form.text("profile").isEmpty()) {
            List<Finding> unknown = List.of(Finding.blocking("choice.product", "profile"));
            return show(actor, government, typed(form), unknown, model);
        }
        var typed =
                new AuthorityChoices.Typed(
                        form.text("way"),
                        product.orElse(null),
                        date(form.text("from")),
                        form.text("reason"));
        return switch (choices.choose(actor, typed)) {
            case AuthorityChoices.Outcome.Entered(AuthorityChoice choice) ->
                    back(
                            government,
                            choice.state() == AuthorityChoice.State.APPROVED
                                    ? "disetujui"
                                    : "diusulkan");
            case AuthorityChoices.Outcome.Refused(List<Finding> findings) ->
                    show(actor, government, typed(form), findings, model);
        };
    }

    private static Map<String, String> typed(SubmittedForm form) {
        return Stream.of("way", "profile", "from", "reason")
                .collect(Collectors.toMap(Function.identity(), form::text));
    }

    @Performs("authority.decide-choice")
    @PostMapping(PAGE + "/{choice}")
    String decide(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID choice,
            SubmittedForm form,
            Model model) {
        boolean approve = form.text("decision").equals("approve");
        List<Finding> findings = choices.decide(actor, choice, approve, form.text("note"));
        return findings.isEmpty()
                ? back(government, approve ? "disetujui" : "ditolak")
                : show(
                        actor,
                        government,
                        Map.of("choice", choice.toString(), "note", form.text("note")),
                        findings,
                        model);
    }

    @Performs("authority.close-answer")
    @PostMapping(PAGE + "/jawaban/{answer}")
    String close(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID answer,
            SubmittedForm form,
            Model model) {
        List<Finding> findings = answers.close(actor, answer, form.text("answerNote"));
        return findings.isEmpty()
                ? back(government, "ditutup")
                : show(
                        actor,
                        government,
                        Map.of(
                                "answer", answer.toString(),
                                "answerNote", form.text("answerNote")),
                        findings,
                        model);
    }

    private String show(
            Actor actor,
            LocalGovernment government,
            Map<String, String> typed,
            List<Finding> findings,
            Model model) {
        List<Way> ways = choices.ways().stream().map(way -> way(way, government)).toList();
        Map<String, String> names = ways.stream().collect(Collectors.toMap(Way::id, Way::name));
        model.addAttribute("serving", choices.serving(government.id()));
        model.addAttribute("ways", ways);
        model.addAttribute("products", choices.orderable());
        String named = choices.named(government);
        model.addAttribute("named", named);
        model.addAttribute(
                "namedIsHere", ways.stream().anyMatch(way -> way.authority().equals(named)));
        model.addAttribute(
                "lines",
                choices.all(government.id()).stream()
                        .map(choice -> line(actor, choice, names))
                        .toList());
        model.addAttribute("open", orders.open(government.id()));
        model.addAttribute("answers", answers.open(government.id()));
        model.addAttribute(
                "mayClose", permissions.isOpenTo(actor.roles(), "authority.close-answer"));
        model.addAttribute("names", names);
        model.addAttribute("typed", typed);
        model.addAttribute("findings", findings);
        model.addAttribute("mayChoose", permissions.isOpenTo(actor.roles(), "authority.choose"));
        return "gateway/choices";
    }

    private Line line(Actor actor, AuthorityChoice choice, Map<String, String> names) {
        boolean own = choice.proposedBy().equals(actor.account());
        boolean open =
                choice.state() == AuthorityChoice.State.PROPOSED
                        && permissions.isOpenTo(actor.roles(), "authority.decide-choice");
        return new Line(
                choice, names.getOrDefault(choice.way(), choice.way()), open && !own, open && own);
    }

    private static Way way(CertificationAuthority way, LocalGovernment government) {
        return new Way(
                way.id(),
                way.authority(),
                way.name(government.id()),
                way.standing(government.id()));
    }

    private static Optional<ProfileId> product(String code) {
        return Arrays.stream(ProfileId.values()).filter(one -> one.name().equals(code)).findFirst();
    }

    private static String back(LocalGovernment government, String done) {
        return "redirect:/" + government.slug() + "/petugas/pilihan-penyelenggara?" + done;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
