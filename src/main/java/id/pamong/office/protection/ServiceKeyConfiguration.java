package id.pamong.office.protection;

import id.pamong.office.installation.Installation;
import id.pamong.office.installation.StartRefusal;
import java.io.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which of the three sources the service key comes from. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServiceKeySettings.class)
class ServiceKeyConfiguration {

    @Bean
    ServiceKey serviceKey(ServiceKeySettings settings, Installation installation) {
        if (settings.credentials() != null
                && !settings.credentials().isBlank()
                && Files.exists(Path.of(settings.credentials(), CredentialServiceKey.NAME))) {
            return new CredentialServiceKey(Path.of(settings.credentials()));
        }
        if (settings.askPassphrase()) {
            return new PassphraseServiceKey(
                    installation.keys(), ServiceKeyConfiguration::askAtConsole);
        }
        return FileServiceKey.in(installation.keys());
    }

    private static char @Nullable [] askAtConsole(String question) {
        Console console = Objects.requireNonNull(System.console());
        if (!console.isTerminal()) {
            throw new StartRefusal(
                    "Frasa sandi layanan hanya dapat diketik di terminal.",
                    "The service's passphrase can only be typed at a terminal.");
        }
        return console.readPassword("%s", question);
    }
}
