package id.pamong.lifecycle.registration.web;

import id.pamong.lifecycle.registration.Ceremony;
import id.pamong.lifecycle.registration.CeremonyMember;
import id.pamong.lifecycle.registration.CeremonyStep;
import id.pamong.lifecycle.registration.CeremonyView;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Performs;
import id.pamong.office.installation.PublicAddress;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.GovernmentKind;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.Zone;
import id.pamong.office.page.FormLimit;
import id.pamong.office.page.SpooledFile;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.regulation.Citation;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import id.pamong.office.regulation.Setting;
import id.pamong.office.regulation.SettingSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the first run, behind the one-time link of the console. */
@Controller
class FirstRunController {
    private static final long ROOT_FILE_LIMIT = 1L << 20;

    private final Ceremony ceremony;
    private final Regulations regulations;
    private final PublicAddress address;
    private final People people;
    private final Accounts accounts;
    private final MessageSource messages;

    FirstRunController(
            Ceremony ceremony,
            Regulations regulations,
            PublicAddress address,
            People people,
            Accounts accounts,
            MessageSource messages) {
        this.ceremony = ceremony;
        this.regulations = regulations;
        this.address = address;
        this.people = people;
        this.accounts = accounts;
        this.messages = messages;
    }

    /** A step in the line of steps. */
    record StepView(String key, boolean done, boolean current, String note) {}

    /** What stands in the fields: as typed, else what is filled in already. */
    record Typed(UnaryOperator<String> source) {
        public String text(String name) {
            return source.apply(name);
        }
    }

    /** A finding with the label of its field, for the list of all findings. */
    record Named(String field, String label, Finding finding) {}

    /** A clause with what it asks. */
    record Summary(Citation citation, String text) {}

    /** One of the three with how far they are. */
    record MemberView(Person person, CeremonyMember member, boolean claimed) {}

    @Performs("registration.first-run")
    @GetMapping("/perdana/{token}")
    String page(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String peraturan,
            Model model) {
        CeremonyView view = ceremony.of(token);
        Map<String, String> defaults = defaults(view, chosen(peraturan));
        return show(token, view, name -> defaults.getOrDefault(name, ""), List.of(), model);
    }

    @Performs("registration.first-run")
    @PostMapping("/perdana/{token}/pemerintah")
    String government(@PathVariable String token, SubmittedForm form, Model model) {
        return after(
                token, form, ceremony.enterGovernment(token, FirstRunForm.government(form)), model);
    }

    @Performs("registration.first-run")
    @PostMapping("/perdana/{token}/kedudukan")
    String standing(@PathVariable String token, SubmittedForm form, Model model) {
        return after(
                token, form, ceremony.decideStanding(token, FirstRunForm.standing(form)), model);
    }

    @Performs("registration.first-run")
    @PostMapping("/perdana/{token}/akar")
    String root(@PathVariable String token, SubmittedForm form, Model model) {
        Optional<SecretBytes> passphrase = form.secret("passphrase");
        Optional<SecretBytes> repeated = form.secret("passphraseRepeat");
        List<Finding> findings =
                passphrase.isEmpty() || repeated.isEmpty()
                        ? List.of(Finding.blocking("organization.missing", "passphrase"))
                        : ceremony.makeRoot(token, passphrase.get(), repeated.get());
        return after(token, form, findings, model);
    }

    @Performs("registration.first-run")
    @GetMapping("/perdana/{token}/akar.pem")
    ResponseEntity<byte[]> rootFile(@PathVariable String token) {
        var file = ceremony.rootFile(token);
        return download(file.fileName(), MediaType.APPLICATION_OCTET_STREAM, file.pem());
    }

    @Performs("registration.first-run")
    @FormLimit(ROOT_FILE_LIMIT)
    @PostMapping("/perdana/{token}/berkas-akar")
    String rootConfirmed(@PathVariable String token, SubmittedForm form, Model model)
            throws IOException {
        Optional<SpooledFile> file = form.file("rootFile");
        Optional<SecretBytes> passphrase = form.secret("passphrase");
        List<Finding> findings =
                file.isEmpty()
                        ? List.of(Finding.blocking("first-run.no-root-file", "rootFile"))
                        : passphrase.isEmpty()
                                ? List.of(Finding.blocking("organization.missing", "passphrase"))
                                : ceremony.confirmRoot(token, file.get().bytes(), passphrase.get());
        return after(token, form, findings, model);
    }

    @Performs("registration.first-run")
    @PostMapping("/perdana/{token}/kantor")
    String office(@PathVariable String token, SubmittedForm form, Model model) {
        return after(token, form, ceremony.enterOffice(token, FirstRunForm.office(form)), model);
    }

    @Performs("registration.first-run")
    @PostMapping("/perdana/{token}/surat")
    String mail(@PathVariable String token, SubmittedForm form, Model model) {
        if (form.text("way").equals("sheets")) {
            ceremony.useSheets(token);
            return again(token);
        }
        return after(
                token,
                form,
                ceremony.setRelay(
                        token, FirstRunForm.relay(form), form.secret("password").orElse(null)),
                model);
    }

    @Performs("registration.first-run")
    @PostMapping("/perdana/{token}/berita-acara")
    String minutes(@PathVariable String token) {
        ceremony.closeMinutes(token);
        return again(token);
    }

    @Performs("registration.first-run")
    @GetMapping("/perdana/{token}/berita-acara.pdf")
    ResponseEntity<byte[]> minutesFile(@PathVariable String token) {
        return download(
                "berita-acara-upacara-perdana.pdf",
                MediaType.APPLICATION_PDF,
                ceremony.minutes(token));
    }

    /** Shown once and printed; only the hashes of the codes are kept. */
    @Performs("registration.first-run")
    @PostMapping("/perdana/{token}/kode")
    String codes(@PathVariable String token, Model model) {
        model.addAttribute("codes", ceremony.claimCodes(token));
        model.addAttribute("token", token);
        claimAddress(ceremony.of(token), model);
        return "registration/first-run-codes";
    }

    private String after(String token, SubmittedForm form, List<Finding> findings, Model model) {
        return findings.stream().anyMatch(Finding::isBlocking)
                ? show(token, ceremony.of(token), form::text, findings, model)
                : again(token);
    }

    private static String again(String token) {
        return "redirect:/perdana/" + token;
    }

    private String show(
            String token,
            CeremonyView view,
            UnaryOperator<String> typed,
            List<Finding> findings,
            Model model) {
        model.addAttribute("token", token);
        model.addAttribute("ceremony", view);
        model.addAttribute("steps", steps(view, ceremony.isFurther()));
        model.addAttribute("typed", new Typed(typed));
        // There are no pages of clauses before there is a local government.
        List<Finding> shown = findings.stream().map(found -> found.citing(List.of())).toList();
        model.addAttribute("findings", shown);
        model.addAttribute("named", shown.stream().map(this::named).toList());
        model.addAttribute("regulations", profiles());
        model.addAttribute("further", ceremony.isFurther());
        question(chosen(typed.apply("regulationId")), model);
        model.addAttribute("kinds", GovernmentKind.values());
        model.addAttribute("zones", Zone.values());
        model.addAttribute("classes", EmploymentClass.values());
        model.addAttribute("home", ceremony.governmentOf(view).orElse(null));
        if (view.step() == CeremonyStep.OFFICERS) {
            model.addAttribute("members", members(view));
            claimAddress(view, model);
        }
        return "registration/first-run-"
                + switch (view.step()) {
                    case GOVERNMENT -> "government";
                    case STANDING -> "standing";
                    case ROOT_KEY -> "root";
                    case ROOT_FILE -> "root-file";
                    case OFFICE -> "office";
                    case MAIL -> "mail";
                    case MINUTES -> "minutes";
                    case OFFICERS, DONE -> "officers";
                };
    }

    private Named named(Finding finding) {
        String field = finding.field() == null ? "" : finding.field();
        int dash = field.indexOf('-');
        String label = word("first-run.field." + field.substring(dash + 1));
        String who = dash < 0 ? "" : word("first-run.member." + field.substring(0, dash)) + ", ";
        return new Named(field, label.isEmpty() ? "" : who + label, finding);
    }

    private String word(String key) {
        String word = messages.getMessage(key, null, "", LocaleContextHolder.getLocale());
        return word == null ? "" : word;
    }

    private void claimAddress(CeremonyView view, Model model) {
        ceremony.governmentOf(view)
                .ifPresent(of ->
                        model.addAttribute(
                                "claimAddress", address.web() + "/" + of.slug() + "/akun/klaim"));
    }

    private List<RegulationProfile> profiles() {
        return regulations.ids().stream()
                .map(regulations::profile)
                .sorted(
                        Comparator.comparing(RegulationProfile::inForceOn)
                                .reversed()
                                .thenComparing(RegulationProfile::id))
                .toList();
    }

    private List<MemberView> members(CeremonyView view) {
        return ceremony.members(view).stream()
                .map(member ->
                        new MemberView(
                                people.get(view.government(), member.person()),
                                member,
                                accounts.accountOf(view.government(), member.person()).isPresent()))
                .toList();
    }

    private static List<StepView> steps(CeremonyView view, boolean further) {
        return Arrays.stream(CeremonyStep.values())
                .filter(step -> step != CeremonyStep.DONE)
                .filter(step -> step != CeremonyStep.ROOT_KEY || !further)
                .map(step ->
                        new StepView(
                                "first-run.step." + step.name(),
                                step.compareTo(view.step()) < 0,
                                step == view.step(),
                                ""))
                .toList();
    }

    /** The regulation of this id, else the newest. */
    private RegulationProfile chosen(String regulationId) {
        List<RegulationProfile> profiles = profiles();
        return profiles.stream()
                .filter(profile -> profile.id().equals(regulationId))
                .findFirst()
                .orElseGet(profiles::getFirst);
    }

    /** The question that the chosen regulation leaves open, with the clauses that disagree. */
    private void question(RegulationProfile profile, Model model) {
        Locale locale = LocaleContextHolder.getLocale();
        Setting scope = profile.setting("users.asnScope");
        model.addAttribute("open", scope.source() == SettingSource.OPEN);
        model.addAttribute("note", scope.reason().in(locale));
        model.addAttribute(
                "summaries",
                scope.citations().stream()
                        .map(citation -> new Summary(citation, summary(profile, citation, locale)))
                        .toList());
    }

    private static String summary(RegulationProfile profile, Citation citation, Locale locale) {
        return profile.clause(citation.id()).summary().in(locale);
    }

    /** What the chosen regulation's file already says is filled in. */
    private Map<String, String> defaults(CeremonyView view, RegulationProfile first) {
        Map<String, String> values = new HashMap<>();
        switch (view.step()) {
            case GOVERNMENT -> {
                values.put("regulationId", first.id());
                values.put("kind", first.setting("org.kind").text());
                values.put("headTitle", first.setting("org.headTitle").text());
                values.put("deputyTitle", first.setting("org.deputyTitle").text());
                values.put("province", first.setting("org.province").text());
                values.put("zone", Zone.WIB.name());
                values.put("accent", "#0b5394");
                values.put("asnScope", first.setting("users.asnScope").text());
                values.put("address", address.web().toString());
            }
            case STANDING -> values.put("standing", "TRIAL");
            case OFFICE -> {
                for (String member : List.of("head", "officer1", "officer2")) {
                    values.put(member + "-employmentClass", EmploymentClass.PNS.name());
                }
                ceremony.governmentOf(view)
                        .map(of -> regulations.profile(of.regulationId()))
                        .ifPresent(profile ->
                                values.put("agencyName", profile.setting("ra.office").text()));
            }
            case MAIL -> {
                values.put("security", "TLS");
                values.put("port", "465");
            }
            case ROOT_KEY, ROOT_FILE, MINUTES, OFFICERS, DONE -> {}
        }
        return values;
    }

    private static ResponseEntity<byte[]> download(String name, MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}
