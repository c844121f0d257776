package id.pamong;

import id.pamong.office.installation.StartRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the program says to the person who starts it: Indonesian, then English. */
final class Console {
    private static final PrintStream OUT =
            new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Console() {}

    static void say(String indonesian, String english) {
        OUT.println(indonesian);
        OUT.println("  " + english);
    }

    static void say(String line) {
        OUT.println(line);
    }

    static void refuse(StartRefusal refusal) {
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        err.println(refusal.indonesian());
        err.println(refusal.english());
    }

    static void help() {
        try (InputStream text = Console.class.getResourceAsStream("/help.txt")) {
            OUT.print(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
