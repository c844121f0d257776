package id.pamong.office.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** A case that runs under an older version is judged by settings that came later, too. */
@RoomTest
class KeptVersionTest {
    private static final String MADIUN = "perwal-30-2019";

    @Autowired private ObjectProvider<Rule<?>> rules;
    @Autowired private RegulationVersions versions;
    @Autowired private MutableClock clock;

    private String today;

    @BeforeEach
    void read() {
        clock.reset();
        today =
                new String(
                        Regulations.files().get("regulations/madiun-30-2019.yaml"),
                        StandardCharsets.UTF_8);
    }

    static Set<String> keys() {
        return SettingKey.CATALOGUE.keySet();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void any_setting_that_an_older_version_did_not_know_is_answered(
            String key, @TempDir Path folder) {
        String hash = kept(without(key));

        RegulationProfile old = regulations(folder).byHash(hash);

        assertThat(old.hash()).isEqualTo(hash);
        assertThat(old.setting(key).values())
                .isEqualTo(regulations(folder).profile(MADIUN).setting(key).values());
    }

    @Test
    void a_setting_answered_then_stays_and_one_that_came_later_is_of_the_same_time(
            @TempDir Path folder) throws IOException {
        String amended =
                today.replace(
                                "  inForceOn: 2019-07-31\n",
                                """
                                  inForceOn: 2019-07-31
                                  validFrom: 2026-01-01
                                  amendedBy:
                                    id: "Perubahan pertama"
                                    en: "First amendment"
                                """)
                        .replace(
                                "- key: counter.fourEyes\n    value: KEYED",
                                "- key: counter.fourEyes\n    value: RECEIVED");
        Files.writeString(folder.resolve("amended.yaml"), amended);
        String hash =
                kept(
                        without("counter.fourEyes")
                                .replace(
                                        "- key: sop.owner\n    value: ",
                                        "- key: sop.owner\n    value: Dahulu "));

        Regulations law = regulations(folder);

        assertThat(law.profile(MADIUN).setting("counter.fourEyes").text()).isEqualTo("RECEIVED");
        assertThat(law.byHash(hash).setting("counter.fourEyes").text()).isEqualTo("KEYED");
        assertThat(law.byHash(hash).setting("sop.owner").text()).startsWith("Dahulu ");
    }

    @Test
    void a_setting_that_nobody_asks_for_any_more_does_no_harm(@TempDir Path folder) {
        String hash =
                kept(
                        today.replace(
                                "settings:\n",
                                """
                                settings:
                                  - key: users.formerly
                                    value: [A, B]
                                    clauses: ["7(1)b"]
                                    source: DEFAULT
                                    reason:
                                      id: "Dahulu ditanyakan."
                                      en: "Asked once."
                                """));

        assertThat(regulations(folder).byHash(hash).setting("users.formerly").values())
                .isEqualTo(List.of("A", "B"));
    }

    private String without(String key) {
        String old =
                today.replaceFirst("  - key: " + key.replace(".", "\\.") + "\n(?:    .*\n)+", "");
        assertThat(old).isNotEqualTo(today);
        return old;
    }

    private String kept(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        String hash = RegulationReader.sha256(bytes);
        versions.keep(new RegulationReader("kept", bytes).readKept(), bytes);
        return hash;
    }

    private Regulations regulations(Path folder) {
        return new Regulations(rules, versions, clock, folder);
    }
}
