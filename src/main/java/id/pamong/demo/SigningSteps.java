package id.pamong.demo;

import java.net.URI;
import org.jsoup.nodes.Element;

/** The owner signs a letter; anyone checks it by its link and by upload. */
final class SigningSteps {
    static final String LETTER = "letter.pdf";
    static final String SIGNED = "letter-signed.pdf";

    private final Walk walk;

    SigningSteps(Walk walk) {
        this.walk = walk;
    }

    /** Uploads the letter, places the block on its second page, types the passphrase. */
    void sign() {
        byte[] letter = DemoPapers.letter(DemoCity.APPLICANT);
        walk.journal().keep(LETTER, letter);
        Visitor owner = walk.as(DemoCity.APPLICANT);
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
                                .fillIfThere("top", "238")
                                .fillIfThere("width", "200")
                                .fillIfThere("height", "84")
                                .fill("duty", "OFFICIAL_LETTER")
                                .fill("number", "400.3/CONTOH/401.101/2026")
                                .fill("subject", "Undangan lokakarya kurikulum sekolah dasar")
                                .fill("passphrase", DemoCity.PASSPHRASE));
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
        walk.journal().keep(SIGNED, signed.body());
        walk.journal().put("verification", checkPage);
    }

    /** A citizen scans the QR code. */
    void checkByLink() {
        WebPage page =
                walk.anyone("citizen")
                        .open(URI.create(walk.journal().get("verification")).getPath());
        if (!page.text().contains(DemoCity.APPLICANT.name())
                || !page.text().contains("sertifikat latihan")) {
            throw new StepFailed("the link does not say who signed: " + page.text());
        }
    }

    /** A citizen uploads the file, and then the file with one bit changed. */
    void checkByUpload() {
        byte[] signed = walk.journal().file(SIGNED);
        expectIntact(check(signed));
        byte[] changed = signed.clone();
        changed[walk.journal().file(LETTER).length / 2] ^= 1;
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
    private static void expectIntact(WebPage page) {
        if (!verdict(page, "data-reason").equals("VALID_TRIAL")
                || !page.text().contains(DemoCity.APPLICANT.name())) {
            throw new StepFailed("the letter was not found intact: " + page.text());
        }
    }

    private static String verdict(WebPage page, String attribute) {
        Element verdict = page.document().selectFirst("#verdict");
        return verdict == null ? "" : verdict.attr(attribute);
    }
}
