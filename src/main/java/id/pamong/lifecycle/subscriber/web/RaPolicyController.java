package id.pamong.lifecycle.subscriber.web;

import id.pamong.lifecycle.subscriber.PolicyId;
import id.pamong.lifecycle.subscriber.RaPolicies;
import id.pamong.lifecycle.subscriber.RaPolicy;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.Dates;
import id.pamong.office.page.FormLimit;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SpooledFile;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The policies under which other parties may apply: the register and its form. */
@Controller
class RaPolicyController {
    private static final String PAGE = "/{government}/petugas/kebijakan";
    private static final long WITH_FILE = 22L << 20;

    private final RaPolicies policies;
    private final Permissions permissions;
    private final RaPolicyListing listing;
    private final ListPages pages;
    private final Dates dates;

    RaPolicyController(
            RaPolicies policies,
            RaPolicyListing listing,
            ListPages pages,
            Permissions permissions,
            Dates dates) {
        this.listing = listing;
        this.pages = pages;
        this.policies = policies;
        this.permissions = permissions;
        this.dates = dates;
    }

    @Bean
    static NavItem policiesEntry() {
        return new NavItem(62, "policy.nav", "/petugas/kebijakan", "subscriber.policies", "book");
    }

    @Performs("subscriber.policies")
    @GetMapping(PAGE)
    String page(Actor actor, LocalGovernment government, SubmittedForm form, Model model) {
        return show(actor, government, form, Map.of(), List.of(), model);
    }

    @Performs("subscriber.enter-policy")
    @FormLimit(WITH_FILE)
    @PostMapping(PAGE)
    String enter(Actor actor, LocalGovernment government, SubmittedForm form, Model model)
            throws IOException {
        Optional<SpooledFile> file = form.file("file");
        RaPolicies.Typed typed =
                new RaPolicies.Typed(
                        form.text("number"),
                        form.text("title"),
                        date(form.text("datedOn")),
                        date(form.text("from")),
                        date(form.text("until")),
                        !form.text("until").isEmpty() && date(form.text("until")) == null);
        RaPolicies.Outcome outcome =
                file.isPresent()
                        ? policies.enter(actor, typed, file.get().name(), file.get()::open)
                        : policies.enter(actor, typed, null, null);
        return switch (outcome) {
            case RaPolicies.Outcome.Entered _ -> back(government);
            case RaPolicies.Outcome.Refused(List<Finding> findings) ->
                    show(
                            actor,
                            government,
                            form,
                            Stream.of("number", "title", "datedOn", "from", "until")
                                    .collect(Collectors.toMap(Function.identity(), form::text)),
                            findings,
                            model);
        };
    }

    @Performs("subscriber.enter-policy")
    @PostMapping(PAGE + "/{policy}/akhiri")
    String end(Actor actor, LocalGovernment government, @PathVariable UUID policy) {
        policies.end(actor, new PolicyId(policy));
        return back(government);
    }

    @Performs("subscriber.policies")
    @GetMapping(PAGE + "/{policy}/dokumen")
    ResponseEntity<byte[]> document(Actor actor, @PathVariable UUID policy) {
        byte[] content = policies.document(actor, new PolicyId(policy));
        boolean pdf = content.length > 4 && content[0] == '%' && content[1] == 'P';
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(pdf ? MediaType.APPLICATION_PDF : MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(pdf ? "kebijakan.pdf" : "kebijakan")
                                .build()
                                .toString())
                .body(content);
    }

    private String show(
            Actor actor,
            LocalGovernment government,
            SubmittedForm form,
            Map<String, String> typed,
            List<Finding> findings,
            Model model) {
        ListPages.Page<RaPolicy> page =
                pages.rows(listing, permissions.reader(government, actor), form);
        model.addAttribute("policies", page.rows());
        model.addAttribute("list", page.view());
        model.addAttribute("today", dates.today(government));
        model.addAttribute("typed", typed);
        model.addAttribute("findings", findings);
        model.addAttribute(
                "mayEnter", permissions.isOpenTo(actor.roles(), "subscriber.enter-policy"));
        return "subscriber/policies";
    }

    private static String back(LocalGovernment government) {
        return "redirect:/" + government.slug() + "/petugas/kebijakan";
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
