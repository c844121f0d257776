package id.pamong.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An installation whose folder of regulations holds that of an invented province, and an amendment
 * of it that takes force in 2027: applications need a cover letter again.
 */
public class OtherRegulations extends TestInstallation {
    /** Of the invented province. */
    public static final String PROVINCE = "pergub-contoh-5-2024";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        super.initialize(context);
        Path folder = Path.of("target", "testkit", "regulations-" + UUID.randomUUID());
        try {
            Files.createDirectories(folder);
            String first = text();
            Files.writeString(folder.resolve("contoh-5-2024.yaml"), first);
            Files.writeString(folder.resolve("contoh-5-2024-amended.yaml"), amended(first));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        TestPropertyValues.of("pamong.regulations=" + folder).applyTo(context);
    }

    /** The file as it is written. */
    public static String text() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(
                        OtherRegulations.class.getResourceAsStream(
                                "/other-regulations/contoh-5-2024.yaml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String amended(String first) {
        String dated =
                first.replace(
                        "  inForceOn: 2024-05-02\n",
                        """
                          inForceOn: 2024-05-02
                          validFrom: 2027-01-01
                          amendedBy:
                            id: Peraturan Gubernur Contoh Nomor 9 Tahun 2026
                            en: Regulation of the Governor of Contoh 9/2026
                        """);
        return dated.replace(
                "  POSITION:\n",
                """
                    - item: COVER_LETTER
                      clause: "31(3)"
                      name: { id: "Surat pengantar", en: "Cover letter" }
                      how: { id: "Dari kepala Perangkat Daerah.", en: "From the head of the agency." }
                  POSITION:
                """);
    }
}
