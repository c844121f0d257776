package id.pamong.demo;

import java.net.URI;
import org.jsoup.nodes.Element;

/** The owner signs a letter; anyone checks it by its link and by upload. */
final class SigningSteps {
    static final String LETTER = "letter.pdf";
    static final String SIGNED = "letter-signed.pdf";

    private final Walk walk;
    private final Road road;

    SigningSteps(Walk walk, Road road) {
        this.walk = walk;
        this.road = road;
    }

    /** Uploads the letter, places the block on its second page, types the passphrase. */
    void sign() {
        byte[] letter = DemoPapers.letter(road.applicant(), walk.government());
        walk.journal().keep(road.file(LETTER), letter);
        Visitor owner = walk.as(road.applicant());
        WebPage place =
                owner.send(
                        owner.open(walk.at("/tandatangan"))
                                .formWith("document")
                                .attach(
                                        "document",
                                        new Upload(
                                                "undangan-lokakarya.pdf",
                                                "application/pdf",
                                                letter)));
        WebForm form = place.formWith("passphrase", "duty");
        if (form.hasButton("goto", "2")) {
            place = owner.send(form.pressTo("/letak").press("goto", "2"));
            form = place.formWith("passphrase", "duty");
        }
        WebPage result =
                owner.send(
                        form.fillIfThere("left", "300")
                                .fillIfThere("top", DemoPapers.blockTop(walk.government()))
                                .fillIfThere("width", "200")
                                .fillIfThere("height", "84")
                                .fill("duty", "OFFICIAL_LETTER")
                                .fill("number", DemoPapers.letterNumber(walk.government()))
                                .fill("subject", DemoPapers.letterSubject(walk.government()))
                                .fill("passphrase", road.passphrase()));
        String checkPage =
                result.link("/periksa/")
                        .orElseThrow(() -> new StepFailed("no check link on " + result));
        WebPage signed =
                owner.look(
                        result.link("/berkas")
                                .orElseThrow(() -> new StepFailed("no file on " + result)));
        if (!signed.isPdf()) {
            throw new StepFailed("the signed letter is not a PDF: " + signed);
        }
        walk.journal().keep(road.file(SIGNED), signed.body());
        walk.journal().put(road.entry("verification"), checkPage);
    }

    /** A citizen scans the QR code. */
    void checkByLink() {
        WebPage page =
                walk.anyone("citizen")
                        .open(URI.create(walk.journal().get(road.entry("verification"))).getPath());
        if (!page.text().contains(road.applicant().name())
                || !page.text().contains("sertifikat latihan")) {
            throw new StepFailed("the link does not say who signed: " + page.text());
        }
    }

    /** A citizen uploads the file, and then the file with one bit changed. */
    void checkByUpload() {
        byte[] signed = walk.journal().file(road.file(SIGNED));
        expectIntact(check(signed));
        byte[] changed = signed.clone();
        changed[walk.journal().file(road.file(LETTER)).length / 2] ^= 1;
        WebPage page = check(changed);
        if (!verdict(page, "data-verdict").equals("BERUBAH")) {
            throw new StepFailed("a changed letter passed: " + page.text());
        }
    }

    private WebPage check(byte[] pdf) {
        Visitor citizen = walk.anyone("citizen");
        return citizen.send(
                citizen.open(walk.at("/periksa"))
                        .formWith("document")
                        .attach("document", new Upload("surat.pdf", "application/pdf", pdf)));
    }

    /** Intact, signed by the applicant, under an authority that is for training only. */
    private void expectIntact(WebPage page) {
        if (!verdict(page, "data-reason").equals("VALID_TRIAL")
                || !page.text().contains(road.applicant().name())) {
            throw new StepFailed("the letter was not found intact: " + page.text());
        }
    }

    private static String verdict(WebPage page, String attribute) {
        Element verdict = page.document().selectFirst("#verdict");
        return verdict == null ? "" : verdict.attr(attribute);
    }
}
