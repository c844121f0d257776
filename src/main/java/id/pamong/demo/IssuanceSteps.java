package id.pamong.demo;

import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * Identification at the counter, and taking a certificate into use in the person's own session:
 * code, statement, agreement, passphrase, receipt.
 */
final class IssuanceSteps {
    static final String RECEIPT = "receipt.pdf";
    private static final int MOST_PAGES = 40;
    private static final String COUNTER = "/petugas/aktivasi";

    private final Walk walk;
    private final Road road;

    IssuanceSteps(Walk walk, Road road) {
        this.walk = walk;
        this.road = road;
    }

    /** An officer's own certificate, under the minutes of the first run. */
    void officerCertificate(DemoPerson officer) {
        Visitor visitor = walk.as(officer);
        WebPage page = visitor.open(waiting(visitor, officer));
        takeIntoUse(visitor, page, "", walk.government().officerPassphrase());
    }

    /** The officer compares the e-KTP with the person at the counter and hands over the code. */
    void identify() {
        Visitor officer = walk.as(walk.government().officers().getFirst());
        WebPage queue = officer.open(walk.at(COUNTER));
        String person =
                queue.linkBeside(road.applicant().name(), COUNTER + "/")
                        .orElseThrow(() -> new StepFailed("nobody at the counter: " + queue));
        WebPage released =
                officer.send(
                        officer.open(person)
                                .formWith("place")
                                .tickAll()
                                .fill("place", "Loket " + walk.government().head().agencyName()));
        Element code = released.document().selectFirst("main code");
        if (code == null) {
            throw new StepFailed("no code on " + released);
        }
        walk.journal().put(road.entry("code.activation"), code.text());
    }

    /** The applicant, in the applicant's own session. */
    void activate() {
        Visitor applicant = walk.as(road.applicant());
        WebPage done =
                takeIntoUse(
                        applicant,
                        applicant.open(waiting(applicant, road.applicant())),
                        walk.journal().get(road.entry("code.activation")),
                        road.passphrase());
        String receipt =
                done.link("tanda-terima.pdf")
                        .orElseThrow(() -> new StepFailed("no receipt on " + done));
        WebPage pdf = applicant.look(receipt);
        if (!pdf.isPdf()) {
            throw new StepFailed("the receipt is not a PDF: " + pdf);
        }
        walk.journal().keep(road.file(RECEIPT), pdf.body());
    }

    /** Answers page after page until nothing is asked any more. */
    private static WebPage takeIntoUse(
            Visitor visitor, WebPage first, String code, String passphrase) {
        WebPage page = first;
        for (int i = 0; i < MOST_PAGES; i++) {
            Optional<WebForm> asked = asked(page);
            if (asked.isEmpty()) {
                if (page.link("tanda-terima.pdf").isPresent()) {
                    return page;
                }
                pause();
                page = visitor.open(page.address().getPath());
            } else {
                page = visitor.send(answer(asked.get(), code, passphrase));
            }
        }
        throw new StepFailed("the activation does not end: " + page + " " + page.text());
    }

    private static Optional<WebForm> asked(WebPage page) {
        return page.forms().stream()
                .filter(form -> form.action().getPath().contains("/aktivasi/"))
                .findFirst();
    }

    private static WebForm answer(WebForm form, String code, String passphrase) {
        return form.fillIfThere("code", code)
                .tickAll()
                .fillIfThere("passphrase", passphrase)
                .fillIfThere("passphraseRepeat", passphrase);
    }

    /** The activation that waits for the person, by the list of things to do. */
    private String waiting(Visitor visitor, DemoPerson person) {
        String key = "activation." + person.key();
        return walk.journal()
                .find(key)
                .orElseGet(() -> {
                    WebPage home = visitor.open(walk.at("/beranda"));
                    String task =
                            home.link(walk.at("/aktivasi/"))
                                    .orElseThrow(() -> new StepFailed("nothing to do on " + home));
                    String path = visitor.open(task).address().getPath();
                    walk.journal().put(key, path);
                    return path;
                });
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailed("interrupted", e);
        }
    }
}
