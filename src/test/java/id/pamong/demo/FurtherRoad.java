package id.pamong.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jsoup.nodes.Element;

/**
 * What else is typed in an office after the walk of the demo: people by XLSX, paper at the counter,
 * a list decided with one passphrase, a changed passphrase, a backup code, an emergency code.
 */
public final class FurtherRoad {
    private static final String CHANGED_PASSPHRASE = "Pecel Pincuk 1901 di Alun-alun?";

    private static final int MOST_WAITS = 240;

    private static final DemoPerson ADMIN =
            teacher("admin", "Dewi Anggraini", "3577015503880005", "198803152010012004");
    private static final DemoPerson FIRST =
            teacher("teacher1", "Wahyu Setiawan", "3577020206870003", "198706022011011003");
    private static final DemoPerson SECOND =
            teacher("teacher2", "Ratna Puspita", "3577036109900004", "199009212014022005");
    private static final DemoPerson ON_PAPER =
            teacher("paper", "Yanti Kartika", "3577014412860006", "198612042010012008");
    private static final List<String> PAPERS =
            List.of("APPLICATION_LETTER", "COVER_LETTER", "RECOMMENDATION", "IDENTITY_CARD");
    private static final List<DemoPerson> EVERYONE = List.of(ADMIN, FIRST, SECOND, ON_PAPER);

    private static final Road PAPER = road(ON_PAPER, "Rapor Kelas Enam 2026, Lulus Semua");

    private final Walk walk;
    private final Map<String, String> typed = new LinkedHashMap<>();

    /**
     * @param base where the program listens
     * @param data where the walk of the demo has kept its journal, and the e-mail lies
     */
    public FurtherRoad(URI base, Path data) {
        this.walk =
                new Walk(
                        DemoCity.GOVERNMENT,
                        base,
                        new Mailbox(data.resolve("mail")),
                        new Journal(data.resolve("demo-walk")),
                        Clock.systemUTC());
    }

    /** Walks it; what was typed on the way, by what it is. */
    public Map<String, String> walk() {
        try (walk) {
            importWorkbook();
            for (DemoPerson person : EVERYONE) {
                new AccountSteps(walk).claimByMail(person);
                typed.put("NIK of " + person.key(), person.nik());
                typed.put("password of " + person.key(), person.password());
                typed.put("seed of " + person.key(), walk.journal().get("totp." + person.key()));
            }
            paper();
            list();
            changePassphrase();
            useBackupCode();
            reportLoss();
            return typed;
        }
    }

    private static DemoPerson teacher(String key, String name, String nik, String nip) {
        return new DemoPerson(
                key,
                "Guru / teacher",
                "",
                name,
                "S.Pd.",
                nik,
                nip,
                "Penata (III/c)",
                name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@pendidikan.madiunkota.go.id",
                DemoCity.APPLICANT.agencyCode(),
                DemoCity.APPLICANT.agencyName(),
                "Guru Ahli Muda",
                false,
                DemoCity.SUPERIOR.nip(),
                "sekolah-dasar-" + key + "-mojorejo");
    }

    private static Road road(DemoPerson teacher, String passphrase) {
        return new Road(
                teacher.key(),
                "INDIVIDUAL",
                "DIGITAL_SIGNATURE",
                "Menandatangani rapor sekolah dasar.",
                teacher,
                DemoCity.SUPERIOR,
                DemoCity.AGENCY_HEAD,
                passphrase,
                Road.Particulars.NONE);
    }

    private void importWorkbook() {
        DemoGovernment staff =
                new DemoGovernment(
                        DemoCity.SLUG,
                        DemoCity.GOVERNMENT.regulation(),
                        Map.of(),
                        DemoCity.OFFICE,
                        EVERYONE,
                        "",
                        "");
        Visitor administrator = walk.as(DemoCity.HEAD);
        WebPage report =
                administrator.send(
                        administrator
                                .open(walk.at("/pengelola/impor"))
                                .formWith("file")
                                .attach(
                                        "file",
                                        new Upload(
                                                "pegawai.xlsx",
                                                "application/vnd.openxmlformats-officedocument"
                                                        + ".spreadsheetml.sheet",
                                                workbook(staff.csv()))));
        administrator.send(report.formTo(report.address().getPath()));
    }

    private static byte[] workbook(byte[] csv) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Pamong", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("pegawai");
            List<String> lines = new String(csv, StandardCharsets.UTF_8).lines().toList();
            for (int row = 0; row < lines.size(); row++) {
                List<String> cells = List.of(Pattern.compile(";").split(lines.get(row), -1));
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(row, column, cells.get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Received, scanned, divided and keyed by one officer; decided by another; taken into use. */
    private void paper() {
        Visitor counter = walk.as(DemoCity.SECOND_OFFICER);
        WebPage found =
                counter.send(
                        counter.open(walk.at("/petugas/loket/terima"))
                                .formWith("number")
                                .fill("number", ON_PAPER.nik())
                                .press("find", "yes"));
        WebForm received = found.formWith("number", "broughtBy");
        for (String item : PAPERS) {
            received.fill("sheets-" + item, "1");
        }
        WebPage file = counter.send(received.fill("broughtBy", "Kurir Dinas Pendidikan"));
        String path = file.address().getPath();
        counter.send(
                file.formTo("/pindaian")
                        .attach("scan", new Upload("berkas.pdf", "application/pdf", pages(4))));
        counter.send(divided(counter.open(path).formTo("/bagi")));
        counter.send(keyed(counter.open(path).formTo("/isian")));
        counter.send(counter.open(path).formTo("/sesuai-asli").tickAll());
        Visitor applicant = walk.as(ON_PAPER);
        WebPage drafts = applicant.open(walk.at("/permohonan"));
        new ApplicationSteps(walk, PAPER)
                .proveMailbox(
                        applicant,
                        drafts.link("/permohonan/")
                                .orElseThrow(() -> new StepFailed("no draft on " + drafts)));
        counter.send(counter.open(path).formTo("/ajukan"));
        new OfficerSteps(walk).decide();
        IssuanceSteps issuance = new IssuanceSteps(walk, PAPER);
        issuance.identify();
        issuance.activate();
        typed.put("passphrase of paper", PAPER.passphrase());
    }

    private static WebForm divided(WebForm form) {
        int page = 1;
        for (String item : PAPERS) {
            form.fill("from-" + item, "" + page).fill("to-" + item, "" + page);
            page++;
        }
        return form;
    }

    private static WebForm keyed(WebForm form) {
        form.fill("officialEmail", ON_PAPER.email()).fill("purpose", PAPER.purpose());
        form.firstChoice("duties").ifPresent(duty -> form.tick("duties", duty));
        form.tick("uses", PAPER.use());
        letter(form, "RECOMMENDATION", PAPER.superior());
        letter(form, "COVER_LETTER", PAPER.agencyHead());
        return form;
    }

    private static void letter(WebForm form, String kind, DemoPerson giver) {
        form.fill(kind + "-number", "800/12/CONTOH")
                .fill(kind + "-date", "2026-01-05")
                .fill(kind + "-giver", giver.name())
                .fill(kind + "-title", giver.post());
    }

    private static byte[] pages(int count) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < count; i++) {
                document.addPage(new PDPage());
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two teachers under one letter, decided with one passphrase. */
    private void list() {
        typed.put("passphrase of officers", DemoCity.OFFICER_PASSPHRASE);
        nameAdmin();
        Visitor admin = walk.as(ADMIN);
        WebPage checked =
                admin.send(
                        admin.open(walk.at("/usulan/baru"))
                                .formWith("numbers")
                                .fill("numbers", FIRST.nip() + "\n" + SECOND.nip())
                                .press("do", "periksa"));
        WebForm form =
                checked.formWith("numbers", "title").fill("title", "Guru SD, gelombang satu");
        form.firstChoice("duties").ifPresent(duty -> form.tick("duties", duty));
        WebPage batch = admin.send(form.fill("purpose", PAPER.purpose()).press("do", "siapkan"));
        String path = batch.address().getPath();
        for (DemoPerson teacher : List.of(FIRST, SECOND)) {
            ApplicationSteps own = new ApplicationSteps(walk, road(teacher, ""));
            own.draft();
            own.submit();
        }
        admin.send(admin.open(path).formTo("/surat"));
        give(DemoCity.SUPERIOR);
        give(DemoCity.AGENCY_HEAD);
        decideList();
    }

    private void nameAdmin() {
        Visitor head = walk.as(DemoCity.HEAD);
        WebPage page = head.open(walk.at("/pengelola/admin-pd"));
        WebPage found = head.send(page.formWith("pegawai").fill("pegawai", ADMIN.name()));
        head.send(
                found.forms().stream()
                        .filter(WebForm::isPost)
                        .filter(form ->
                                form.action().getPath().matches(".*/admin-pd/[0-9a-f-]{36}"))
                        .findFirst()
                        .orElseThrow(() -> new StepFailed("nobody to name on " + found)));
    }

    private void give(DemoPerson giver) {
        Visitor visitor = walk.as(giver);
        WebPage home = visitor.open(walk.at("/beranda"));
        WebPage letter =
                visitor.open(
                        home.link("/surat-kolektif/")
                                .orElseThrow(() -> new StepFailed("no letter on " + home)));
        visitor.send(
                letter.formTo(letter.address().getPath()).fillIfThere("reason", PAPER.purpose()));
    }

    private void decideList() {
        Visitor officer = walk.as(DemoCity.FIRST_OFFICER);
        WebPage desk = officer.open(walk.at("/petugas/kolektif"));
        String path =
                URI.create(
                                desk.link("/petugas/kolektif/")
                                        .orElseThrow(() -> new StepFailed("no list on " + desk)))
                        .getPath();
        officer.send(officer.open(path).formTo("/ambil"));
        WebForm notes = officer.open(path).formTo("/catat");
        officer.send(notes.tickAll().press("do", "catat"));
        WebForm signing = officer.open(path).formTo("/putusan");
        if (signing.has("totp")) {
            signing.fill("totp", officer.authenticator().next());
        }
        WebPage page = officer.send(signing.fill("passphrase", DemoCity.OFFICER_PASSPHRASE));
        for (int i = 0; i < MOST_WAITS && page.link("jawaban.pdf").isEmpty(); i++) {
            LockSupport.parkNanos(250_000_000L);
            page = officer.open(page.address().getPath());
        }
        if (page.link("jawaban.pdf").isEmpty()) {
            throw new StepFailed("the list was not decided: " + page + page.text());
        }
    }

    private void changePassphrase() {
        Visitor owner = walk.as(DemoCity.APPLICANT);
        WebPage list = owner.open(walk.at("/sertifikat"));
        WebPage certificate =
                owner.open(
                        list.link("/sertifikat/")
                                .orElseThrow(() -> new StepFailed("no certificate on " + list)));
        String path = certificate.address().getPath() + "/passphrase";
        owner.send(
                owner.open(path)
                        .formWith("passphrase", "newPassphrase")
                        .fill("passphrase", DemoCity.PASSPHRASE)
                        .fill("newPassphrase", CHANGED_PASSPHRASE)
                        .fill("passphraseRepeat", CHANGED_PASSPHRASE));
        typed.put("passphrase changed by applicant", CHANGED_PASSPHRASE);
    }

    /** A second browser of the same owner, whose telephone lies at home. */
    private void useBackupCode() {
        String code = walk.journal().get("backup." + ADMIN.key()).lines().findFirst().orElseThrow();
        try (Visitor visitor = new Visitor(walk.base())) {
            visitor.send(
                    visitor.open(walk.at("/masuk"))
                            .formWith("who", "password")
                            .fill("who", ADMIN.nip())
                            .fill("password", ADMIN.password()));
            WebPage asked = visitor.look(walk.at("/kode"));
            visitor.send(asked.formWith("backupCode").fill("backupCode", code));
        }
    }

    /** With the code on paper, without an account: the certificate is blocked. */
    private void reportLoss() {
        Visitor owner = walk.as(DemoCity.APPLICANT);
        WebPage made = owner.send(owner.open(walk.at("/kode-darurat")).formTo("/kode-darurat"));
        Element code = made.document().selectFirst("#emergency-code code");
        if (code == null) {
            throw new StepFailed("no emergency code on " + made);
        }
        typed.put("code of emergency", code.text());
        Visitor anyone = walk.anyone("at the telephone of a neighbour");
        WebPage page =
                anyone.send(
                        anyone.open(walk.at("/kunci-hilang"))
                                .formTo("/kunci-hilang/kode")
                                .fill("code", code.text()));
        if (!page.text().contains("diblokir")) {
            throw new StepFailed("nothing was blocked: " + page + page.text());
        }
    }
}
