package id.pamong.lifecycle.counter.web;

import id.pamong.lifecycle.counter.CounterDesk;
import id.pamong.lifecycle.counter.CounterFileId;
import id.pamong.lifecycle.counter.CounterKeying;
import id.pamong.lifecycle.counter.CounterPaper;
import id.pamong.lifecycle.counter.CounterScans;
import id.pamong.lifecycle.enrollment.ApplicationDesk;
import id.pamong.lifecycle.enrollment.Endorsement;
import id.pamong.lifecycle.enrollment.IntendedUse;
import id.pamong.lifecycle.enrollment.LetterDesk;
import id.pamong.lifecycle.enrollment.TypedParticulars;
import id.pamong.lifecycle.subscriber.Duty;
import id.pamong.office.archive.ShelfPlace;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.FormLimit;
import id.pamong.office.page.SpooledFile;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

/** One file of the counter on one page, from the receipt to the queue. */
@Controller
class CounterFileController {
    private static final String PAGE = "/{government}/petugas/loket/{id}";
    private static final long SCAN_LIMIT = 24L << 20;
    private static final int PREVIEW = 480;
    private static final int LARGE = 1400;

    private static final Set<String> NEWS =
            Set.of("received", "scanned", "divided", "keyed", "certified", "submitted", "shelved");

    private final CounterDesk desk;
    private final CounterScans scans;
    private final CounterKeying keying;
    private final CounterFilePage page;

    CounterFileController(
            CounterDesk desk, CounterScans scans, CounterKeying keying, CounterFilePage page) {
        this.desk = desk;
        this.scans = scans;
        this.keying = keying;
        this.page = page;
    }

    @Performs("counter.view")
    @GetMapping(PAGE)
    String view(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String kabar,
            Model model) {
        model.addAttribute("notice", NEWS.contains(kabar) ? "counter.notice." + kabar : null);
        return page.show(actor, government, new CounterFileId(id), null, List.of(), model);
    }

    @Performs("counter.view")
    @GetMapping(PAGE + "/tanda-terima.pdf")
    ResponseEntity<byte[]> receipt(Actor actor, @PathVariable UUID id) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("tanda-terima-berkas.pdf")
                                .build()
                                .toString())
                .body(desk.receipt(actor, new CounterFileId(id)));
    }

    @Performs("counter.scan-view")
    @GetMapping(PAGE + "/halaman/{number}")
    ResponseEntity<byte[]> picture(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String ukuran) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_PNG)
                .body(
                        desk.picture(
                                actor,
                                new CounterFileId(id),
                                number,
                                ukuran.equals("besar") ? LARGE : PREVIEW));
    }

    @Performs("counter.scan")
    @PostMapping(PAGE + "/pindaian")
    @FormLimit(SCAN_LIMIT)
    String scan(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model)
            throws IOException {
        CounterFileId file = new CounterFileId(id);
        desk.view(actor, file);
        Optional<SpooledFile> upload = form.file("scan");
        List<Finding> findings =
                upload.isEmpty()
                        ? List.of(Finding.blocking("counter.scan-missing", "scan"))
                        : scans.scan(
                                actor,
                                file,
                                version(form),
                                upload.get().name(),
                                upload.get()::open);
        return after(actor, government, file, form, findings, "scanned", model);
    }

    @Performs("counter.scan")
    @PostMapping(PAGE + "/bagi")
    String divide(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        CounterFileId file = new CounterFileId(id);
        Map<String, CounterScans.Pages> pages = new LinkedHashMap<>();
        for (CounterPaper paper : desk.view(actor, file).file().papers()) {
            pages.put(
                    paper.item(),
                    new CounterScans.Pages(
                            form.text("from-" + paper.item()), form.text("to-" + paper.item())));
        }
        List<Finding> findings =
                scans.divide(actor, file, version(form), pages, form.text("blank"));
        return after(actor, government, file, form, findings, "divided", model);
    }

    @Performs("counter.key")
    @PostMapping(PAGE + "/isian")
    String key(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        CounterFileId file = new CounterFileId(id);
        Map<Endorsement.Kind, LetterDesk.ScanFields> letters =
                new EnumMap<>(Endorsement.Kind.class);
        for (Endorsement.Kind kind : Endorsement.Kind.values()) {
            letters.put(
                    kind,
                    new LetterDesk.ScanFields(
                            form.text(kind + "-number"),
                            form.text(kind + "-date"),
                            form.text(kind + "-giver"),
                            form.text(kind + "-title")));
        }
        List<Finding> findings =
                keying.key(
                        actor,
                        file,
                        version(form),
                        new ApplicationDesk.Fields(
                                known(form.texts("uses"), IntendedUse.values()),
                                known(form.texts("duties"), Duty.values()),
                                form.text("purpose"),
                                form.text("officialEmail"),
                                TypedParticulars.read(new KeyedFields(form))),
                        letters,
                        form.text("requestText"));
        return after(actor, government, file, form, findings, "keyed", model);
    }

    @Performs("counter.certify")
    @PostMapping(PAGE + "/sesuai-asli")
    String certify(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        CounterFileId file = new CounterFileId(id);
        List<Finding> findings =
                keying.certify(
                        actor, file, version(form), form.has("compared"), form.has("declared"));
        return after(actor, government, file, form, findings, "certified", model);
    }

    @Performs("counter.submit")
    @PostMapping(PAGE + "/ajukan")
    String submit(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        CounterFileId file = new CounterFileId(id);
        List<Finding> findings = keying.submit(actor, file, version(form));
        return after(actor, government, file, form, findings, "submitted", model);
    }

    @Performs("counter.shelve")
    @PostMapping(PAGE + "/tempat")
    String shelve(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        CounterFileId file = new CounterFileId(id);
        List<Finding> findings =
                desk.shelve(
                        actor,
                        file,
                        new ShelfPlace(form.text("rack"), form.text("box"), form.text("folder")));
        return after(actor, government, file, form, findings, "shelved", model);
    }

    /** A form of the counter, as what reads particulars sees it. */
    private record KeyedFields(SubmittedForm form) implements TypedParticulars.Fields {
        @Override
        public boolean has(String name) {
            return form.has(name);
        }

        @Override
        public String text(String name) {
            return form.text(name);
        }

        @Override
        public List<String> texts(String name) {
            return form.texts(name);
        }
    }

    private String after(
            Actor actor,
            LocalGovernment government,
            CounterFileId id,
            @Nullable SubmittedForm form,
            List<Finding> findings,
            String news,
            Model model) {
        return findings.isEmpty()
                ? "redirect:/" + government.slug() + "/petugas/loket/" + id + "?kabar=" + news
                : page.show(actor, government, id, form, findings, model);
    }

    private static int version(SubmittedForm form) {
        String text = form.text("version");
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }

    private static <T extends Enum<T>> Set<T> known(List<String> names, T[] values) {
        return Arrays.stream(values)
                .filter(value -> names.contains(value.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
