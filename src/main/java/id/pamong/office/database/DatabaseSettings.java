package id.pamong.office.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param url JDBC URL of an external PostgreSQL 18 with the owner's user name; empty: Pamong starts
 *     its own
 * @param password of the owner, when the URL does not carry it
 * @param binaries where the program's own PostgreSQL is unpacked; empty: beside the data
 * @param binariesVersion version of the PostgreSQL programs inside Pamong
 * @param connections most connections the application holds
 * @param durable false only in tests: a crash may lose work
 */
@ConfigurationProperties("pamong.database")
record DatabaseSettings(
        @DefaultValue("") String url,
        @Nullable String password,
        @Nullable Path binaries,
        String binariesVersion,
        @DefaultValue("16") int connections,
        @DefaultValue("true") boolean durable) {}
