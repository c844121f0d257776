package id.pamong.office.protection;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param askPassphrase a passphrase typed at the start replaces the key file
 * @param credentials folder of systemd credentials ({@code $CREDENTIALS_DIRECTORY})
 */
@ConfigurationProperties("pamong.service-key")
record ServiceKeySettings(
        @DefaultValue("false") boolean askPassphrase, @Nullable String credentials) {}
