package id.pamong.lifecycle.enrollment.web;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.CollectiveBatchId;
import id.pamong.lifecycle.enrollment.CollectiveDesk;
import id.pamong.lifecycle.enrollment.CollectiveMember;
import id.pamong.lifecycle.enrollment.CollectiveScans;
import id.pamong.lifecycle.enrollment.CollectiveSelection;
import id.pamong.lifecycle.enrollment.Endorsement;
import id.pamong.lifecycle.enrollment.LetterDesk.ScanFields;
import id.pamong.lifecycle.subscriber.Duty;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.PersonId;
import id.pamong.office.page.FormLimit;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SpooledFile;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

/** The pages of an agency's admin: choose people, prepare, ask for letters, see who confirmed. */
@Controller
class CollectiveController {
    private static final long LIST_LIMIT = 2L << 20;

    private final CollectiveDesk desk;
    private final CollectiveSelection selection;
    private final CollectiveScans scans;
    private final BatchListing listing;
    private final MemberListing members;
    private final ListPages pages;
    private final Permissions permissions;

    CollectiveController(
            CollectiveDesk desk,
            CollectiveSelection selection,
            CollectiveScans scans,
            BatchListing listing,
            MemberListing members,
            ListPages pages,
            Permissions permissions) {
        this.listing = listing;
        this.members = members;
        this.pages = pages;
        this.permissions = permissions;
        this.desk = desk;
        this.selection = selection;
        this.scans = scans;
    }

    @Bean
    static NavItem collectiveEntry() {
        return new NavItem(
                25, "enrollment.nav.collective", "/usulan", "enrollment.prepare-many", "users");
    }

    @Performs("enrollment.view-batch")
    @GetMapping("/{government}/usulan")
    String list(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        model.addAttribute(
                "list", pages.page(listing, permissions.reader(government, actor), form));
        model.addAttribute("agency", selection.units(actor).getFirst());
        return "enrollment/collective-list";
    }

    @Performs("enrollment.prepare-many")
    @GetMapping("/{government}/usulan/baru")
    String empty(Actor actor, SubmittedForm form, Model model) {
        return choose(actor, form, List.of(), model);
    }

    /** One form: search, check a list of numbers, prepare; what was chosen stays chosen. */
    @Performs("enrollment.prepare-many")
    @FormLimit(LIST_LIMIT)
    @PostMapping("/{government}/usulan/baru")
    String prepare(Actor actor, LocalGovernment government, SubmittedForm form, Model model)
            throws IOException {
        return switch (form.text("do")) {
            case "periksa" -> choose(actor, form, report(actor, form, model), model);
            case "siapkan" -> {
                CollectiveDesk.Wish wish =
                        new CollectiveDesk.Wish(
                                form.text("title"), duties(form), form.text("purpose"));
                yield switch (desk.prepare(actor, wish, chosen(form))) {
                    case CollectiveDesk.Preparing.Prepared(
                                    CollectiveBatchId batch,
                                    int drafts,
                                    var leftOut) ->
                            "redirect:/"
                                    + government.slug()
                                    + "/usulan/"
                                    + batch
                                    + "?disiapkan="
                                    + drafts
                                    + (leftOut.isEmpty() ? "" : "&tertinggal=" + leftOut.size());
                    case CollectiveDesk.Preparing.Refused(List<Finding> findings) -> {
                        model.addAttribute("findings", findings);
                        yield choose(actor, form, List.of(), model);
                    }
                };
            }
            default -> choose(actor, form, List.of(), model);
        };
    }

    @Performs("enrollment.view-batch")
    @GetMapping("/{government}/usulan/{id}")
    String view(
            LocalGovernment government,
            Actor actor,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        notice(form, "disiapkan", "collective.notice.prepared", model);
        notice(form, "tertinggal", "collective.notice.left-out", model);
        notice(form, "diingatkan", "collective.notice.reminded", model);
        return show(government, actor, new CollectiveBatchId(id), form, model);
    }

    @Performs("enrollment.ask-many-letters")
    @PostMapping("/{government}/usulan/{id}/surat")
    String ask(
            LocalGovernment government,
            Actor actor,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        CollectiveBatchId batch = new CollectiveBatchId(id);
        model.addAttribute("asking", desk.askLetters(actor, batch));
        return show(government, actor, batch, form, model);
    }

    @Performs("enrollment.remind-many")
    @PostMapping("/{government}/usulan/{id}/ingatkan")
    String remind(Actor actor, LocalGovernment government, @PathVariable UUID id) {
        int reminded = desk.remind(actor, new CollectiveBatchId(id));
        return "redirect:/" + government.slug() + "/usulan/" + id + "?diingatkan=" + reminded;
    }

    @Performs("enrollment.attach-many")
    @FormLimit(ApplicationController.WITH_FILES)
    @PostMapping("/{government}/usulan/{id}/pindaian")
    String scan(
            LocalGovernment government,
            Actor actor,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model)
            throws IOException {
        CollectiveBatchId batch = new CollectiveBatchId(id);
        Endorsement.Kind kind =
                form.text("kind").equals(Endorsement.Kind.RECOMMENDATION.name())
                        ? Endorsement.Kind.RECOMMENDATION
                        : Endorsement.Kind.COVER_LETTER;
        Optional<SpooledFile> file = form.file(kind + "-file");
        CollectiveScans.Outcome outcome =
                scans.attach(
                        actor,
                        batch,
                        kind,
                        new ScanFields(
                                form.text(kind + "-number"),
                                form.text(kind + "-date"),
                                form.text(kind + "-giver"),
                                form.text(kind + "-title")),
                        named(form, kind),
                        file.map(SpooledFile::name).orElse(null),
                        file.<org.springframework.core.io.InputStreamSource>map(one -> one::open)
                                .orElse(null));
        switch (outcome) {
            case CollectiveScans.Outcome.Attached attached ->
                    model.addAttribute("attached", attached);
            case CollectiveScans.Outcome.Refused(List<Finding> findings) ->
                    model.addAttribute("findings", findings);
        }
        return show(government, actor, batch, form, model);
    }

    private String show(
            LocalGovernment government,
            Actor actor,
            CollectiveBatchId id,
            SubmittedForm form,
            Model model) {
        CollectiveDesk.View view = desk.view(actor, id);
        ListPages.Page<CollectiveMember> page =
                pages.rows(
                        members,
                        permissions.reader(government, actor),
                        form,
                        Map.of("usulan", id.toString()));
        model.addAttribute("batch", view.batch());
        model.addAttribute("standings", CollectiveMember.Standing.values());
        model.addAttribute("part", form.text("keadaan"));
        model.addAttribute("kinds", Endorsement.Kind.values());
        model.addAttribute("typed", form);
        model.addAttribute("members", page.rows());
        model.addAttribute("list", page.view());
        model.addAttribute(
                "lacking",
                view.members().stream()
                        .filter(CollectiveMember::takesLetters)
                        .filter(member ->
                                member.letters().size() < Endorsement.Kind.values().length)
                        .count());
        Map<String, List<CollectiveMember>> takers = new LinkedHashMap<>();
        Map<String, Set<String>> named = new LinkedHashMap<>();
        for (Endorsement.Kind kind : Endorsement.Kind.values()) {
            List<CollectiveMember> its =
                    view.members().stream().filter(member -> member.mayTake(kind)).toList();
            takers.put(kind.name(), its);
            named.put(
                    kind.name(),
                    model.containsAttribute("findings") && form.text("kind").equals(kind.name())
                            ? Set.copyOf(form.texts(kind + "-named"))
                            : its.stream()
                                    .map(member -> member.application().toString())
                                    .collect(Collectors.toUnmodifiableSet()));
        }
        model.addAttribute("takers", takers);
        model.addAttribute("named", named);
        return "enrollment/collective-view";
    }

    private List<CollectiveSelection.Line> report(Actor actor, SubmittedForm form, Model model)
            throws IOException {
        List<String> numbers = new ArrayList<>(NumberList.of(form.text("numbers")));
        Optional<SpooledFile> file = form.file("list");
        if (file.isPresent()) {
            numbers.addAll(NumberList.of(file.get().bytes()));
        }
        if (numbers.isEmpty()) {
            model.addAttribute(
                    "findings", List.of(Finding.blocking("collective.no-numbers", "numbers")));
            return List.of();
        }
        return selection.check(
                actor, numbers.subList(0, Math.min(NumberList.MOST, numbers.size())));
    }

    private String choose(
            Actor actor, SubmittedForm form, List<CollectiveSelection.Line> report, Model model) {
        String wanted = form.text("cari");
        wanted = wanted.substring(0, Math.min(100, wanted.length()));
        Optional<AgencyId> unit = id(form.text("unit")).map(AgencyId::new);
        List<CollectiveSelection.Candidate> candidates = selection.candidates(actor, wanted, unit);
        Set<PersonId> chosen = new LinkedHashSet<>(chosen(form));
        report.stream()
                .filter(line -> line.verdict().isChoosable())
                .map(line -> Objects.requireNonNull(line.person()).id())
                .forEach(chosen::add);
        Set<PersonId> shown =
                candidates.stream().map(one -> one.person().id()).collect(Collectors.toSet());
        model.addAttribute("units", selection.units(actor));
        model.addAttribute("unit", unit.map(AgencyId::toString).orElse(""));
        model.addAttribute("wanted", wanted);
        model.addAttribute("candidates", candidates);
        model.addAttribute("chosen", chosen);
        model.addAttribute(
                "elsewhere", chosen.stream().filter(one -> !shown.contains(one)).toList());
        model.addAttribute(
                "report",
                report.stream()
                        .sorted(
                                Comparator.comparing((CollectiveSelection.Line line) ->
                                        line.verdict().isChoosable()))
                        .toList());
        model.addAttribute(
                "choosable", report.stream().filter(line -> line.verdict().isChoosable()).count());
        model.addAttribute("duties", Duty.values());
        model.addAttribute("typedDuties", form.has("title") ? duties(form) : Set.of(Duty.LETTER));
        model.addAttribute("title", form.text("title"));
        model.addAttribute("purpose", form.text("purpose"));
        model.addAttribute("numbers", form.text("numbers"));
        model.addAttribute("most", CollectiveSelection.MOST);
        return "enrollment/collective-new";
    }

    private static void notice(SubmittedForm form, String field, String key, Model model) {
        String count = form.text(field);
        if (count.matches("[0-9]{1,4}")) {
            model.addAttribute(field, Integer.parseInt(count));
            model.addAttribute(field + "Key", key);
        }
    }

    private static Set<PersonId> chosen(SubmittedForm form) {
        return form.texts("person").stream()
                .map(CollectiveController::id)
                .flatMap(Optional::stream)
                .map(PersonId::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<ApplicationId> named(SubmittedForm form, Endorsement.Kind kind) {
        return form.texts(kind + "-named").stream()
                .map(CollectiveController::id)
                .flatMap(Optional::stream)
                .map(id -> ApplicationId.of(id.toString()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Duty> duties(SubmittedForm form) {
        List<String> names = form.texts("duties");
        return Arrays.stream(Duty.values())
                .filter(duty -> names.contains(duty.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    static Optional<UUID> id(@Nullable String text) {
        return text != null
                        && text.matches(
                                "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
