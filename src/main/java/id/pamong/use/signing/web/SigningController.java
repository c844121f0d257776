package id.pamong.use.signing.web;

import id.pamong.authority.signature.DocumentSource;
import id.pamong.authority.signature.SignatureBlock;
import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.SigningCapacity;
import id.pamong.office.page.FormLimit;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SpooledFile;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.use.signing.Letter;
import id.pamong.use.signing.LetterId;
import id.pamong.use.signing.Readiness;
import id.pamong.use.signing.Signing;
import id.pamong.use.signing.SigningOutcome;
import id.pamong.use.signing.UploadOutcome;
import id.pamong.use.signing.WaitingLetters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.InputStreamResource;
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

/** Upload, place, sign, fetch; and what one has signed. */
@Controller
class SigningController {
    private static final long UPLOAD = (200L << 20) + (1L << 20);
    private static final int PICTURE_WIDTH = 900;

    private final Signing signing;
    private final WaitingLetters waiting;
    private final People people;
    private final LetterListing listing;
    private final ListPages pages;
    private final Permissions permissions;

    SigningController(
            Signing signing,
            WaitingLetters waiting,
            People people,
            LetterListing listing,
            ListPages pages,
            Permissions permissions) {
        this.listing = listing;
        this.pages = pages;
        this.permissions = permissions;
        this.signing = signing;
        this.waiting = waiting;
        this.people = people;
    }

    @Bean
    static NavItem signingEntry() {
        return new NavItem(20, "signing.nav", "/tandatangan", "signing.list", "pen");
    }

    @Performs("signing.list")
    @GetMapping("/{government}/tandatangan")
    String list(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        model.addAttribute("notice", form.has("dibuang") ? "signing.discarded" : null);
        return list(government, actor, form, List.of(), model);
    }

    @Performs("signing.upload")
    @FormLimit(UPLOAD)
    @PostMapping("/{government}/tandatangan")
    String upload(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        Optional<SpooledFile> file = form.file("document");
        if (file.isEmpty()) {
            return list(
                    government,
                    actor,
                    form,
                    List.of(Finding.blocking("signing.no-document", "document")),
                    model);
        }
        return switch (signing.upload(actor, file.get().name(), source(file.get()))) {
            case UploadOutcome.Refused(List<Finding> findings) ->
                    list(government, actor, form, findings, model);
            case UploadOutcome.Kept(LetterId letter) -> redirect(government, letter, "");
        };
    }

    @Performs("signing.sign")
    @GetMapping("/{government}/tandatangan/{letter}")
    String place(
            LocalGovernment government,
            Actor actor,
            @PathVariable UUID letter,
            SubmittedForm form,
            Model model) {
        Letter mine = signing.mine(actor, new LetterId(letter));
        if (mine.state() == Letter.State.SIGNED) {
            return redirect(government, mine.id(), "/hasil");
        }
        return place(
                government, actor, PlacementForm.of(mine, form), chosen(form), List.of(), model);
    }

    /** Keeps the placement and shows it, also on another page; the way without scripts. */
    @Performs("signing.discard")
    @PostMapping("/{government}/tandatangan/{letter}/buang")
    String discard(LocalGovernment government, Actor actor, @PathVariable UUID letter) {
        waiting.discard(actor, new LetterId(letter));
        return "redirect:/" + government.slug() + "/tandatangan?dibuang";
    }

    @Performs("signing.place")
    @PostMapping("/{government}/tandatangan/{letter}/letak")
    String keep(
            LocalGovernment government,
            Actor actor,
            @PathVariable UUID letter,
            SubmittedForm form,
            Model model) {
        Letter mine = signing.mine(actor, new LetterId(letter));
        PlacementForm typed = PlacementForm.typed(mine, form);
        List<Finding> findings = new ArrayList<>(typed.findings());
        if (findings.isEmpty()) {
            findings.addAll(signing.place(actor, mine.id(), typed.placement()));
        }
        return findings.isEmpty()
                ? redirect(government, mine.id(), "#letak")
                : place(government, actor, typed, chosen(form), findings, model);
    }

    @Performs("signing.sign")
    @PostMapping("/{government}/tandatangan/{letter}")
    String sign(
            LocalGovernment government,
            Actor actor,
            @PathVariable UUID letter,
            SubmittedForm form,
            Model model) {
        Letter mine = signing.mine(actor, new LetterId(letter));
        if (mine.state() == Letter.State.SIGNED) {
            return redirect(government, mine.id(), "/hasil");
        }
        PlacementForm typed = PlacementForm.typed(mine, form);
        List<Finding> findings = new ArrayList<>(typed.findings());
        if (findings.isEmpty()) {
            findings.addAll(signing.place(actor, mine.id(), typed.placement()));
        }
        Optional<SecretBytes> passphrase = form.secret("passphrase");
        if (passphrase.isEmpty()) {
            findings.add(Finding.blocking("signing.passphrase-needed", "passphrase"));
        }
        if (!findings.isEmpty()) {
            return place(government, actor, typed, chosen(form), findings, model);
        }
        return switch (signing.sign(
                government, actor, mine.id(), chosen(form), passphrase.orElseThrow())) {
            case SigningOutcome.Signed(Letter signed) ->
                    redirect(government, signed.id(), "/hasil");
            case SigningOutcome.NotSigned(Letter kept, List<Finding> why) ->
                    place(government, actor, typed, chosen(form), why, model);
        };
    }

    @Performs("signing.view")
    @GetMapping("/{government}/tandatangan/{letter}/halaman/{number}")
    ResponseEntity<byte[]> picture(
            LocalGovernment government,
            Actor actor,
            @PathVariable UUID letter,
            @PathVariable int number) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(signing.picture(actor, new LetterId(letter), number, PICTURE_WIDTH));
    }

    @Performs("signing.view")
    @GetMapping("/{government}/tandatangan/{letter}/hasil")
    String result(LocalGovernment government, Actor actor, @PathVariable UUID letter, Model model) {
        Letter mine = signing.mine(actor, new LetterId(letter));
        if (mine.state() != Letter.State.SIGNED) {
            return redirect(government, mine.id(), "");
        }
        model.addAttribute("letter", mine);
        model.addAttribute("checkPage", signing.checkPage(government, mine));
        return "signing/result";
    }

    @Performs("signing.view")
    @GetMapping("/{government}/tandatangan/{letter}/berkas")
    ResponseEntity<InputStreamResource> download(
            LocalGovernment government, Actor actor, @PathVariable UUID letter) throws IOException {
        Letter mine = signing.mine(actor, new LetterId(letter));
        if (mine.state() != Letter.State.SIGNED) {
            throw new NotFound("letter.not-signed");
        }
        DocumentSource file = signing.signedFile(government.id(), mine);
        InputStream content = file.open();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .contentLength(file.size())
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(signedName(mine.fileName()), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(content));
    }

    private String list(
            LocalGovernment government,
            Actor actor,
            SubmittedForm form,
            List<Finding> findings,
            Model model) {
        ListPages.Page<Letter> page =
                pages.rows(listing, permissions.reader(government, actor), form);
        model.addAttribute("findings", findings);
        model.addAttribute("readiness", signing.readiness(government, actor.person()));
        model.addAttribute("letters", page.rows());
        model.addAttribute("former", waiting.underFormerPost(government, page.rows()));
        model.addAttribute("list", page.view());
        return "signing/list";
    }

    private String place(
            LocalGovernment government,
            Actor actor,
            PlacementForm placement,
            Optional<CertificateId> chosen,
            List<Finding> findings,
            Model model) {
        model.addAttribute("findings", findings);
        Readiness readiness = signing.readiness(government, actor.person(), chosen);
        model.addAttribute("readiness", readiness);
        RegisteredCertificate certificate = readiness.certificate();
        if (certificate != null) {
            model.addAttribute(
                    "footer", SignatureBlock.footer(certificate.standing(), certificate.issuer()));
        }
        model.addAttribute("letter", placement.letter());
        model.addAttribute("form", placement);
        List<SigningCapacity> capacities =
                signing.capacities(government, actor.person(), readiness.certificate());
        model.addAttribute("capacities", capacities);
        model.addAttribute(
                "shownPost",
                capacities.stream()
                        .filter(one -> one.key().equals(placement.capacity()))
                        .findFirst()
                        .orElse(capacities.getFirst())
                        .text());
        model.addAttribute("person", people.get(government.id(), actor.person()));
        return "signing/place";
    }

    /** Which certificate is to sign; one that is no id is one that nobody has. */
    private static Optional<CertificateId> chosen(SubmittedForm form) {
        String text = form.text("certificate");
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new CertificateId(UUID.fromString(text)));
        } catch (IllegalArgumentException unreadable) {
            return Optional.of(new CertificateId(new UUID(0, 0)));
        }
    }

    private static DocumentSource source(SpooledFile file) {
        return new DocumentSource() {
            @Override
            public long size() {
                return file.size();
            }

            @Override
            public InputStream open() throws IOException {
                return file.open();
            }
        };
    }

    private static String signedName(String name) {
        String stem =
                name.toLowerCase(java.util.Locale.ROOT).endsWith(".pdf")
                        ? name.substring(0, name.length() - 4)
                        : name;
        return stem + "-bertanda-tangan.pdf";
    }

    private static String redirect(LocalGovernment government, LetterId letter, String rest) {
        return "redirect:/" + government.slug() + "/tandatangan/" + letter + rest;
    }
}
