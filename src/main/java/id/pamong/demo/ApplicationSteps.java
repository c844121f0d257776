package id.pamong.demo;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The applicant's dossier: form, mailbox, identity card, letters, submission. */
final class ApplicationSteps {
    private static final Pattern CODE = Pattern.compile("\\b([0-9]{4} ?[0-9]{4}|[0-9]{6})\\b");

    private final Walk walk;
    private final Road road;

    ApplicationSteps(Walk walk, Road road) {
        this.walk = walk;
        this.road = road;
    }

    /** A draft with everything the applicant gives alone. */
    void draft() {
        Visitor applicant = walk.as(road.applicant());
        WebPage list = applicant.open(walk.at("/permohonan"));
        WebPage page =
                begun(list).map(applicant::open).orElseGet(() -> applicant.send(offer(list)));
        String path = page.address().getPath();
        walk.journal().put(road.entry("application"), path);
        if (page.findFormTo("/isian").isEmpty()) {
            // Submitted by a start before this one.
            return;
        }
        WebForm form = page.formTo("/isian");
        if (!road.use().isEmpty()) {
            form.tick("uses", road.use());
        }
        form.fillIfThere("purpose", road.purpose())
                .fillIfThere("officialEmail", road.applicant().email());
        tickFirst(form, "duties");
        applicant.send(form);
        road.particulars().fill(applicant, path);
        proveMailbox(applicant, path);
        applicant.send(
                applicant
                        .open(path)
                        .formTo("/isian")
                        .attach(
                                "IDENTITY_CARD",
                                DemoPapers.identityCard(road.applicant(), walk.government()))
                        .pressTo("/berkas/IDENTITY_CARD"));
        WebForm letters = applicant.open(path).formTo("/isian");
        if (letters.hasButtonTo("/surat")) {
            applicant.send(letters.pressTo("/surat"));
        }
    }

    /** The application that a start before this one had begun. */
    private static Optional<String> begun(WebPage list) {
        return list.link("/permohonan/");
    }

    private WebForm offer(WebPage list) {
        return list.formsWith("type")
                .filter(form -> form.values().getOrDefault("type", List.of()).contains(road.type()))
                .filter(form ->
                        !form.has("kind")
                                || form.values().getOrDefault("kind", List.of()).contains("POST"))
                .findFirst()
                .orElseThrow(() ->
                        new StepFailed("no certificate " + road.type() + " offered on " + list));
    }

    /** Where the address is not proved yet: with the code that comes to it. */
    void proveMailbox(Visitor applicant, String path) {
        WebForm form = applicant.open(path).formTo("/isian");
        if (!form.hasButtonTo("/kode")) {
            return;
        }
        int seen = walk.mailbox().count();
        applicant.send(form.pressTo("/kode"));
        String code = walk.mailbox().waitFor(road.applicant().email(), seen, CODE);
        applicant.send(
                applicant.open(path).formTo("/isian").fill("code", code).pressTo("/kode/bukti"));
    }

    /** The superior recommends, from the superior's own account. */
    void recommend() {
        give(road.superior(), "/rekomendasi/", road.purpose());
    }

    /** The head of the agency sends the cover letter. */
    void cover() {
        give(road.agencyHead(), "/pengantar/", "");
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
        return walk.as(road.applicant())
                .open(walk.journal().get(road.entry("application")))
                .link("/surat" + part.substring(0, part.length() - 1))
                .isPresent();
    }

    /** The applicant declares the truth and submits. */
    void submit() {
        Visitor applicant = walk.as(road.applicant());
        WebPage page = applicant.open(walk.journal().get(road.entry("application")));
        if (page.findFormTo("/isian").isPresent()) {
            applicant.send(page.formTo("/isian").tick("declared", "yes").pressTo("/ajukan"));
        }
    }

    private static void tickFirst(WebForm form, String name) {
        form.firstChoice(name).ifPresent(value -> form.tick(name, value));
    }
}
