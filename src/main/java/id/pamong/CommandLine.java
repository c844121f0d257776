package id.pamong;

import id.pamong.office.installation.Mode;
import id.pamong.office.installation.StartRefusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the person at the console asked for. */
sealed interface CommandLine {
    /** Serve, for real use or as the demo. */
    record Serve(Mode mode, Options options) implements CommandLine {}

    /** Replace the service's own key and end. */
    record RotateServiceKey(Options options) implements CommandLine {}

    /** Say what there is and end. */
    record Help() implements CommandLine {}

    /** An option with or without a value. */
    enum Option {
        PORT("--port", true),
        PKI_PORT("--pki-port", true),
        DATA("--data", true),
        KEYS("--keys", true),
        DB("--db", true),
        PUBLIC_URL("--public-url", true),
        PROXY("--proxy", true),
        TLS_CERTIFICATE("--tls-certificate", true),
        TLS_KEY("--tls-key", true),
        ASK_KEY("--ask-key", false),
        NEW_GOVERNMENT("--new-government", false),
        OUT("--out", true),
        EXIT("--exit", false),
        NO_WALK("--no-walk", false),
        TWICE("--twice", false);

        final String word;
        final boolean takesValue;

        Option(String word, boolean takesValue) {
            this.word = word;
            this.takesValue = takesValue;
        }
    }

    /** The options as given. */
    record Options(Map<Option, String> given) {
        boolean has(Option option) {
            return given.containsKey(option);
        }

        Optional<String> text(Option option) {
            return Optional.ofNullable(given.get(option));
        }

        Optional<Path> path(Option option) {
            return text(option).map(value -> Path.of(value).toAbsolutePath().normalize());
        }

        Optional<URI> url(Option option) {
            return text(option).map(value -> url(option, value));
        }

        int port(Option option, int otherwise) {
            return text(option).map(value -> port(option, value)).orElse(otherwise);
        }

        private static URI url(Option option, String value) {
            try {
                URI url = new URI(value.replaceAll("/+$", ""));
                if (Set.of("http", "https").contains(String.valueOf(url.getScheme()))
                        && url.getHost() != null) {
                    return url;
                }
                throw wrong(option, value);
            } catch (URISyntaxException e) {
                throw wrong(option, value);
            }
        }

        private static int port(Option option, String value) {
            int port = value.matches("[0-9]{1,5}") ? Integer.parseInt(value) : 0;
            if (port < 1 || port > 65535) {
                throw wrong(option, value);
            }
            return port;
        }

        private static StartRefusal wrong(Option option, String value) {
            return new StartRefusal(
                    "Nilai " + value + " tidak dapat dipakai untuk " + option.word + ".",
                    "The value " + value + " cannot be used for " + option.word + ".");
        }
    }

    Set<Option> RUN =
            Set.of(
                    Option.PORT,
                    Option.PKI_PORT,
                    Option.DATA,
                    Option.KEYS,
                    Option.DB,
                    Option.PUBLIC_URL,
                    Option.PROXY,
                    Option.TLS_CERTIFICATE,
                    Option.TLS_KEY,
                    Option.ASK_KEY,
                    Option.NEW_GOVERNMENT);
    Set<Option> DEMO =
            Set.of(
                    Option.PORT,
                    Option.DATA,
                    Option.KEYS,
                    Option.NEW_GOVERNMENT,
                    Option.OUT,
                    Option.EXIT,
                    Option.NO_WALK,
                    Option.TWICE);
    Set<Option> ROTATE = Set.of(Option.DATA, Option.KEYS, Option.DB, Option.ASK_KEY);

    /**
     * Reads the words after {@code ./pamong}.
     *
     * @throws StartRefusal for a word that is not known here
     */
    static CommandLine parse(String... words) {
        Deque<String> rest = new ArrayDeque<>(List.of(words));
        String command = rest.isEmpty() ? "help" : rest.removeFirst();
        return switch (command) {
            case "run" -> new Serve(Mode.RUN, options("run", RUN, rest));
            case "demo" -> new Serve(Mode.DEMO, options("demo", DEMO, rest));
            case "rotate-service-key" ->
                    new RotateServiceKey(options("rotate-service-key", ROTATE, rest));
            case "help", "--help", "-h" -> new Help();
            default ->
                    throw new StartRefusal(
                            "Perintah " + command + " tidak dikenal. Lihat ./pamong help.",
                            "The command " + command + " is not known. See ./pamong help.");
        };
    }

    private static Options options(String command, Set<Option> allowed, Deque<String> rest) {
        Map<String, Option> byWord =
                allowed.stream()
                        .collect(Collectors.toMap(option -> option.word, Function.identity()));
        Map<Option, String> given = new EnumMap<>(Option.class);
        while (!rest.isEmpty()) {
            String[] parts = rest.removeFirst().split("=", 2);
            Option option = byWord.get(parts[0]);
            if (option == null) {
                throw unknown(command, parts[0], allowed);
            }
            if (!option.takesValue && parts.length == 1) {
                given.put(option, "");
            } else if (option.takesValue && parts.length == 2) {
                given.put(option, parts[1]);
            } else if (option.takesValue && !rest.isEmpty()) {
                given.put(option, rest.removeFirst());
            } else {
                throw new StartRefusal(
                        "Nilai untuk " + parts[0] + " keliru atau tidak ada.",
                        "The value of " + parts[0] + " is wrong or missing.");
            }
        }
        return new Options(given);
    }

    private static StartRefusal unknown(String command, String word, Set<Option> allowed) {
        String known =
                Arrays.stream(Option.values())
                        .filter(allowed::contains)
                        .map(option -> option.word)
                        .collect(Collectors.joining(" "));
        return new StartRefusal(
                "Pilihan " + word + " tidak dikenal oleh " + command + ". Yang ada: " + known,
                command + " does not know the option " + word + ". There are: " + known);
    }
}
