package id.pamong.demo;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jsoup.nodes.Element;

/** The ceremony of the first run: government, standing, root key, office, mail, minutes, codes. */
final class FirstRunSteps {
    private static final String DECREED = "2026-11-02";

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
        WebPage page = visitor.open(path);
        page = on(page, "/pemerintah", visitor, FirstRunSteps::government);
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
        page = on(page, "/kantor", visitor, FirstRunSteps::office);
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

    private static WebForm government(WebForm form) {
        Map<String, String> values =
                Map.ofEntries(
                        Map.entry("regulationId", "perwal-30-2019"),
                        Map.entry("asnScope", "UNANSWERED"),
                        Map.entry("name", "Pemerintah Kota Madiun"),
                        Map.entry("kind", "KOTA"),
                        Map.entry("slug", DemoCity.SLUG),
                        Map.entry("place", "Madiun"),
                        Map.entry("zone", "WIB"),
                        Map.entry("headTitle", "Wali Kota"),
                        Map.entry("deputyTitle", "Wakil Wali Kota"),
                        Map.entry("province", "Jawa Timur"),
                        Map.entry("regionCode", "35.77"),
                        Map.entry("mailDomains", "madiunkota.go.id"),
                        Map.entry("accent", "#1f5fa8"),
                        Map.entry(
                                "letterhead",
                                "Jalan Contoh Nomor 1, Madiun 63100\n"
                                        + "Pos-el kominfo@madiunkota.go.id (contoh)"));
        values.forEach(form::fillIfThere);
        return form;
    }

    private static WebForm rootFile(WebForm form, Visitor visitor, String path) {
        byte[] file = visitor.look(path + "/akar.pem").body();
        return form.attach("rootFile", new Upload("akar.pem", "application/x-pem-file", file))
                .fill("passphrase", DemoCity.CEREMONY_PASSPHRASE);
    }

    private static WebForm office(WebForm form) {
        form.fill("agencyCode", DemoCity.HEAD.agencyCode())
                .fill("agencyName", DemoCity.HEAD.agencyName())
                .fill("headPost", DemoCity.HEAD.post());
        for (DemoPerson person : DemoCity.OFFICE) {
            String key = person.key() + "-";
            form.fill(key + "titleBefore", person.before())
                    .fill(key + "name", person.name())
                    .fill(key + "titleAfter", person.after())
                    .fill(key + "nip", person.nip())
                    .fill(key + "nik", person.nik())
                    .fillIfThere(key + "employmentClass", "PNS")
                    .fill(key + "officialEmail", person.email())
                    .fillIfThere(key + "post", person.post())
                    .fill(key + "rank", person.rank())
                    .fill(key + "decree", "800.1.3/21/CONTOH/2026")
                    .fill(key + "decreedOn", DECREED);
        }
        return form.fill("appointmentNumber", "T.1/OP/CONTOH/2026")
                .fill("appointmentOn", DECREED)
                .fill("agreementNumber", "PKS.1/CONTOH/2026")
                .fill("agreementOn", DECREED);
    }

    /** The three printed codes, handed over to the three. */
    private void codes(WebPage page) {
        for (DemoPerson person : DemoCity.OFFICE) {
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
