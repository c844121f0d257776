package id.pamong.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the walk leaves: the letter, the signed letter, the receipt, and {@code demo.json}. */
final class Outcome {
    private static final List<String> FILES =
            List.of("letter.pdf", "letter-signed.pdf", "receipt.pdf");
    private static final List<String> FURTHER =
            List.of(
                    "cianjur-post-letter.pdf",
                    "cianjur-post-letter-signed.pdf",
                    "cianjur-post-receipt.pdf",
                    "cianjur-system-chain.pem",
                    "cianjur-system-receipt.pdf");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final URI base;
    private final Journal journal;
    private final Path out;
    private final PrintStream console;

    Outcome(URI base, Journal journal, Path out, PrintStream console) {
        this.base = base;
        this.journal = journal;
        this.out = out;
        this.console = console;
    }

    void write() throws IOException {
        Files.createDirectories(out);
        for (String file : FILES) {
            Files.write(out.resolve(file), journal.file(file));
        }
        for (String file : Stream.concat(FURTHER.stream(), PkiSteps.FILES.stream()).toList()) {
            if (journal.hasFile(file)) {
                Files.write(out.resolve(file), journal.file(file));
            }
        }
        Files.write(out.resolve("demo.json"), JSON.writeValueAsBytes(summary()));
        say();
    }

    private Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("note", "CONTOH: data sintetis / synthetic data");
        summary.put("baseUrl", base.toString());
        summary.put("government", DemoCity.SLUG);
        summary.put("signInUrl", signIn(DemoCity.GOVERNMENT));
        summary.put("people", people(DemoCity.GOVERNMENT));
        summary.put("owners", List.of(owner()));
        summary.put("verificationLinks", List.of(journal.get("verification")));
        summary.put(
                "files",
                FILES.stream().map(file -> out.resolve(file).toAbsolutePath().toString()).toList());
        summary.put("pki", PkiSteps.summary(journal, out));
        summary.put("furtherGovernments", further().stream().map(this::further).toList());
        return summary;
    }

    /** Those that the walk has reached beside the first. */
    private List<DemoGovernment> further() {
        DemoGovernment second = DemoRegency.GOVERNMENT;
        return journal.find("done.import." + second.slug()).isPresent()
                ? List.of(second)
                : List.of();
    }

    private Map<String, Object> further(DemoGovernment government) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("government", government.slug());
        summary.put("regulation", government.regulation());
        summary.put("signInUrl", signIn(government));
        summary.put("people", people(government));
        certificates(summary);
        return summary;
    }

    /** What the walk showed there: a post held by an acting head, and a system. */
    private void certificates(Map<String, Object> summary) {
        journal.find("verification.cianjur.post")
                .ifPresent(link -> {
                    Map<String, String> owner = new LinkedHashMap<>();
                    owner.put("key", DemoRegency.ACTING_HEAD.key());
                    owner.put("name", DemoRegency.ACTING_HEAD.displayName());
                    owner.put("nik", DemoRegency.ACTING_HEAD.nik());
                    owner.put("passphrase", DemoRegency.PASSPHRASE);
                    summary.put("owners", List.of(owner));
                    summary.put("verificationLinks", List.of(link));
                });
        summary.put(
                "files",
                FURTHER.stream()
                        .filter(journal::hasFile)
                        .map(file -> out.resolve(file).toAbsolutePath().toString())
                        .toList());
    }

    private String signIn(DemoGovernment government) {
        return base.resolve("/" + government.slug() + "/masuk").toString();
    }

    private List<Map<String, String>> people(DemoGovernment government) {
        List<Map<String, String>> people = new ArrayList<>();
        for (DemoPerson person : government.everyone()) {
            Map<String, String> entry = new LinkedHashMap<>();
            entry.put("key", person.key());
            entry.put("name", person.displayName());
            entry.put("role", person.role());
            entry.put("signIn", person.nip());
            entry.put("email", person.email());
            entry.put("password", person.password());
            entry.put("totpSecret", secret(person));
            entry.put("otpauth", otpauth(person));
            people.add(entry);
        }
        return people;
    }

    private static Map<String, String> owner() {
        Map<String, String> owner = new LinkedHashMap<>();
        owner.put("key", DemoCity.APPLICANT.key());
        owner.put("name", DemoCity.APPLICANT.displayName());
        owner.put("nik", DemoCity.APPLICANT.nik());
        owner.put("passphrase", DemoCity.PASSPHRASE);
        return owner;
    }

    private String secret(DemoPerson person) {
        return journal.get("totp." + person.key());
    }

    private String otpauth(DemoPerson person) {
        String issuer =
                URLEncoder.encode("Pamong CONTOH", StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/"
                + issuer
                + ":"
                + person.nip()
                + "?secret="
                + secret(person)
                + "&issuer="
                + issuer;
    }

    private void say() {
        console.println();
        console.println("Periksa surat / check the letter: " + journal.get("verification"));
        say(DemoCity.GOVERNMENT);
        further().forEach(this::say);
        journal.find("verification.cianjur.post")
                .ifPresent(link -> {
                    console.println();
                    console.println("Periksa surat Plt. / check the acting head's letter: " + link);
                    console.println(
                            "Passphrase "
                                    + DemoRegency.ACTING_HEAD.displayName()
                                    + ": "
                                    + DemoRegency.PASSPHRASE);
                });
        console.println();
        console.println(
                "Passphrase pemilik / owner's passphrase: "
                        + DemoCity.PASSPHRASE
                        + "   (NIK "
                        + DemoCity.APPLICANT.nik()
                        + ")");
        console.println("Berkas / files: " + out.toAbsolutePath());
    }

    private void say(DemoGovernment government) {
        console.println();
        console.println("Masuk / sign in: " + signIn(government));
        for (DemoPerson person : government.everyone()) {
            console.println("  " + person.displayName() + " \u2013 " + person.role());
            console.println(
                    "    NIP "
                            + person.nip()
                            + "   kata sandi / password "
                            + person.password()
                            + "   TOTP "
                            + secret(person));
        }
    }
}
