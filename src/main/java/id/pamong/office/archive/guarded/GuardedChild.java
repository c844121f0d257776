package id.pamong.office.archive.guarded;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One running child: its own JVM with an empty environment and a small heap. It ends by itself when
 * this process does, since its standard input ends then.
 */
final class GuardedChild {
    private static final String LAUNCHER =
            "org.springframework.boot.loader.launch.PropertiesLauncher";
    private static final int MAX_RESULT = 64 * 1024 * 1024;

    private static final ScheduledExecutorService WATCH =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("guarded-child-watch").factory());

    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;
    private int jobs;

    private GuardedChild(Process process) {
        this.process = process;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 65536));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 65536));
    }

    /**
     * Starts a child.
     *
     * @param folder private working folder, for the cache of fonts only
     * @param heapMegabytes largest heap
     */
    static GuardedChild start(Path folder, int heapMegabytes) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMegabytes + "m");
        command.add("-XX:MaxDirectMemorySize=224m");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-XX:-UsePerfData");
        command.add("-XX:+DisableAttachMechanism");
        command.add("-Djava.awt.headless=true");
        command.add("-Djava.io.tmpdir=" + folder);
        command.add("-Duser.home=" + folder);
        command.add("-Dpdfbox.fontcache=" + folder);
        command.add("-cp");
        String classPath = System.getProperty("java.class.path");
        command.add(absolute(classPath));
        if (isExecutableArchive()) {
            command.add("-Dloader.main=" + ChildMain.class.getName());
            command.add(LAUNCHER);
        } else {
            command.add(ChildMain.class.getName());
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.directory(folder.toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return new GuardedChild(builder.start());
    }

    /**
     * Gives the child a job and waits for its answer; past the limit the child is killed.
     *
     * @throws IOException if the child died, was killed, or answered nonsense
     */
    Answer run(Job job, InputStream content, Duration limit) throws IOException {
        jobs++;
        Future<?> deadline = WATCH.schedule(this::kill, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            job.writeTo(out);
            content.transferTo(out);
            out.flush();
            return Answer.readFrom(in, MAX_RESULT);
        } finally {
            deadline.cancel(false);
        }
    }

    int jobs() {
        return jobs;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    void kill() {
        process.destroyForcibly();
    }

    private static String absolute(String classPath) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(classPath)
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Whether this program runs from the one packaged jar, which brings its own launcher. */
    private static boolean isExecutableArchive() {
        return GuardedChild.class
                        .getClassLoader()
                        .getResource(LAUNCHER.replace('.', '/') + ".class")
                != null;
    }
}
