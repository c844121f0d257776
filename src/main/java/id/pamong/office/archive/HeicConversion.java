package id.pamong.office.archive;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Turns HEIC into JPEG with libheif's own program where the machine has it, in a process of its own
 * with an empty environment, a private folder and a time limit.
 */
@Component
class HeicConversion {
    private static final List<String> PROGRAMS = List.of("heif-dec", "heif-convert");
    private static final int SECONDS = 20;

    /** The JPEG, or empty if this machine cannot convert or the picture is broken. */
    Optional<byte[]> toJpeg(byte[] heic) throws IOException {
        Optional<Path> program = program();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("pamong-heic-");
        try {
            Path in = Files.write(folder.resolve("in.heic"), heic);
            Path out = folder.resolve("out.jpg");
            ProcessBuilder builder =
                    new ProcessBuilder(
                            program.get().toString(), "-q", "92", in.toString(), out.toString());
            builder.environment().clear();
            builder.directory(folder.toFile());
            builder.redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            return process.exitValue() == 0 && Files.exists(out)
                    ? Optional.of(Files.readAllBytes(out))
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static Optional<Path> program() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(path)
                .flatMap(folder -> PROGRAMS.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
