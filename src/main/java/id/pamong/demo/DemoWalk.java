package id.pamong.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The main job, walked over HTTP on synthetic data, with a line per step: first run, import,
 * accounts, application, letters, decision, presence, issuance, receipt, signature, check.
 *
 * <p>Each finished step is written down, so that a second start goes on where the first one ended,
 * and a start after the last step only says again what there is.
 */
public final class DemoWalk {
    private static final String FAILED = "failed-step.txt";

    private final URI base;
    private final Path out;
    private final Path data;
    private final Supplier<Optional<String>> firstRunPath;
    private final Optional<Supplier<String>> furtherPath;
    private final Clock clock;
    private final PrintStream console;
    private boolean eachTwice;

    /**
     * @param base where the demo listens
     * @param out folder for what the walk leaves
     * @param data the demo's data folder
     * @param firstRunPath the one-time path of the first run; empty when it is complete
     */
    public DemoWalk(URI base, Path out, Path data, Supplier<Optional<String>> firstRunPath) {
        this(base, out, data, firstRunPath, Optional.empty());
    }

    /**
     * Goes on with a second local government in the same installation.
     *
     * @param furtherPath its one-time path
     */
    public DemoWalk(
            URI base,
            Path out,
            Path data,
            Supplier<Optional<String>> firstRunPath,
            Supplier<String> furtherPath) {
        this(base, out, data, firstRunPath, Optional.of(furtherPath));
    }

    private DemoWalk(
            URI base,
            Path out,
            Path data,
            Supplier<Optional<String>> firstRunPath,
            Optional<Supplier<String>> furtherPath) {
        this.base = base;
        this.out = out;
        this.data = data;
        this.firstRunPath = firstRunPath;
        this.furtherPath = furtherPath;
        this.clock = Clock.systemUTC();
        this.console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }

    /**
     * Takes each step a second time, from a new sign-in, before it is written down: as after a kill
     * that came between the two.
     */
    public DemoWalk eachTwice() {
        this.eachTwice = true;
        return this;
    }

    /** True when every step succeeded, now or before. */
    public boolean walk() {
        Journal journal = new Journal(data.resolve("demo-walk"));
        Mailbox mailbox = new Mailbox(data.resolve("mail"));
        try (Walk walk = new Walk(DemoCity.GOVERNMENT, base, mailbox, journal, clock);
                Walk second = new Walk(DemoRegency.GOVERNMENT, base, mailbox, journal, clock)) {
            List<Step> steps = steps(walk);
            furtherPath.ifPresent(path -> steps.addAll(further(second, path)));
            boolean fresh = journal.find("done." + steps.getLast().key()).isEmpty();
            if (!fresh) {
                console.println(
                        "Peragaan sudah lengkap; data yang ada dipakai. / The walk was done before.");
            }
            for (int i = 0; i < steps.size() && fresh; i++) {
                if (!take(steps.get(i), i + 1, steps.size(), journal, List.of(walk, second))) {
                    return false;
                }
            }
            Files.deleteIfExists(out.resolve(FAILED));
            new Outcome(base, journal, out, console).write();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean take(Step step, int number, int count, Journal journal, List<Walk> browsers)
            throws IOException {
        if (journal.find("done." + step.key()).isPresent()) {
            return true;
        }
        console.printf(Locale.ROOT, "[%2d/%d] %s", number, count, step.words());
        console.flush();
        Instant started = clock.instant();
        try {
            step.work().run();
            if (eachTwice) {
                browsers.forEach(Walk::close);
                step.work().run();
            }
        } catch (StepFailed failed) {
            console.println(" \u2026 GAGAL / FAILED");
            console.println("        " + failed.getMessage());
            Files.createDirectories(out);
            Files.writeString(out.resolve(FAILED), step.key() + "\n" + failed.getMessage());
            return false;
        }
        journal.put("done." + step.key(), clock.instant().toString());
        console.printf(
                Locale.ROOT,
                " \u2026 %.1f s%n",
                Duration.between(started, clock.instant()).toMillis() / 1000.0);
        return true;
    }

    private List<Step> steps(Walk walk) {
        ApplicationSteps application = new ApplicationSteps(walk, Road.MAIN);
        IssuanceSteps issuance = new IssuanceSteps(walk, Road.MAIN);
        List<Step> steps = new ArrayList<>();
        steps.add(
                new Step(
                        "ceremony",
                        "Upacara perdana: pemerintah, kunci akar, kantor, berita acara / first run",
                        new FirstRunSteps(walk, firstRunPath)::ceremony));
        office(steps, walk);
        steps.add(
                new Step(
                        "draft",
                        "Pemohon mengisi permohonan dan mengunggah e-KTP / application and papers",
                        application::draft));
        steps.add(
                new Step(
                        "recommend",
                        "Atasan memberi rekomendasi / superior recommends",
                        application::recommend));
        steps.add(
                new Step(
                        "cover",
                        "Kepala Perangkat Daerah mengirim surat pengantar / cover letter",
                        application::cover));
        steps.add(
                new Step(
                        "submit",
                        "Pemohon mengajukan permohonan / application submitted",
                        application::submit));
        OfficerSteps officer = new OfficerSteps(walk);
        SigningSteps signing = new SigningSteps(walk, Road.MAIN);
        steps.add(
                new Step(
                        "decide",
                        "Pengelola memeriksa dan menyetujui permohonan / officer decides",
                        officer::decide));
        steps.add(
                new Step(
                        "identify",
                        "Pemeriksaan tatap muka dan kode aktivasi / face to face",
                        issuance::identify));
        steps.add(
                new Step(
                        "activate",
                        "Pemilik: pernyataan, perjanjian, passphrase, sertifikat, tanda terima / issuance",
                        issuance::activate));
        steps.add(
                new Step(
                        "sign",
                        "Pemilik menandatangani surat dua halaman / owner signs a letter",
                        signing::sign));
        steps.add(
                new Step(
                        "check-link",
                        "Warga memeriksa surat lewat tautan QR / checked by QR link",
                        signing::checkByLink));
        steps.add(
                new Step(
                        "check-upload",
                        "Warga memeriksa surat lewat unggahan / checked by upload",
                        signing::checkByUpload));
        steps.add(
                new Step(
                        "pki",
                        "Sertifikat, rantai, dan alamat penyelenggara / certificates and addresses",
                        new PkiSteps(walk, Road.MAIN)::takeAway));
        return steps;
    }

    /** The same ceremony for a second local government, under the same root. */
    private static List<Step> further(Walk walk, Supplier<String> path) {
        List<Step> steps = new ArrayList<>();
        steps.add(
                new Step(
                        "ceremony." + walk.government().slug(),
                        "Kabupaten Cianjur: upacara di instalasi yang sama / a second government",
                        new FirstRunSteps(walk, () -> Optional.of(path.get()))::ceremony));
        office(steps, walk);
        RegencySteps regency = new RegencySteps(walk);
        Road post = regency.post();
        toCertificate(
                steps, walk, post, "Plt. Kepala Dinas: sertifikat jabatan / acting head's post");
        SigningSteps signing = new SigningSteps(walk, post);
        steps.add(
                new Step(
                        "sign." + post.key(),
                        "Plt. Kepala Dinas menandatangani surat / the acting head signs a letter",
                        signing::sign));
        steps.add(
                new Step(
                        "check-link." + post.key(),
                        "Warga memeriksa surat Plt. lewat tautan QR / checked by QR link",
                        signing::checkByLink));
        steps.add(
                new Step(
                        "register." + regency.system().key(),
                        "Sistem elektronik didaftarkan / an electronic system is registered",
                        regency::register));
        Road system = regency.system();
        toCertificate(
                steps, walk, system, "Sistem elektronik: sertifikat / the system's certificate");
        steps.add(
                new Step(
                        "host." + system.key(),
                        "Sertifikat dan rantainya diambil untuk host / chain for the host",
                        regency::takeToHost));
        return steps;
    }

    /** From the draft to the receipt. */
    private static void toCertificate(List<Step> steps, Walk walk, Road road, String what) {
        ApplicationSteps application = new ApplicationSteps(walk, road);
        IssuanceSteps issuance = new IssuanceSteps(walk, road);
        steps.add(new Step("draft." + road.key(), what + " \u2013 permohonan", application::draft));
        steps.add(
                new Step(
                        "recommend." + road.key(),
                        what + " \u2013 rekomendasi",
                        application::recommend));
        steps.add(new Step("cover." + road.key(), what + " \u2013 pengantar", application::cover));
        steps.add(new Step("submit." + road.key(), what + " \u2013 diajukan", application::submit));
        steps.add(
                new Step(
                        "decide." + road.key(),
                        what + " \u2013 putusan",
                        new OfficerSteps(walk)::decide));
        steps.add(
                new Step(
                        "identify." + road.key(), what + " \u2013 tatap muka", issuance::identify));
        steps.add(new Step("activate." + road.key(), what + " \u2013 terbit", issuance::activate));
    }

    /** The office claims its accounts and makes its certificates; everyone else is imported. */
    private static void office(List<Step> steps, Walk walk) {
        AccountSteps accounts = new AccountSteps(walk);
        IssuanceSteps issuance = new IssuanceSteps(walk, Road.MAIN);
        DemoGovernment government = walk.government();
        for (DemoPerson person : government.office()) {
            steps.add(claim(person, () -> accounts.claimBySheet(person)));
        }
        for (DemoPerson officer : government.officers()) {
            steps.add(
                    new Step(
                            "certificate." + officer.key(),
                            officer.displayName()
                                    + " membuat sertifikat pengelola / officer's certificate",
                            () -> issuance.officerCertificate(officer)));
        }
        steps.add(
                new Step(
                        walk.government().equals(DemoCity.GOVERNMENT)
                                ? "import"
                                : "import." + government.slug(),
                        "Impor pegawai dari CSV / people by CSV",
                        new PeopleSteps(walk)::importPeople));
        for (DemoPerson person : government.imported()) {
            steps.add(claim(person, () -> accounts.claimByMail(person)));
        }
    }

    private static Step claim(DemoPerson person, Runnable work) {
        return new Step(
                "claim." + person.key(),
                person.displayName() + " mengklaim akun / claims the account",
                work);
    }

    /**
     * One line of the walk.
     *
     * @param key in the journal; never changes
     */
    private record Step(String key, String words, Runnable work) {}
}
