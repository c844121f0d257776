package id.pamong.testkit;

import id.pamong.office.database.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Data, keys and a database of its own for each context. */
public class TestInstallation
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        long process = ProcessHandle.current().pid();
        Path folder =
                Path.of("target", "testkit", "context-" + process + "-" + NUMBER.incrementAndGet());
        try {
            Files.createDirectories(folder.resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TestPropertyValues.of(
                        "pamong.data=" + folder.resolve("data"),
                        "pamong.keys=" + folder.resolve("keys"),
                        "pamong.public-url=https://pamong.contoh.go.id",
                        "pamong.database.url=" + TestServer.shared().cloneTemplate(),
                        "pamong.database.connections=8",
                        // Tests set their own hour, which no other clock knows.
                        "pamong.authority.clocks-apart=P36500D")
                .applyTo(context);
    }
}
