package id.pamong.lifecycle.subscriber.web;

import id.pamong.lifecycle.subscriber.MailboxList;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.FormLimit;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SpooledFile;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The mail administrator's page: who needs an address, the list out, the list in. */
@Controller
class MailboxListController {
    private static final String PAGE = "/{government}/pengelola/alamat-email";
    private static final long FILE_LIMIT = 3L << 20;

    private final MailboxList list;
    private final MailboxListing listing;
    private final ListPages pages;
    private final Permissions permissions;

    MailboxListController(
            MailboxList list, MailboxListing listing, ListPages pages, Permissions permissions) {
        this.list = list;
        this.listing = listing;
        this.pages = pages;
        this.permissions = permissions;
    }

    @Bean
    static NavItem mailboxesEntry() {
        return new NavItem(
                83,
                "subscriber.nav.mailboxes",
                "/pengelola/alamat-email",
                "subscriber.mailbox-list",
                "mail");
    }

    @Performs("subscriber.mailbox-list")
    @GetMapping(PAGE)
    String page(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        return show(government, actor, form, List.of(), model);
    }

    @Performs("subscriber.mailbox-list")
    @PostMapping(PAGE + "/daftar.csv")
    ResponseEntity<byte[]> export(Actor actor, LocalGovernment government) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("alamat-email-" + government.slug() + ".csv")
                                .build()
                                .toString())
                .body(list.export(actor));
    }

    @Performs("subscriber.mailbox-list")
    @FormLimit(FILE_LIMIT)
    @PostMapping(PAGE + "/balasan")
    String take(LocalGovernment government, Actor actor, SubmittedForm form, Model model)
            throws IOException {
        Optional<SpooledFile> file = form.file("file");
        if (file.isEmpty()) {
            return show(
                    government,
                    actor,
                    form,
                    List.of(Finding.blocking("addresses.no-file", "file")),
                    model);
        }
        MailboxList.Report report = list.take(actor, file.get().bytes());
        if (report.findings().isEmpty()) {
            model.addAttribute("report", report);
        }
        return show(government, actor, form, report.findings(), model);
    }

    /** One address, typed beside its person. */
    @Performs("subscriber.mailbox-list")
    @PostMapping(PAGE)
    String propose(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        String code = form.text("kode").toUpperCase(Locale.ROOT);
        MailboxList.Report report = list.propose(actor, code, form.text("alamat"));
        model.addAttribute("report", report);
        model.addAttribute("typed", Map.of(code, form.text("alamat")));
        return show(government, actor, form, List.of(), model);
    }

    private String show(
            LocalGovernment government,
            Actor actor,
            SubmittedForm form,
            List<Finding> findings,
            Model model) {
        ListPages.Page<MailboxList.Entry> page =
                pages.rows(listing, permissions.reader(government, actor), form);
        boolean proposed = MailboxListing.isProposed(form.text(MailboxListing.PART));
        model.addAttribute("list", page.view());
        model.addAttribute("rows", page.rows());
        model.addAttribute("after", form.text("sesudah"));
        model.addAttribute("proposed", proposed);
        model.addAttribute("waitingCount", list.count(government.id(), false));
        model.addAttribute("proposedCount", list.count(government.id(), true));
        model.addAttribute(
                "suggested", proposed ? Map.of() : list.suggestions(government.id(), page.rows()));
        model.addAttribute("findings", findings);
        model.addAttribute("results", MailboxList.Result.values());
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Map.of());
        }
        return "subscriber/mailboxes";
    }
}
