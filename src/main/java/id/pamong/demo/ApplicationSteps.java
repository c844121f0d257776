package id.pamong.demo;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The applicant's dossier: form, mailbox, identity card, letters, submission. */
final class ApplicationSteps {
    private static final Pattern CODE = Pattern.compile("\\b([0-9]{4} ?[0-9]{4}|[0-9]{6})\\b");

    private final Walk walk;

    ApplicationSteps(Walk walk) {
        this.walk = walk;
    }

    /** A draft with everything the applicant gives alone. */
    void draft() {
        Visitor applicant = walk.as(DemoCity.APPLICANT);
        WebPage list = applicant.open(walk.at("/permohonan"));
        WebPage page =
                begun(list).map(applicant::open).orElseGet(() -> applicant.send(individual(list)));
        String path = page.address().getPath();
        walk.journal().put("application", path);
        WebForm form = page.formTo("/isian");
        form.tick("uses", "DIGITAL_SIGNATURE")
                .fillIfThere(
                        "purpose",
                        "Menandatangani surat tugas dan undangan dinas bidang kurikulum.")
                .fillIfThere("officialEmail", DemoCity.APPLICANT.email());
        tickFirst(form, "duties");
        applicant.send(form);
        proveMailbox(applicant, path);
        applicant.send(
                applicant
                        .open(path)
                        .formTo("/isian")
                        .attach("IDENTITY_CARD", DemoPapers.identityCard(DemoCity.APPLICANT))
                        .pressTo("/berkas/IDENTITY_CARD"));
        applicant.send(applicant.open(path).formTo("/isian").pressTo("/surat"));
    }

    /** The application that a start before this one had begun. */
    private static Optional<String> begun(WebPage list) {
        return list.link("/permohonan/");
    }

    private static WebForm individual(WebPage list) {
        return list.formsWith("type")
                .filter(form ->
                        form.values().getOrDefault("type", List.of()).contains("INDIVIDUAL"))
                .findFirst()
                .orElseThrow(() -> new StepFailed("no individual certificate offered on " + list));
    }

    private void proveMailbox(Visitor applicant, String path) {
        WebForm form = applicant.open(path).formTo("/isian");
        if (!form.hasButtonTo("/kode")) {
            return;
        }
        int seen = walk.mailbox().count();
        applicant.send(form.pressTo("/kode"));
        String code = walk.mailbox().waitFor(DemoCity.APPLICANT.email(), seen, CODE);
        applicant.send(
                applicant.open(path).formTo("/isian").fill("code", code).pressTo("/kode/bukti"));
    }

    /** The superior recommends, from the superior's own account. */
    void recommend() {
        give(
                DemoCity.SUPERIOR,
                "/rekomendasi/",
                "Yang bersangkutan menandatangani surat tugas dan laporan kurikulum setiap minggu.");
    }

    /** The head of the agency sends the cover letter. */
    void cover() {
        give(DemoCity.AGENCY_HEAD, "/pengantar/", "");
    }

    private void give(DemoPerson giver, String part, String reason) {
        if (isGiven(part)) {
            return;
        }
        Visitor visitor = walk.as(giver);
        String task =
                visitor.open(walk.at("/beranda"))
                        .link(part)
                        .orElseThrow(() ->
                                new StepFailed("no " + part + " on the home page of " + giver));
        WebPage page = visitor.open(task);
        WebForm form = page.formTo(page.address().getPath());
        visitor.send(form.fillIfThere("reason", reason));
    }

    /** Whether the letter lies in the dossier, from a start before this one. */
    private boolean isGiven(String part) {
        return walk.as(DemoCity.APPLICANT)
                .open(walk.journal().get("application"))
                .link("/surat" + part.substring(0, part.length() - 1))
                .isPresent();
    }

    /** The applicant declares the truth and submits. */
    void submit() {
        Visitor applicant = walk.as(DemoCity.APPLICANT);
        WebPage page = applicant.open(walk.journal().get("application"));
        if (page.findFormTo("/isian").isPresent()) {
            applicant.send(page.formTo("/isian").tick("declared", "yes").pressTo("/ajukan"));
        }
    }

    private static void tickFirst(WebForm form, String name) {
        form.firstChoice(name).ifPresent(value -> form.tick(name, value));
    }
}
