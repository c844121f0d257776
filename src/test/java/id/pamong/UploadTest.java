package id.pamong;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.testkit.PamongProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packaged program, with less memory than what is sent to it: a file far over the limit is read
 * to its end and thrown away, so that the answer arrives in a browser, which sends before it reads.
 */
@Tag("process")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadTest {
    private static final int PART = 1 << 20;
    private static final int PARTS = 300;
    private static final Pattern LINK = Pattern.compile("/perdana/\\S{20,}");

    private final Path home =
            Path.of("target", "testkit", "upload-" + ProcessHandle.current().pid())
                    .toAbsolutePath();
    private int port;
    private PamongProcess running;
    private SSLContext trust;

    @BeforeAll
    void start() throws Exception {
        Files.createDirectories(home);
        port = freePort();
        running =
                PamongProcess.startUnder(
                                List.of("env", "JAVA_TOOL_OPTIONS=-Xmx256m"),
                                "run",
                                "--port",
                                "" + port,
                                "--pki-port",
                                "" + freePort(),
                                "--data",
                                home.resolve("data").toString(),
                                "--keys",
                                home.resolve("keys").toString())
                        .awaitReady();
        trust = trusting(home.resolve("keys/tls.crt"));
    }

    @AfterAll
    void stop() {
        if (running != null) {
            running.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void three_hundred_megabytes_are_refused_in_a_sentence_and_the_connection_ends_cleanly(
            boolean announced) throws Exception {
        Matcher link = LINK.matcher(running.said());
        assertThat(link.find()).isTrue();
        String path = link.group() + "/berkas-akar?lang=id";

        try (SSLSocket socket =
                (SSLSocket) trust.getSocketFactory().createSocket("localhost", port)) {
            socket.setSoTimeout(120_000);
            send(socket.getOutputStream(), path, announced);
            String answer = answer(socket.getInputStream());

            assertThat(answer).startsWith("HTTP/1.1 413").contains("Kiriman Anda lebih dari");

            assertThat(answer).containsIgnoringCase("\r\nconnection: close\r\n");
            assertThat(socket.getInputStream().read())
                    .as("closed by the server, not reset")
                    .isEqualTo(-1);
        }
        assertThat(running.isAlive()).isTrue();
        assertThat(running.said()).doesNotContain("OutOfMemoryError", "Exception");
        assertThat(spooled()).as("nothing is left behind").isEmpty();
    }

    private void send(OutputStream out, String path, boolean announced) throws IOException {
        byte[] head =
                ("--grenze\r\nContent-Disposition: form-data; name=\"rootFile\";"
                                + " filename=\"besar.pdf\"\r\nContent-Type: application/pdf\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = "\r\n--grenze--\r\n".getBytes(StandardCharsets.US_ASCII);
        long length = head.length + (long) PART * PARTS + tail.length;
        out.write(
                ("POST "
                                + path
                                + " HTTP/1.1\r\nHost: localhost:"
                                + port
                                + "\r\nOrigin: https://localhost:"
                                + port
                                + "\r\nSec-Fetch-Site: same-origin"
                                + "\r\nContent-Type: multipart/form-data; boundary=grenze\r\n"
                                + (announced
                                        ? "Content-Length: " + length
                                        : "Transfer-Encoding: chunked")
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        chunk(out, head, announced);
        byte[] part = new byte[PART];
        for (int i = 0; i < PARTS; i++) {
            chunk(out, part, announced);
        }
        chunk(out, tail, announced);
        if (!announced) {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.flush();
    }

    private static void chunk(OutputStream out, byte[] bytes, boolean bare) throws IOException {
        if (!bare) {
            out.write(
                    (Integer.toHexString(bytes.length) + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
        }
        out.write(bytes);
        if (!bare) {
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Head and body of one answer; the connection stays open. */
    private static String answer(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        String text = "";
        while (!text.contains("\r\n\r\n")) {
            read.write(in.read());
            text = read.toString(StandardCharsets.UTF_8);
        }
        Matcher length = Pattern.compile("(?i)content-length: (\\d+)").matcher(text);
        if (length.find()) {
            read.write(in.readNBytes(Integer.parseInt(length.group(1))));
            return read.toString(StandardCharsets.UTF_8);
        }
        while (!text.endsWith("\r\n0\r\n\r\n")) {
            int one = in.read();
            if (one < 0) {
                throw new IOException("cut off: " + text);
            }
            read.write(one);
            text = read.toString(StandardCharsets.UTF_8);
        }
        return text;
    }

    private static List<Path> spooled() throws IOException {
        try (Stream<Path> files = Files.walk(PamongProcess.TEMPORARY)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toFile().length() > PART)
                    .filter(file -> !file.toString().endsWith(".so"))
                    .filter(file -> !file.toString().endsWith(".jar"))
                    .toList();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static SSLContext trusting(Path certificate) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            store.setCertificateEntry(
                    "pamong", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
