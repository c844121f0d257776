package id.pamong.lifecycle.registration.web;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.CollectiveBatchId;
import id.pamong.lifecycle.registration.BatchDesk;
import id.pamong.lifecycle.registration.BatchGrid;
import id.pamong.lifecycle.registration.CheckAnswer;
import id.pamong.lifecycle.registration.CheckGroup;
import id.pamong.lifecycle.registration.CheckResult;
import id.pamong.lifecycle.registration.DecisionDraft;
import id.pamong.lifecycle.registration.DecisionListId;
import id.pamong.lifecycle.registration.ListDecisionDesk;
import id.pamong.lifecycle.registration.ReasonCode;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Collective applications at the officers' desk: the grid, many notes, one signature. */
@Controller
class BatchController {
    private static final String BATCH = "/{government}/petugas/kolektif/{id}";
    private static final String UUIDS =
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private final BatchDesk desk;
    private final ListDecisionDesk decisions;
    private final Permissions permissions;
    private final Dates dates;
    private final SubmittedBatchListing listing;
    private final ListPages pages;

    BatchController(
            BatchDesk desk,
            ListDecisionDesk decisions,
            Permissions permissions,
            Dates dates,
            SubmittedBatchListing listing,
            ListPages pages) {
        this.listing = listing;
        this.pages = pages;
        this.desk = desk;
        this.decisions = decisions;
        this.permissions = permissions;
        this.dates = dates;
    }

    @Bean
    static NavItem gridEntry() {
        return new NavItem(
                42, "registration.nav.grid", "/petugas/kolektif", "registration.grid", "users");
    }

    @Performs("registration.grid")
    @GetMapping("/{government}/petugas/kolektif")
    String list(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        model.addAttribute(
                "list", pages.page(listing, permissions.reader(government, actor), form));
        return "registration/batch-list";
    }

    @Performs("registration.grid")
    @GetMapping(BATCH)
    String grid(Actor actor, @PathVariable UUID id, SubmittedForm form, Model model) {
        if (form.text("diambil").matches("[0-9]{1,4}")) {
            model.addAttribute("taken", Integer.parseInt(form.text("diambil")));
        }
        return show(actor, id, form, model);
    }

    @Performs("registration.claim")
    @PostMapping(BATCH + "/ambil")
    String takeAll(Actor actor, LocalGovernment government, @PathVariable UUID id) {
        int taken = desk.takeAll(actor, new CollectiveBatchId(id));
        return "redirect:/" + government.slug() + "/petugas/kolektif/" + id + "?diambil=" + taken;
    }

    /** Notes the chosen checks, or a refusal with its reason, for all that are picked. */
    @Performs("registration.check")
    @PostMapping(BATCH + "/catat")
    String note(
            Actor actor,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model,
            HttpServletResponse response) {
        List<BatchDesk.Pick> picks = picks(form);
        boolean refuses = form.text("do").equals("tolak");
        List<Finding> findings = new ArrayList<>();
        if (picks.isEmpty()) {
            findings.add(Finding.blocking("registration.list.nobody", "grid"));
        }
        Map<CheckGroup, CheckAnswer> answers =
                refuses ? refused(form, findings) : inOrder(form, findings);
        @Nullable DecisionDraft draft =
                refuses
                        ? refusal(form, findings)
                        : form.has("approve")
                                ? new DecisionDraft(DecisionDraft.Outcome.APPROVED, List.of())
                                : null;
        if (findings.isEmpty()) {
            model.addAttribute(
                    "noting", desk.note(actor, new CollectiveBatchId(id), picks, answers, draft));
        } else {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("findings", findings);
            model.addAttribute("picked", picks.stream().map(BatchDesk.Pick::application).toList());
        }
        return show(actor, id, form, model);
    }

    @Performs("registration.decide-list")
    @PostMapping(BATCH + "/putusan")
    String decide(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model,
            HttpServletResponse response) {
        ListDecisionDesk.Outcome outcome =
                decisions.decide(
                        actor, new CollectiveBatchId(id), shown(form), form.secret("passphrase"));
        List<Finding> findings =
                switch (outcome) {
                    case ListDecisionDesk.Outcome.Signed signed -> {
                        model.addAttribute("leftOut", signed.leftOut());
                        yield List.of();
                    }
                    case ListDecisionDesk.Outcome.Refused refused -> {
                        model.addAttribute("leftOut", refused.leftOut());
                        yield refused.findings();
                    }
                    case ListDecisionDesk.Outcome.WrongPassphrase(int left) ->
                            List.of(
                                    Finding.blocking(
                                            "registration.wrong-passphrase", "passphrase", left));
                    case ListDecisionDesk.Outcome.Blocked(Instant until) ->
                            List.of(
                                    Finding.blocking(
                                            "registration.key-blocked",
                                            "passphrase",
                                            dates.time(until, government)));
                };
        if (outcome instanceof ListDecisionDesk.Outcome.Signed signed) {
            if (signed.leftOut().isEmpty()) {
                return "redirect:/"
                        + government.slug()
                        + "/petugas/daftar-putusan/"
                        + signed.list();
            }
            return progress(actor, signed.list().value(), model);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("findings", findings);
        return show(actor, id, form, model);
    }

    @Performs("registration.grid")
    @GetMapping("/{government}/petugas/daftar-putusan/{id}")
    String progress(Actor actor, @PathVariable UUID id, Model model) {
        var progress = decisions.progress(actor, new DecisionListId(id));
        model.addAttribute("progress", progress);
        model.addAttribute("outcomes", DecisionDraft.Outcome.values());
        model.addAttribute("names", desk.names(actor, progress.list().batch()));
        return "registration/batch-list-decision";
    }

    private String show(Actor actor, UUID id, SubmittedForm form, Model model) {
        CollectiveBatchId batch = new CollectiveBatchId(id);
        BatchGrid grid = desk.grid(actor, batch);
        model.addAttribute("grid", grid);
        model.addAttribute("groups", CheckGroup.values());
        model.addAttribute("outcomes", DecisionDraft.Outcome.values());
        model.addAttribute("reasonCodes", ReasonCode.values());
        model.addAttribute("lists", decisions.lists(actor, batch));
        model.addAttribute("typed", form);
        if (!model.containsAttribute("picked")) {
            model.addAttribute("picked", List.of());
        }
        model.addAttribute("factorFresh", permissions.hasFreshFactor(actor));
        return "registration/batch-grid";
    }

    private static Map<CheckGroup, CheckAnswer> inOrder(
            SubmittedForm form, List<Finding> findings) {
        Map<CheckGroup, CheckAnswer> answers = new EnumMap<>(CheckGroup.class);
        List<String> chosen = form.texts("ok");
        for (CheckGroup group : CheckGroup.values()) {
            if (chosen.contains(group.name())) {
                answers.put(group, new CheckAnswer(CheckResult.OK, note(form.text("note"))));
            }
        }
        if (answers.isEmpty()) {
            findings.add(Finding.blocking("registration.list.no-group", "ok"));
        }
        return answers;
    }

    private static Map<CheckGroup, CheckAnswer> refused(
            SubmittedForm form, List<Finding> findings) {
        Optional<CheckGroup> group = named(form.text("group"), CheckGroup.values());
        String note = note(form.text("refuseNote"));
        if (group.isEmpty()) {
            findings.add(Finding.blocking("registration.list.no-group", "group"));
        }
        if (note.length() < 10) {
            findings.add(Finding.blocking("registration.list.no-note", "refuseNote"));
        }
        return group.<Map<CheckGroup, CheckAnswer>>map(
                        one -> Map.of(one, new CheckAnswer(CheckResult.NOT_OK, note)))
                .orElseGet(Map::of);
    }

    private static @Nullable DecisionDraft refusal(SubmittedForm form, List<Finding> findings) {
        Optional<DecisionDraft.Outcome> outcome =
                named(form.text("outcome"), DecisionDraft.Outcome.values())
                        .filter(DecisionDraft.Outcome::needsReasons);
        Optional<ReasonCode> code = named(form.text("reason"), ReasonCode.values());
        String sentence = form.text("sentence");
        if (outcome.isEmpty()) {
            findings.add(Finding.blocking("registration.list.no-outcome", "outcome"));
        }
        if (code.isEmpty() || sentence.length() < 10 || sentence.length() > 1000) {
            findings.add(Finding.blocking("registration.list.no-reason", "sentence"));
        }
        return findings.isEmpty()
                ? new DecisionDraft(
                        outcome.orElseThrow(),
                        List.of(new DecisionDraft.DraftReason(code.orElseThrow(), sentence)))
                : null;
    }

    private static String note(String text) {
        return text.substring(0, Math.min(CheckAnswer.LONGEST_NOTE, text.length()));
    }

    private static List<BatchDesk.Pick> picks(SubmittedForm form) {
        return parts(form, "pick", 2)
                .map(part -> new BatchDesk.Pick(ApplicationId.of(part[0]), part[1]))
                .toList();
    }

    private static List<ListDecisionDesk.Shown> shown(SubmittedForm form) {
        return parts(form, "entry", 3)
                .flatMap(part ->
                        named(part[2], DecisionDraft.Outcome.values()).stream()
                                .map(outcome ->
                                        new ListDecisionDesk.Shown(
                                                ApplicationId.of(part[0]), part[1], outcome)))
                .toList();
    }

    private static Stream<String[]> parts(SubmittedForm form, String field, int count) {
        return form.texts(field).stream()
                .map(text -> text.split(":", -1))
                .filter(part -> part.length == count && part[0].matches(UUIDS));
    }

    private static <T extends Enum<T>> Optional<T> named(String name, T[] values) {
        return Arrays.stream(values).filter(one -> one.name().equals(name)).findFirst();
    }
}
