package id.pamong.demo;

import java.util.Optional;
import java.util.function.Supplier;
import org.jsoup.nodes.Element;

/** The ceremony of the first run: government, standing, root key, office, mail, minutes, codes. */
final class FirstRunSteps {
    private static final String DECREED = "2026-11-02";
    private static final String ROOT = "akar.pem";

    private final Walk walk;
    private final Supplier<Optional<String>> firstRunPath;

    FirstRunSteps(Walk walk, Supplier<Optional<String>> firstRunPath) {
        this.walk = walk;
        this.firstRunPath = firstRunPath;
    }

    /** Takes every step of the ceremony that is still open, up to the claim codes. */
    void ceremony() {
        Visitor visitor = walk.anyone("ceremony");
        String path =
                firstRunPath
                        .get()
                        .orElseThrow(() -> new StepFailed("the first run is already complete"));
        DemoGovernment government = walk.government();
        WebPage page = visitor.open(path + "?peraturan=" + government.regulation());
        page = on(page, "/pemerintah", visitor, form -> government(form, government));
        page = on(page, "/kedudukan", visitor, form -> form.fill("standing", "TRIAL"));
        page =
                on(
                        page,
                        "/akar",
                        visitor,
                        form ->
                                form.fill("passphrase", DemoCity.CEREMONY_PASSPHRASE)
                                        .fill("passphraseRepeat", DemoCity.CEREMONY_PASSPHRASE));
        page = on(page, "/berkas-akar", visitor, form -> rootFile(form, visitor, path));
        page = on(page, "/kantor", visitor, form -> office(form, government));
        if (page.findFormTo("/surat").isPresent()) {
            page =
                    visitor.send(
                            page.forms().stream()
                                    .filter(form -> form.hasButton("way", "sheets"))
                                    .findFirst()
                                    .orElseThrow(() -> new StepFailed("no sheets"))
                                    .press("way", "sheets"));
        }
        page = on(page, "/berita-acara", visitor, form -> form);
        codes(visitor.send(page.formTo("/kode")));
    }

    private interface Filling {
        WebForm fill(WebForm form);
    }

    private static WebPage on(WebPage page, String ending, Visitor visitor, Filling filling) {
        return page.findFormTo(ending).map(form -> visitor.send(filling.fill(form))).orElse(page);
    }

    private static WebForm government(WebForm form, DemoGovernment government) {
        form.fillIfThere("regulationId", government.regulation());
        government.fields().forEach(form::fillIfThere);
        return form;
    }

    /** The root's file is kept by who held the first ceremony; a further one brings it back. */
    private WebForm rootFile(WebForm form, Visitor visitor, String path) {
        if (!walk.journal().hasFile(ROOT)) {
            walk.journal().keep(ROOT, visitor.look(path + "/akar.pem").body());
        }
        byte[] file = walk.journal().file(ROOT);
        return form.attach("rootFile", new Upload("akar.pem", "application/x-pem-file", file))
                .fill("passphrase", DemoCity.CEREMONY_PASSPHRASE);
    }

    private static WebForm office(WebForm form, DemoGovernment government) {
        form.fill("agencyCode", government.head().agencyCode())
                .fill("agencyName", government.head().agencyName())
                .fill("headPost", government.head().post());
        for (DemoPerson person : government.office()) {
            String key = person.field() + "-";
            form.fill(key + "titleBefore", person.before())
                    .fill(key + "name", person.name())
                    .fill(key + "titleAfter", person.after())
                    .fill(key + "nip", person.nip())
                    .fill(key + "nik", person.nik())
                    .fillIfThere(key + "employmentClass", person.status())
                    .fill(key + "officialEmail", person.email())
                    .fillIfThere(key + "post", person.post())
                    .fill(key + "rank", person.rank())
                    .fill(key + "decree", "800.1.3/21/CONTOH/2026")
                    .fill(key + "decreedOn", DECREED);
        }
        return form.fill("appointmentNumber", "T.1/OP/CONTOH/2026")
                .fill("appointmentOn", DECREED)
                .fill("agreementNumber", government.agreement())
                .fill("agreementOn", DECREED);
    }

    /** The three printed codes, handed over to the three. */
    private void codes(WebPage page) {
        for (DemoPerson person : walk.government().office()) {
            String code =
                    page.document().select("section.card").stream()
                            .filter(card -> card.text().contains(person.name()))
                            .map(card -> card.selectFirst("code"))
                            .filter(found -> found != null)
                            .map(Element::text)
                            .findFirst()
                            .orElseThrow(
                                    () -> new StepFailed("no code for " + person + " on " + page));
            walk.journal().put("code." + person.key(), code);
        }
    }
}
