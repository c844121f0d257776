package id.pamong;

import id.pamong.office.installation.StartRefusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * The certificate of the listener until the office has a better one: made by the JDK's keytool,
 * kept as PEM in the key folder, where a renewed one may replace it while the program runs.
 */
final class SelfMadeCertificate {
    private final Path certificate;
    private final Path key;

    SelfMadeCertificate(Path folder) {
        this.certificate = folder.resolve("tls.crt");
        this.key = folder.resolve("tls.key");
    }

    /** Makes certificate and key unless both are there. */
    void ensure() {
        if (Files.exists(certificate) && Files.exists(key)) {
            return;
        }
        try {
            make();
        } catch (IOException | GeneralSecurityException e) {
            throw new StartRefusal(
                    "Sertifikat HTTPS sementara tidak dapat dibuat: " + e.getMessage(),
                    "The provisional HTTPS certificate cannot be made: " + e.getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SHA-256 of the DER certificate in groups of two hex digits, as browsers show it. */
    static String fingerprint(Path certificate) {
        try (var in = Files.newInputStream(certificate)) {
            Certificate first = CertificateFactory.getInstance("X.509").generateCertificate(in);
            return HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(first.getEncoded()));
        } catch (IOException | GeneralSecurityException e) {
            throw new StartRefusal(
                    "Sertifikat HTTPS " + certificate + " tidak dapat dibaca: " + e.getMessage(),
                    "The HTTPS certificate " + certificate + " cannot be read: " + e.getMessage(),
                    e);
        }
    }

    private void make() throws IOException, GeneralSecurityException, InterruptedException {
        Path folder = Files.createDirectories(certificate.getParent());
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Path store = Files.createTempFile(folder, "tls", ".p12");
        Files.delete(store);
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().encodeToString(random);
        String host = hostName();
        ProcessBuilder keytool =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair",
                        "-alias",
                        "tls",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-sigalg",
                        "SHA256withECDSA",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host + ",dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "365",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass:env",
                        "PAMONG_STORE");
        keytool.environment().put("PAMONG_STORE", password);
        Process process = keytool.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said.strip());
        }
        KeyStore keys = KeyStore.getInstance(store.toFile(), password.toCharArray());
        Files.delete(store);
        write(
                key,
                "PRIVATE KEY",
                keys.getKey("tls", password.toCharArray()).getEncoded(),
                EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        write(
                certificate,
                "CERTIFICATE",
                keys.getCertificate("tls").getEncoded(),
                PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static void write(
            Path file, String label, byte[] der, Set<PosixFilePermission> permissions)
            throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(permissions));
        Files.writeString(
                file,
                "-----BEGIN "
                        + label
                        + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                        + "\n-----END "
                        + label
                        + "-----\n");
    }

    private static String hostName() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return name.matches("[A-Za-z0-9.-]{1,64}") ? name : "localhost";
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
