package id.pamong;

import id.pamong.CommandLine.Help;
import id.pamong.CommandLine.Option;
import id.pamong.CommandLine.Options;
import id.pamong.CommandLine.RotateServiceKey;
import id.pamong.CommandLine.Serve;
import id.pamong.demo.DemoWalk;
import id.pamong.lifecycle.registration.FirstRun;
import id.pamong.office.installation.DataFolder;
import id.pamong.office.installation.Mode;
import id.pamong.office.installation.PublicAddress;
import id.pamong.office.installation.StartRefusal;
import id.pamong.office.protection.ServiceKeyRotation;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The program: one Java process that holds every room of the house. */
// Rooms name their classes freely: the same word may stand in two rooms.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Pamong {

    /** See {@code help.txt}. Ends with status 0, 1 when the work failed, 2 when refused. */
    public static void main(String[] args) {
        try {
            switch (CommandLine.parse(args)) {
                case Help() -> Console.help();
                case Serve(Mode mode, Options options) -> serve(mode, options);
                case RotateServiceKey(Options options) -> rotate(options);
            }
        } catch (StartRefusal refusal) {
            Console.refuse(refusal);
            System.exit(2);
        }
    }

    private static void serve(Mode mode, Options options) {
        ServeProperties start = ServeProperties.of(mode, options);
        DataFolder folder = DataFolder.claim(start.data(), mode);
        refuseTakenPort(start.port());
        if (start.properties().containsKey("server.ssl.bundle")
                && !options.has(Option.TLS_CERTIFICATE)) {
            new SelfMadeCertificate(start.keys()).ensure();
        }
        ConfigurableApplicationContext context = start(Pamong.class, start, folder);
        switch (mode) {
            case RUN -> sayReady(context, start, options);
            case DEMO -> walk(context, start, options);
        }
    }

    private static void sayReady(
            ConfigurableApplicationContext context, ServeProperties start, Options options) {
        URI address = context.getBean(PublicAddress.class).web();
        Console.say("Pamong siap di " + address, "Pamong is ready at " + address);
        if (start.properties().containsKey("server.ssl.bundle")) {
            Path certificate =
                    options.path(Option.TLS_CERTIFICATE).orElse(start.keys().resolve("tls.crt"));
            String fingerprint = SelfMadeCertificate.fingerprint(certificate);
            Console.say(
                    "Sidik jari SHA-256 sertifikat HTTPS: " + fingerprint,
                    "SHA-256 fingerprint of the HTTPS certificate, to compare in the browser.");
        }
        FirstRun firstRun = context.getBean(FirstRun.class);
        (options.has(Option.NEW_GOVERNMENT)
                        ? Optional.of(firstRun.furtherPath())
                        : firstRun.newPath())
                .ifPresent(path ->
                        Console.say(
                                "Buka sekali untuk memulai kantor: " + address + path,
                                "Open once to set up the office (the link ends with the"
                                        + " first run)."));
    }

    private static void walk(
            ConfigurableApplicationContext context, ServeProperties start, Options options) {
        if (options.has(Option.NO_WALK)) {
            sayReady(context, start, options);
            return;
        }
        Path out = options.path(Option.OUT).orElseGet(() -> ServeProperties.home().resolve("demo"));
        FirstRun firstRun = context.getBean(FirstRun.class);
        DemoWalk walk =
                new DemoWalk(
                        URI.create("http://localhost:" + start.port()),
                        out,
                        start.data(),
                        firstRun::newPath,
                        firstRun::furtherPath);
        boolean complete = (options.has(Option.TWICE) ? walk.eachTwice() : walk).walk();
        if (options.has(Option.EXIT)) {
            SpringApplication.exit(context);
            System.exit(complete ? 0 : 1);
        }
        Console.say(
                "Peragaan tetap melayani; Ctrl+C mengakhirinya.",
                "The demo keeps serving; Ctrl+C ends it.");
    }

    private static void rotate(Options options) {
        ServeProperties start = ServeProperties.of(Mode.RUN, options);
        try (DataFolder folder = DataFolder.claim(start.data(), Mode.RUN);
                ConfigurableApplicationContext context =
                        start(RotationRooms.class, start, folder)) {
            int count = context.getBean(ServiceKeyRotation.class).rotate();
            Console.say(
                    "Kunci layanan diganti; " + count + " kunci data dibungkus ulang.",
                    "The service key was replaced; " + count + " data keys were wrapped again.");
        }
    }

    /** The failure has been said by {@link StartFailureReporter} when this exits. */
    private static ConfigurableApplicationContext start(
            Class<?> rooms, ServeProperties start, DataFolder folder) {
        SpringApplication application = new SpringApplication(rooms);
        // Held for the life of the process: a forgotten lock would be given back.
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("dataFolder", folder));
        application.setDefaultProperties(start.properties());
        if (rooms != Pamong.class) {
            application.setWebApplicationType(WebApplicationType.NONE);
        }
        try {
            return application.run();
        } catch (RuntimeException e) {
            System.exit(2);
            throw e;
        }
    }

    private static void refuseTakenPort(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw StartFailureAnalyzer.portTaken(port);
        }
    }
}
