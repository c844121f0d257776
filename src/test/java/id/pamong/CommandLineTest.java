package id.pamong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.CommandLine.Help;
import id.pamong.CommandLine.Options;
import id.pamong.CommandLine.Serve;
import id.pamong.office.installation.Mode;
import id.pamong.office.installation.StartRefusal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @Test
    void without_words_there_is_help() {
        assertThat(CommandLine.parse()).isEqualTo(new Help());
    }

    @Test
    void a_value_comes_after_its_option_or_after_an_equals_sign() {
        assertThat(serve("demo", "--port", "9000", "--exit").properties())
                .isEqualTo(serve("demo", "--exit", "--port=9000").properties());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dmeo",
                "demo --prot 1",
                "demo --port",
                "demo --port nol",
                "demo --port 0",
                "demo --port 65536",
                "demo --exit=yes",
                "demo --db jdbc:postgresql://x/y",
                "run --out d",
                "run --public-url ftp://x",
                "run --public-url https:",
                "rotate-service-key --port 1"
            })
    void what_is_not_known_is_refused_in_both_languages(String words) {
        assertThatThrownBy(() -> serve(words.split(" ", -1)))
                .isInstanceOfSatisfying(
                        StartRefusal.class,
                        refusal -> {
                            assertThat(refusal.indonesian()).isNotBlank();
                            assertThat(refusal.english()).isNotBlank();
                        });
    }

    @Test
    void the_demo_keeps_to_loopback_and_to_a_folder_of_its_port() {
        ServeProperties demo = serve("demo", "--port", "9000");

        assertThat(demo.properties())
                .containsEntry("server.address", "127.0.0.1")
                .doesNotContainKey("server.ssl.bundle");
        assertThat(demo.data()).endsWithRaw(Path.of("demo-data", "9000", "data"));
        assertThat(demo.keys()).endsWithRaw(Path.of("demo-data", "9000", "keys"));
    }

    @Test
    void real_use_is_https_with_the_keys_beside_the_data() {
        ServeProperties run = serve("run", "--data", "/srv/pamong");

        assertThat(run.port()).isEqualTo(8443);
        assertThat(run.properties()).containsEntry("server.ssl.bundle", "pamong");
        assertThat(run.keys()).isEqualTo(Path.of("/srv/pamong-keys"));
    }

    @Test
    void behind_a_proxy_its_headers_count_and_only_its() {
        assertThat(serve("run", "--proxy", "10.1.2.3").properties())
                .doesNotContainKey("server.ssl.bundle")
                .containsEntry("server.forward-headers-strategy", "native")
                .containsEntry("server.tomcat.remoteip.internal-proxies", "\\Q10.1.2.3\\E");
    }

    private static ServeProperties serve(String... words) {
        return switch (CommandLine.parse(words)) {
            case Serve(Mode mode, Options options) -> ServeProperties.of(mode, options);
            case CommandLine.RotateServiceKey(Options options) ->
                    ServeProperties.of(Mode.RUN, options);
            case Help() -> throw new AssertionError("help");
        };
    }
}
