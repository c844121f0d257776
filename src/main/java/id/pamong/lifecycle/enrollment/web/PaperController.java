package id.pamong.lifecycle.enrollment.web;

import id.pamong.lifecycle.enrollment.ApplicationDesk;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.DossierPaper;
import id.pamong.lifecycle.enrollment.DossierPapers;
import id.pamong.lifecycle.enrollment.Endorsement;
import id.pamong.lifecycle.enrollment.LetterDesk;
import id.pamong.lifecycle.enrollment.LetterDesk.ScanFields;
import id.pamong.lifecycle.enrollment.ParticularsDesk;
import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.archive.StoredFile;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.FormLimit;
import id.pamong.office.page.SpooledFile;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Papers and letters of the applicant's dossier: in, out, and to look at. */
@Controller
class PaperController {
    private static final int PREVIEW = 720;
    private static final Set<String> PAPERS =
            Set.of(
                    DossierPaper.IDENTITY_CARD,
                    DossierPaper.APPOINTMENT_DECREE,
                    DossierPaper.AUTHORITY_DESIGNATION);

    private final ApplicationDesk desk;
    private final DossierPapers papers;
    private final ParticularsDesk particulars;
    private final LetterDesk letters;
    private final DossierPage page;
    private final Archive archive;

    PaperController(
            ApplicationDesk desk,
            DossierPapers papers,
            ParticularsDesk particulars,
            LetterDesk letters,
            DossierPage page,
            Archive archive) {
        this.desk = desk;
        this.papers = papers;
        this.particulars = particulars;
        this.letters = letters;
        this.page = page;
        this.archive = archive;
    }

    @Performs("enrollment.add-paper")
    @PostMapping("/{government}/permohonan/{id}/berkas/{item}")
    @FormLimit(ApplicationController.WITH_FILES)
    String add(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            @PathVariable String item,
            SubmittedForm form,
            Model model)
            throws IOException {
        ApplicationId application = new ApplicationId(id);
        requireItem(item);
        Optional<String> notKept = page.keep(actor, government, application, form, model);
        if (notKept.isPresent()) {
            return notKept.get();
        }
        Optional<SpooledFile> file = form.file(item);
        if (file.isEmpty()) {
            return page.refused(
                    actor,
                    government,
                    application,
                    form,
                    List.of(Finding.blocking(missing(item), item)),
                    model);
        }
        return switch (papers.addPaper(
                actor, application, item, file.get().name(), file.get()::open)) {
            case DossierPapers.Adding.Added added ->
                    ApplicationController.to(government, application, "paper-added", item);
            case DossierPapers.Adding.Refused(List<Finding> findings) ->
                    page.refused(actor, government, application, form, findings, model);
        };
    }

    /** The request of the system's host, as a file or pasted; nothing else of the host travels. */
    @Performs("enrollment.add-request")
    @PostMapping("/{government}/permohonan/{id}/csr")
    @FormLimit(ApplicationController.WITH_FILES)
    String request(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model)
            throws IOException {
        ApplicationId application = new ApplicationId(id);
        Optional<String> notKept = page.keep(actor, government, application, form, model);
        if (notKept.isPresent()) {
            return notKept.get();
        }
        Optional<SpooledFile> file = form.file("request");
        byte[] sent =
                file.isPresent()
                        ? file.get().bytes()
                        : form.text("requestText").getBytes(StandardCharsets.UTF_8);
        if (sent.length == 0) {
            return page.refused(
                    actor,
                    government,
                    application,
                    form,
                    List.of(Finding.blocking("enrollment.request-missing", "request")),
                    model);
        }
        return switch (particulars.send(actor, application, sent)) {
            case ParticularsDesk.Sending.Kept _ ->
                    ApplicationController.to(government, application, "request-added", "system");
            case ParticularsDesk.Sending.Refused(List<Finding> findings) ->
                    page.refused(actor, government, application, form, findings, model);
        };
    }

    private static String missing(String item) {
        return switch (item) {
            case DossierPaper.APPOINTMENT_DECREE -> "enrollment.decree-missing";
            case DossierPaper.AUTHORITY_DESIGNATION -> "enrollment.designation-missing";
            default -> "enrollment.identity-card-missing";
        };
    }

    @Performs("enrollment.add-paper")
    @PostMapping("/{government}/permohonan/{id}/berkas/{item}/hapus")
    @FormLimit(ApplicationController.WITH_FILES)
    String remove(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            @PathVariable String item,
            SubmittedForm form,
            Model model) {
        ApplicationId application = new ApplicationId(id);
        requireItem(item);
        Optional<String> notKept = page.keep(actor, government, application, form, model);
        if (notKept.isPresent()) {
            return notKept.get();
        }
        papers.removePaper(actor, application, item);
        return ApplicationController.to(government, application, "paper-removed", item);
    }

    @Performs("enrollment.view")
    @GetMapping("/{government}/permohonan/{id}/berkas/{item}")
    ResponseEntity<byte[]> paper(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            @PathVariable String item) {
        DossierPaper paper = paperOf(actor, id, item);
        return file(government, paper.file(), paper.name());
    }

    @Performs("enrollment.view")
    @GetMapping("/{government}/permohonan/{id}/berkas/{item}/gambar")
    ResponseEntity<byte[]> picture(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            @PathVariable String item,
            @RequestParam(defaultValue = "1") int halaman) {
        DossierPaper paper = paperOf(actor, id, item);
        if (halaman < 1 || halaman > paper.pages()) {
            throw new NotFound("paper.not-found");
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_PNG)
                .body(archive.picture(government.id(), paper.file(), halaman, PREVIEW));
    }

    @Performs("enrollment.ask-letters")
    @PostMapping("/{government}/permohonan/{id}/surat")
    @FormLimit(ApplicationController.WITH_FILES)
    String ask(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        ApplicationId application = new ApplicationId(id);
        Optional<String> notKept = page.keep(actor, government, application, form, model);
        if (notKept.isPresent()) {
            return notKept.get();
        }
        return answer(
                actor,
                government,
                application,
                form,
                letters.ask(actor, application),
                "asked",
                model);
    }

    @Performs("enrollment.attach-letter")
    @PostMapping("/{government}/permohonan/{id}/surat/{kind}/pindaian")
    @FormLimit(ApplicationController.WITH_FILES)
    String attach(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            @PathVariable String kind,
            SubmittedForm form,
            Model model)
            throws IOException {
        ApplicationId application = new ApplicationId(id);
        Endorsement.Kind letter = kindOf(kind);
        Optional<String> notKept = page.keep(actor, government, application, form, model);
        if (notKept.isPresent()) {
            return notKept.get();
        }
        Optional<SpooledFile> file = form.file(letter + "-file");
        ScanFields fields =
                new ScanFields(
                        form.text(letter + "-number"),
                        form.text(letter + "-date"),
                        form.text(letter + "-giver"),
                        form.text(letter + "-title"));
        LetterDesk.Outcome outcome =
                file.isPresent()
                        ? letters.attachScan(
                                actor,
                                application,
                                letter,
                                fields,
                                file.get().name(),
                                file.get()::open)
                        : letters.attachScan(actor, application, letter, fields, null, null);
        return answer(actor, government, application, form, outcome, "attached", model);
    }

    @Performs("enrollment.attach-letter")
    @PostMapping("/{government}/permohonan/{id}/surat/{kind}/lepas")
    @FormLimit(ApplicationController.WITH_FILES)
    String detach(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            @PathVariable String kind,
            SubmittedForm form,
            Model model) {
        ApplicationId application = new ApplicationId(id);
        Endorsement.Kind letter = kindOf(kind);
        Optional<String> notKept = page.keep(actor, government, application, form, model);
        if (notKept.isPresent()) {
            return notKept.get();
        }
        letters.detach(actor, application, letter);
        return ApplicationController.to(government, application, "detached", letter.name());
    }

    @Performs("enrollment.view")
    @GetMapping("/{government}/permohonan/{id}/surat/{kind}")
    ResponseEntity<byte[]> letter(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            @PathVariable String kind) {
        Endorsement.Kind wanted = kindOf(kind);
        Dossier dossier = desk.view(actor, new ApplicationId(id));
        Endorsement letter =
                dossier.endorsement(wanted).orElseThrow(() -> new NotFound("paper.not-found"));
        return file(government, letter.file(), kind + ".pdf");
    }

    private String answer(
            Actor actor,
            LocalGovernment government,
            ApplicationId id,
            SubmittedForm form,
            LetterDesk.Outcome outcome,
            String news,
            Model model) {
        return switch (outcome) {
            case LetterDesk.Outcome.Done done ->
                    ApplicationController.to(government, id, news, "surat");
            case LetterDesk.Outcome.Refused(List<Finding> findings) ->
                    page.refused(actor, government, id, form, findings, model);
        };
    }

    private DossierPaper paperOf(Actor actor, UUID id, String item) {
        return desk.view(actor, new ApplicationId(id))
                .paper(item)
                .orElseThrow(() -> new NotFound("paper.not-found"));
    }

    private ResponseEntity<byte[]> file(LocalGovernment government, FileId id, String name) {
        StoredFile stored = archive.describe(government.id(), id);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(stored.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(archive.read(government.id(), id));
    }

    private static void requireItem(String item) {
        if (!PAPERS.contains(item)) {
            throw new NotFound("paper.not-found");
        }
    }

    /** The law's words in addresses: rekomendasi and pengantar. */
    private static Endorsement.Kind kindOf(String word) {
        return Arrays.stream(Endorsement.Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new NotFound("paper.not-found"));
    }
}
