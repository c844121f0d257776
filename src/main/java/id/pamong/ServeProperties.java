package id.pamong;

import id.pamong.CommandLine.Option;
import id.pamong.CommandLine.Options;
import id.pamong.office.installation.Mode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What the options mean for the configuration.
 *
 * @param data data folder
 * @param keys key folder
 * @param port of the main listener
 * @param properties for the Spring environment
 */
record ServeProperties(Path data, Path keys, int port, Map<String, Object> properties) {
    private static final int RUN_PORT = 8443;
    private static final int DEMO_PORT = 8080;
    private static final int PKI_PORT = 8080;

    static ServeProperties of(Mode mode, Options options) {
        int port = options.port(Option.PORT, mode == Mode.DEMO ? DEMO_PORT : RUN_PORT);
        Path data =
                options.path(Option.DATA)
                        .orElseGet(() ->
                                (mode == Mode.DEMO
                                                ? Path.of("demo-data", "" + port, "data")
                                                : Path.of("data"))
                                        .toAbsolutePath());
        Path keys = options.path(Option.KEYS).orElseGet(() -> beside(data));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("pamong.mode", mode.name().toLowerCase(Locale.ROOT));
        all.put("pamong.demo", mode == Mode.DEMO);
        all.put("pamong.data", data.toString());
        all.put("pamong.keys", keys.toString());
        all.put("pamong.port", port);
        all.put("server.port", port);
        all.put("logging.file.name", data.resolve("logs").resolve("pamong.log").toString());
        all.put("pamong.service-key.ask-passphrase", options.has(Option.ASK_KEY));
        options.text(Option.DB).ifPresent(url -> all.put("pamong.database.url", url));
        options.url(Option.PUBLIC_URL)
                .ifPresent(url -> all.put("pamong.public-url", url.toString()));
        switch (mode) {
            case DEMO -> all.put("server.address", "127.0.0.1");
            case RUN -> listeners(options, keys, all);
        }
        return new ServeProperties(data, keys, port, all);
    }

    private static void listeners(Options options, Path keys, Map<String, Object> all) {
        if (options.has(Option.PROXY)) {
            String proxy = options.text(Option.PROXY).orElseThrow();
            all.put("pamong.pki-port", 80);
            all.put("pamong.web.plain-listener", false);
            all.put("server.forward-headers-strategy", "native");
            all.put("server.tomcat.remoteip.internal-proxies", Pattern.quote(proxy));
            all.put("server.tomcat.remoteip.remote-ip-header", "X-Forwarded-For");
            all.put("server.tomcat.remoteip.protocol-header", "X-Forwarded-Proto");
            all.put("server.tomcat.remoteip.host-header", "X-Forwarded-Host");
            return;
        }
        all.put("pamong.pki-port", options.port(Option.PKI_PORT, PKI_PORT));
        all.put("pamong.web.plain-listener", true);
        String bundle = "spring.ssl.bundle.pem.pamong";
        Path certificate = options.path(Option.TLS_CERTIFICATE).orElse(keys.resolve("tls.crt"));
        Path key = options.path(Option.TLS_KEY).orElse(keys.resolve("tls.key"));
        all.put(bundle + ".keystore.certificate", certificate.toUri().toString());
        all.put(bundle + ".keystore.private-key", key.toUri().toString());
        all.put(bundle + ".reload-on-update", true);
        all.put("server.ssl.bundle", "pamong");
        all.put("server.ssl.enabled-protocols", "TLSv1.3,TLSv1.2");
    }

    /** The folder of {@code ./pamong}: what is not named does not depend on where one stands. */
    static Path home() {
        return Path.of(System.getProperty("pamong.home", "")).toAbsolutePath();
    }

    /** {@code data} has its keys in {@code keys}; any other folder in one named after it. */
    private static Path beside(Path data) {
        String name = Objects.requireNonNull(data.getFileName()).toString();
        return data.resolveSibling("data".equals(name) ? "keys" : name + "-keys");
    }
}
