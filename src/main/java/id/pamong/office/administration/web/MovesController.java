package id.pamong.office.administration.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.Agency;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.AgencyPeople;
import id.pamong.office.organization.ListedPerson;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.MoveDecree;
import id.pamong.office.organization.MoveDecreeId;
import id.pamong.office.organization.MoveDecrees;
import id.pamong.office.organization.MoveLine;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.office.page.FormLimit;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SpooledFile;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.regulation.Finding;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One decree that moves many people: its file, what it would do, the second look, the way back. */
@Controller
class MovesController {
    private static final String PAGE = "/{government}/pengelola/sk-mutasi";
    private static final long FILE_LIMIT = 9L << 20;
    private static final int SHOWN = 200;

    private final MoveDecrees decrees;
    private final AgencyPeople agencyPeople;
    private final People people;
    private final Permissions permissions;
    private final MoveDecreeListing listing;
    private final ListPages pages;

    MovesController(
            MoveDecrees decrees,
            AgencyPeople agencyPeople,
            People people,
            Permissions permissions,
            MoveDecreeListing listing,
            ListPages pages) {
        this.listing = listing;
        this.pages = pages;
        this.decrees = decrees;
        this.agencyPeople = agencyPeople;
        this.people = people;
        this.permissions = permissions;
    }

    @Bean
    static NavItem movesEntry() {
        return new NavItem(
                81,
                "administration.nav.moves",
                "/pengelola/sk-mutasi",
                "organization.enter-moves",
                "users");
    }

    /** A line with the names that belong to it. */
    record LineView(
            MoveLine line,
            @Nullable ListedPerson person,
            String fromAgency,
            String toAgency,
            @Nullable LocalDate leavesOn) {}

    /** What was typed, for the template. */
    record Typed(UnaryOperator<String> typed) {
        public String text(String name) {
            return typed.apply(name);
        }
    }

    @Performs("organization.enter-moves")
    @GetMapping(PAGE)
    String page(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        return list(government, actor, form, name -> "", List.of(), model);
    }

    @Performs("organization.enter-moves")
    @FormLimit(FILE_LIMIT)
    @PostMapping(PAGE)
    String upload(LocalGovernment government, Actor actor, SubmittedForm form, Model model)
            throws IOException {
        Optional<SpooledFile> file = form.file("file");
        byte[] bytes = file.isPresent() ? file.get().bytes() : new byte[0];
        MoveDecrees.Outcome outcome =
                decrees.read(
                        government.id(),
                        form.text("decree"),
                        date(form.text("decreeOn")),
                        date(form.text("from")),
                        bytes,
                        actor.account().value());
        return switch (outcome) {
            case MoveDecrees.Outcome.Kept(MoveDecreeId id) -> redirect(government, id, "");
            case MoveDecrees.Outcome.Refused(List<Finding> findings) -> {
                List<Finding> all = new ArrayList<>(findings);
                if (file.isEmpty()) {
                    all.removeIf(finding -> "file".equals(finding.field()));
                    all.add(Finding.blocking("import.no-file", "file"));
                }
                yield list(government, actor, form, form::text, all, model);
            }
        };
    }

    @Performs("organization.enter-moves")
    @GetMapping(PAGE + "/{id}")
    String show(
            LocalGovernment government,
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String kabar,
            @RequestParam(defaultValue = "") String hal,
            Model model) {
        model.addAttribute(
                "notice",
                switch (kabar) {
                    case "disahkan" -> "administration.moves.approved";
                    case "dibatalkan" -> "administration.moves.undone";
                    case "selesai" -> "administration.moves.settled";
                    default -> null;
                });
        return show(government, actor, found(government, id), "", page(hal), List.of(), model);
    }

    /** A second person, who is none of those it moves. */
    @Performs("organization.approve-moves")
    @PostMapping(PAGE + "/{id}/sahkan")
    String approve(LocalGovernment government, Actor actor, @PathVariable String id, Model model) {
        MoveDecree it = found(government, id);
        boolean own = isOwn(government, actor, it);
        if (own) {
            throw new Forbidden("organization.not-for-yourself");
        }
        permissions.require(actor, "organization.approve-moves", "*", Set.of(Scope.OTHERS));
        List<Finding> findings = decrees.approve(government.id(), it.id(), actor.account().value());
        return findings.isEmpty()
                ? redirect(government, it.id(), "?kabar=disahkan")
                : show(government, actor, it, "", 0, findings, model);
    }

    @Performs("organization.undo-moves")
    @PostMapping(PAGE + "/{id}/batalkan")
    String undo(
            LocalGovernment government,
            Actor actor,
            @PathVariable String id,
            SubmittedForm form,
            Model model) {
        MoveDecree it = found(government, id);
        List<Finding> findings =
                decrees.undo(
                        government.id(), it.id(), form.text("reason"), actor.account().value());
        return findings.isEmpty()
                ? redirect(government, it.id(), "?kabar=dibatalkan")
                : show(government, actor, it, form.text("reason"), 0, findings, model);
    }

    /** The office has seen to the lines that failed on the day. */
    @Performs("organization.settle-moves")
    @PostMapping(PAGE + "/{id}/selesaikan")
    String settle(
            LocalGovernment government,
            Actor actor,
            @PathVariable String id,
            SubmittedForm form,
            Model model) {
        MoveDecree it = found(government, id);
        model.addAttribute("note", form.text("note"));
        List<Finding> findings =
                decrees.settle(
                        government.id(), it.id(), form.text("note"), actor.account().value());
        return findings.isEmpty()
                ? redirect(government, it.id(), "?kabar=selesai")
                : show(government, actor, it, "", 0, findings, model);
    }

    private String list(
            LocalGovernment government,
            Actor actor,
            SubmittedForm form,
            UnaryOperator<String> typed,
            List<Finding> findings,
            Model model) {
        model.addAttribute(
                "list", pages.page(listing, permissions.reader(government, actor), form));
        model.addAttribute("typed", new Typed(typed));
        model.addAttribute("findings", findings);
        return "administration/moves";
    }

    private String show(
            LocalGovernment government,
            Actor actor,
            MoveDecree it,
            String reason,
            int page,
            List<Finding> findings,
            Model model) {
        List<MoveLine> all = decrees.lines(government.id(), it.id());
        List<MoveLine> shown =
                all.stream()
                        .sorted(Comparator.comparing(MoveLine::isGood))
                        .skip((long) page * SHOWN)
                        .limit(SHOWN)
                        .toList();
        Map<PersonId, ListedPerson> known =
                agencyPeople.byIds(
                        government.id(),
                        shown.stream()
                                .map(MoveLine::person)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        Map<AgencyId, String> names =
                people.agencies(government.id()).stream()
                        .collect(Collectors.toMap(Agency::id, Agency::name));
        model.addAttribute("it", it);
        model.addAttribute(
                "lines",
                shown.stream()
                        .map(line -> {
                            ListedPerson person =
                                    line.person() == null ? null : known.get(line.person());
                            return new LineView(
                                    line,
                                    person,
                                    person == null ? "" : person.agencyName(),
                                    line.toAgency() == null
                                            ? ""
                                            : names.getOrDefault(line.toAgency(), ""),
                                    leavesOn(government, it, line));
                        })
                        .toList());
        model.addAttribute(
                "next",
                (long) (page + 1) * SHOWN < all.size()
                        ? "/"
                                + government.slug()
                                + "/pengelola/sk-mutasi/"
                                + it.id()
                                + "?hal="
                                + (page + 1)
                        : null);
        model.addAttribute("findings", findings);
        model.addAttribute("reason", reason);
        model.addAttribute(
                "mayApprove",
                it.state() == MoveDecree.State.AWAITING
                        && !isOwn(government, actor, it)
                        && permissions.mayTry(
                                actor, "organization.approve-moves", "*", Scope.OTHERS));
        return "administration/move-decree";
    }

    /** Who entered it, or is moved by it, does not approve it. */
    private boolean isOwn(LocalGovernment government, Actor actor, MoveDecree it) {
        return decrees.isOwn(government.id(), it, actor.account().value(), actor.person());
    }

    private MoveDecree found(LocalGovernment government, String id) {
        return decrees.get(government.id(), new MoveDecreeId(Ids.get(id)));
    }

    private static String redirect(LocalGovernment government, MoveDecreeId id, String query) {
        return "redirect:/" + government.slug() + "/pengelola/sk-mutasi/" + id + query;
    }

    private static int page(String typed) {
        return typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0;
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException malformed) {
            return null;
        }
    }

    private @Nullable LocalDate leavesOn(LocalGovernment government, MoveDecree it, MoveLine line) {
        PersonId person = line.person();
        return person == null || !line.problem().equals("leaves-on")
                ? null
                : decrees.leavesOn(government.id(), it, person).orElse(null);
    }
}
