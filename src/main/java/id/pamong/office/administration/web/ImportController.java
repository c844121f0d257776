package id.pamong.office.administration.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.organization.FileState;
import id.pamong.office.organization.ImportColumn;
import id.pamong.office.organization.ImportReport;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.PeopleFile;
import id.pamong.office.organization.PeopleImport;
import id.pamong.office.page.FormLimit;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SpooledFile;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Citation;
import id.pamong.office.regulation.Finding;
import id.pamong.office.table.TableFormat;
import id.pamong.office.table.TableWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** People are brought in from a file: dry run first, then the import; both may be left. */
@Controller
class ImportController {
    private static final long FILE_LIMIT = 9L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final String SECONDS_TO_NEXT_LOOK = "3";
    private static final List<Locale> BOTH = List.of(Locale.of("id"), Locale.ENGLISH);

    private final PeopleImport peopleImport;
    private final ImportLineListing listing;
    private final ListPages pages;
    private final Permissions permissions;
    private final MessageSource messages;

    ImportController(
            PeopleImport peopleImport,
            ImportLineListing listing,
            ListPages pages,
            Permissions permissions,
            MessageSource messages) {
        this.peopleImport = peopleImport;
        this.listing = listing;
        this.pages = pages;
        this.permissions = permissions;
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
    record Sentence(
            boolean blocking, String indonesian, String english, List<Citation> citations) {}

    /** A line of the report with its sentences. */
    record LineView(ImportReport.Line line, List<Sentence> sentences) {}

    @Performs("organization.import-people")
    @GetMapping("/{government}/pengelola/impor")
    String page(LocalGovernment government, Model model) {
        model.addAttribute("columns", ImportColumn.values());
        model.addAttribute("recent", peopleImport.recent(government.id()));
        return "administration/import";
    }

    /** The heading line of an empty file. */
    @Performs("organization.import-people")
    @GetMapping("/{government}/pengelola/impor/contoh.{format:csv|xlsx}")
    ResponseEntity<byte[]> sample(LocalGovernment government, @PathVariable String format)
            throws IOException {
        TableFormat form = TableFormat.of(format).orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = TableWriter.to(out, form, "Pegawai")) {
            table.row(Arrays.stream(ImportColumn.values()).map(ImportColumn::heading).toList());
        }
        return file("pegawai-" + government.slug(), form, out.toByteArray());
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
        UUID kept =
                peopleImport.keep(
                        government.id(),
                        file.get().name(),
                        file.get().bytes(),
                        actor.account().value());
        peopleImport.work(government.id(), kept, PATIENCE);
        return reported(government, kept);
    }

    @Performs("organization.import-people")
    @GetMapping("/{government}/pengelola/impor/{file}")
    String show(
            LocalGovernment government,
            Actor actor,
            @PathVariable String file,
            SubmittedForm form,
            HttpServletResponse response,
            Model model) {
        UUID id = Ids.get(file);
        PeopleFile found = peopleImport.get(government.id(), id);
        model.addAttribute("file", found);
        if (found.state() == FileState.REFUSED) {
            model.addAttribute("findings", found.findings());
            return page(government, model);
        }
        if (found.state().isUnderWay()) {
            response.setHeader("Refresh", SECONDS_TO_NEXT_LOOK);
            return "administration/import-progress";
        }
        return report(government, actor, found, form, model);
    }

    @Performs("organization.import-people")
    @PostMapping("/{government}/pengelola/impor/{file}")
    String run(LocalGovernment government, Actor actor, @PathVariable String file) {
        UUID id = Ids.get(file);
        peopleImport.begin(government.id(), id, actor.account().value());
        peopleImport.work(government.id(), id, PATIENCE);
        return reported(government, id);
    }

    /** To the lines that have something to say; the others are a press away. */
    private static String reported(LocalGovernment government, UUID file) {
        return "redirect:/%s/pengelola/impor/%s?hasil=%s"
                .formatted(government.slug(), file, ImportLineListing.SPEAKING);
    }

    private static ResponseEntity<byte[]> file(String name, TableFormat form, byte[] content) {
        return ResponseEntity.ok()
                .header("Content-Type", form.mediaType())
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(name + "." + form.ending())
                                .build()
                                .toString())
                .body(content);
    }

    private String report(
            LocalGovernment government,
            Actor actor,
            PeopleFile file,
            SubmittedForm form,
            Model model) {
        Map<ImportReport.Outcome, Integer> counts = peopleImport.counts(government.id(), file.id());
        ListPages.Page<ImportReport.Line> page =
                pages.rows(
                        listing,
                        permissions.reader(government, actor),
                        form,
                        Map.of("berkas", file.id().toString()));
        model.addAttribute("counts", counts);
        model.addAttribute("outcomes", ImportReport.Outcome.values());
        model.addAttribute("only", form.text("hasil"));
        model.addAttribute(
                "changes",
                counts.getOrDefault(ImportReport.Outcome.NEW, 0)
                        + counts.getOrDefault(ImportReport.Outcome.CHANGED, 0));
        model.addAttribute("lines", page.rows().stream().map(this::view).toList());
        model.addAttribute("list", page.view());
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
        return new Sentence(
                finding.isBlocking(), texts.getFirst(), texts.getLast(), finding.citations());
    }
}
