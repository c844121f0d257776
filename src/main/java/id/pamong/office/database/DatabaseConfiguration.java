package id.pamong.office.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import id.pamong.office.installation.Installation;
import id.pamong.office.installation.StartRefusal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Server, schema, pool: in this order, before any other room may ask. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DatabaseSettings.class, Installation.class})
class DatabaseConfiguration {

    /** The server that Pamong starts itself, when no other is named. */
    record OwnServer(Optional<EmbeddedPostgres> postgres) implements AutoCloseable {
        @Override
        public void close() {
            postgres.ifPresent(EmbeddedPostgres::close);
        }
    }

    @Bean
    OwnServer ownServer(DatabaseSettings settings, Installation installation) {
        if (!settings.url().isEmpty()) {
            return new OwnServer(Optional.empty());
        }
        Path folder = installation.folder("postgres");
        return new OwnServer(
                Optional.of(
                        EmbeddedPostgres.start(
                                folder,
                                settings,
                                installation.folder("logs").resolve("postgres.log"))));
    }

    @Bean
    DataSource dataSource(OwnServer server, DatabaseSettings settings) {
        OwnerAccess owner =
                server.postgres().map(EmbeddedPostgres::owner).orElseGet(() -> external(settings));
        Migration.run(owner);
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("pamong");
        pool.setJdbcUrl(owner.url());
        pool.setUsername("pamong_app");
        pool.setPassword(owner.applicationPassword());
        pool.setMaximumPoolSize(settings.connections());
        pool.setMinimumIdle(2);
        pool.setAutoCommit(true);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "pamong");
        return new HikariDataSource(pool);
    }

    private static OwnerAccess external(DatabaseSettings settings) {
        String[] halves = settings.url().split("\\?", 2);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : halves.length == 2 ? halves[1].split("&") : new String[0]) {
            String[] words = pair.split("=", 2);
            parameters.put(
                    words[0],
                    words.length == 2 ? URLDecoder.decode(words[1], StandardCharsets.UTF_8) : "");
        }
        String user = parameters.remove("user");
        String inUrl = parameters.remove("password");
        String password = settings.password() != null ? settings.password() : inUrl;
        if (!halves[0].startsWith("jdbc:postgresql:") || user == null || password == null) {
            throw new StartRefusal(
                    "Alamat basis data harus berbentuk jdbc:postgresql://host/nama?user=pemilik,"
                            + " kata sandinya dalam PAMONG_DATABASE_PASSWORD.",
                    "The address of the database must read jdbc:postgresql://host/name?user=owner,"
                            + " with its password in PAMONG_DATABASE_PASSWORD.");
        }
        String rest =
                parameters.entrySet().stream()
                        .map(parameter ->
                                parameter.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                parameter.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return new OwnerAccess(rest.isEmpty() ? halves[0] : halves[0] + "?" + rest, user, password);
    }
}
