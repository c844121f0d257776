package id.pamong.lifecycle.revocation.web;

import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.revocation.AuthorityContacts;
import id.pamong.lifecycle.revocation.RevocationCase;
import id.pamong.lifecycle.revocation.RevocationCases;
import id.pamong.lifecycle.revocation.loss.LossPaper;
import id.pamong.lifecycle.revocation.loss.LossPapers;
import id.pamong.lifecycle.revocation.loss.LossReport;
import id.pamong.lifecycle.revocation.loss.LossReportId;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.page.Dates;
import id.pamong.office.page.FormLimit;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SpooledFile;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A report and its papers: the owner adds them, the superior acknowledges, the office reads. */
@Controller
class LossController {
    private static final long WITH_FILE = 25L << 20;

    private final LossPapers papers;
    private final RevocationCases cases;
    private final AuthorityContacts contacts;
    private final Certificates certificates;
    private final People people;
    private final Dates dates;
    private final LossListing listing;
    private final ListPages pages;
    private final Permissions permissions;

    LossController(
            LossPapers papers,
            RevocationCases cases,
            AuthorityContacts contacts,
            Certificates certificates,
            People people,
            Dates dates,
            LossListing listing,
            ListPages pages,
            Permissions permissions) {
        this.permissions = permissions;
        this.papers = papers;
        this.cases = cases;
        this.contacts = contacts;
        this.certificates = certificates;
        this.people = people;
        this.dates = dates;
        this.listing = listing;
        this.pages = pages;
    }

    @Bean
    static NavItem lossReportsEntry() {
        return new NavItem(
                48,
                "keyloss.nav.reports",
                "/petugas/laporan-kunci",
                "revocation.list-losses",
                "key");
    }

    /** A certificate that the report blocked, with its case. */
    public record Line(RegisteredCertificate certificate, RevocationCase revocation) {}

    @Performs("revocation.view-loss")
    @GetMapping("/{government}/laporan-kunci/{id}")
    String view(
            Actor actor,
            LocalGovernment government,
            @PathVariable String id,
            SubmittedForm form,
            Model model) {
        model.addAttribute("notice", form.has("diblokir") ? "keyloss.blocked.now" : null);
        return shown(actor, government, papers.view(actor, idOf(id)), form, model);
    }

    private String shown(
            Actor actor,
            LocalGovernment government,
            LossReport report,
            SubmittedForm form,
            Model model) {
        LossReport.Statement statement = report.statement();
        model.addAttribute("report", report);
        model.addAttribute("own", report.person().equals(actor.person()));
        model.addAttribute("maySee", LossPapers.scopes(actor, report).contains(Scope.SUBORDINATE));
        model.addAttribute(
                "owner",
                people.byId(government.id(), report.person()).map(Person::displayName).orElse(""));
        model.addAttribute(
                "superior",
                statement == null || statement.asked() == null
                        ? ""
                        : people.byId(government.id(), statement.asked())
                                .map(Person::displayName)
                                .orElse(""));
        model.addAttribute(
                "lines",
                report.cases().stream()
                        .map(one -> cases.find(government.id(), one))
                        .flatMap(Optional::stream)
                        .map(it ->
                                new Line(
                                        certificates
                                                .byId(government.id(), it.certificate())
                                                .orElseThrow(),
                                        it))
                        .toList());
        model.addAttribute("contact", contacts.of(government.id()));
        model.addAttribute("overdue", report.isOverdueOn(dates.today(government)));
        model.addAttribute("authorities", papers.authorities(government.id()));
        model.addAttribute(
                "typed",
                new LossPapers.Typed(
                        form.text("authorityKind"),
                        Typed.cut(form.text("authorityNumber"), 250),
                        Typed.cut(form.text("authorityOn"), 20),
                        Typed.cut(form.text("authorityOffice"), 250)));
        return "revocation/report";
    }

    @Performs("revocation.sign-loss-statement")
    @PostMapping("/{government}/laporan-kunci/{id}/pernyataan")
    String sign(
            Actor actor,
            LocalGovernment government,
            @PathVariable String id,
            SubmittedForm form,
            Model model) {
        LossReport report = papers.mine(actor, idOf(id));
        if (!form.has("true")) {
            model.addAttribute("findings", List.of(Finding.blocking("keyloss.not-true", "true")));
            return shown(actor, government, report, form, model);
        }
        papers.sign(actor, report.id());
        return back(government, report);
    }

    @Performs("revocation.acknowledge-loss")
    @PostMapping("/{government}/laporan-kunci/{id}/ketahui")
    String acknowledge(Actor actor, LocalGovernment government, @PathVariable String id) {
        return back(government, papers.acknowledge(actor, idOf(id)));
    }

    @Performs("revocation.add-loss-paper")
    @FormLimit(WITH_FILE)
    @PostMapping("/{government}/laporan-kunci/{id}/laporan-pihak-berwenang")
    String attach(
            Actor actor,
            LocalGovernment government,
            @PathVariable String id,
            SubmittedForm form,
            Model model)
            throws IOException {
        LossReport report = papers.view(actor, idOf(id));
        Optional<SpooledFile> file = form.file("authorityFile");
        List<Finding> findings =
                papers.attach(
                        actor,
                        report.id(),
                        new LossPapers.Typed(
                                form.text("authorityKind"),
                                form.text("authorityNumber"),
                                form.text("authorityOn"),
                                form.text("authorityOffice")),
                        file.map(SpooledFile::name).orElse(null),
                        file.isPresent() ? file.get()::open : null);
        if (findings.isEmpty()) {
            return back(government, report);
        }
        model.addAttribute("findings", findings);
        return shown(actor, government, report, form, model);
    }

    @Performs("revocation.view-loss")
    @GetMapping("/{government}/laporan-kunci/{id}/berkas/{paper}")
    ResponseEntity<byte[]> paper(
            Actor actor,
            LocalGovernment government,
            @PathVariable String id,
            @PathVariable String paper) {
        LossPaper which =
                switch (paper) {
                    case "pernyataan" -> LossPaper.STATEMENT;
                    case "pihak-berwenang" -> LossPaper.AUTHORITY_REPORT;
                    default -> throw new NotFound("keyloss.not-found");
                };
        byte[] content = papers.paper(actor, idOf(id), which);
        boolean pdf = content.length > 4 && content[0] == '%' && content[1] == 'P';
        return ResponseEntity.ok()
                .contentType(pdf ? MediaType.APPLICATION_PDF : MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(paper + (pdf ? ".pdf" : ""))
                                .build()
                                .toString())
                .body(content);
    }

    @Performs("revocation.list-losses")
    @GetMapping("/{government}/petugas/laporan-kunci")
    String list(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        ListReader reader = permissions.reader(government, actor);
        model.addAttribute("list", pages.page(listing, reader, form));
        return "page/list-page";
    }

    private static String back(LocalGovernment government, LossReport report) {
        return "redirect:/" + government.slug() + "/laporan-kunci/" + report.id();
    }

    private static LossReportId idOf(String text) {
        return new LossReportId(Typed.id(text));
    }
}
