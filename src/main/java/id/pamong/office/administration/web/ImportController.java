package id.pamong.office.administration.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.organization.ImportColumn;
import id.pamong.office.organization.ImportReport;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.PeopleImport;
import id.pamong.office.page.FormLimit;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SpooledFile;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** People are brought in from a file: dry run first, then the import. */
@Controller
class ImportController {
    private static final long FILE_LIMIT = 9L << 20;
    private static final int SHOWN = 500;
    private static final List<Locale> BOTH = List.of(Locale.of("id"), Locale.ENGLISH);

    private final PeopleImport peopleImport;
    private final MessageSource messages;

    ImportController(PeopleImport peopleImport, MessageSource messages) {
        this.peopleImport = peopleImport;
        this.messages = messages;
    }

    @Bean
    static NavItem importEntry() {
        return new NavItem(
                80,
                "administration.nav.import",
                "/pengelola/impor",
                "organization.import-people",
                "upload");
    }

    /** A sentence about a line, in both languages. */
    record Sentence(boolean blocking, String indonesian, String english) {}

    /** A line of the report with its sentences. */
    record LineView(ImportReport.Line line, List<Sentence> sentences) {}

    @Performs("organization.import-people")
    @GetMapping("/{government}/pengelola/impor")
    String page(LocalGovernment government, Model model) {
        model.addAttribute("columns", ImportColumn.values());
        return "administration/import";
    }

    /** The heading line of an empty file. */
    @Performs("organization.import-people")
    @GetMapping("/{government}/pengelola/impor/contoh.csv")
    ResponseEntity<byte[]> sample(LocalGovernment government) {
        String heading =
                Arrays.stream(ImportColumn.values())
                        .map(ImportColumn::heading)
                        .collect(Collectors.joining(";", "\uFEFF", "\r\n"));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename("pegawai-" + government.slug() + ".csv")
                                .build()
                                .toString())
                .body(heading.getBytes(StandardCharsets.UTF_8));
    }

    @Performs("organization.import-people")
    @FormLimit(FILE_LIMIT)
    @PostMapping("/{government}/pengelola/impor")
    String upload(LocalGovernment government, Actor actor, SubmittedForm form, Model model)
            throws IOException {
        Optional<SpooledFile> file = form.file("file");
        if (file.isEmpty()) {
            model.addAttribute("findings", List.of(Finding.blocking("import.no-file", "file")));
            return page(government, model);
        }
        byte[] bytes = file.get().bytes();
        ImportReport report = peopleImport.dryRun(government.id(), bytes);
        if (!report.fileFindings().isEmpty()) {
            model.addAttribute("findings", report.fileFindings());
            return page(government, model);
        }
        UUID kept =
                peopleImport.keep(
                        government.id(), file.get().name(), bytes, actor.account().value());
        return "redirect:/" + government.slug() + "/pengelola/impor/" + kept;
    }

    @Performs("organization.import-people")
    @GetMapping("/{government}/pengelola/impor/{file}")
    String dryRun(LocalGovernment government, @PathVariable String file, Model model) {
        model.addAttribute("file", file);
        return show(peopleImport.dryRun(government.id(), Ids.get(file)), model);
    }

    @Performs("organization.import-people")
    @PostMapping("/{government}/pengelola/impor/{file}")
    String run(LocalGovernment government, Actor actor, @PathVariable String file, Model model) {
        return show(
                peopleImport.run(government.id(), Ids.get(file), actor.account().value()), model);
    }

    private String show(ImportReport report, Model model) {
        model.addAttribute("report", report);
        model.addAttribute("outcomes", ImportReport.Outcome.values());
        List<LineView> lines = report.withFindings().stream().limit(SHOWN).map(this::view).toList();
        model.addAttribute("lines", lines);
        model.addAttribute("more", report.withFindings().size() - lines.size());
        return "administration/import-report";
    }

    private LineView view(ImportReport.Line line) {
        return new LineView(line, line.findings().stream().map(this::sentence).toList());
    }

    private Sentence sentence(Finding finding) {
        List<String> texts =
                BOTH.stream()
                        .map(language ->
                                messages.getMessage(
                                        "finding." + finding.code(),
                                        finding.arguments().toArray(),
                                        language))
                        .toList();
        return new Sentence(finding.isBlocking(), texts.getFirst(), texts.getLast());
    }
}
