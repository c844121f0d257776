package id.pamong.testkit;

import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.builtin.RootOpening;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.protection.SecretBytes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The built-in authority for tests: the one root of the context's installation, made by whoever
 * needs it first, and an issuing CA for a local government.
 */
public final class TestAuthority {
    /** Opens the root's file of every test installation. */
    public static final String ROOT_PASSPHRASE = "berkas akar untuk pengujian";

    private TestAuthority() {}

    /** Makes root (once) and issuing CA. */
    public static synchronized void serve(
            BuiltinAuthority authority,
            MutableClock clock,
            LocalGovernmentId government,
            String slug) {
        byte[] file = rootFile(authority, clock);
        try (SecretBytes passphrase = passphrase()) {
            RootOpening opening =
                    authority.createIssuing(
                            government, slug, "Pemerintah Kota Contoh", file, passphrase);
            if (!(opening instanceof RootOpening.Done)) {
                throw new IllegalStateException("the test root does not open: " + opening);
            }
        }
    }

    /** The root's file; the root is made if there is none. It never goes offline in tests. */
    public static synchronized byte[] rootFile(BuiltinAuthority authority, MutableClock clock) {
        Instant now = clock.instant();
        // As old as the clock of any test, so that no certificate begins before its root.
        clock.reset();
        try (SecretBytes passphrase = passphrase()) {
            return authority
                    .exportRoot()
                    .orElseGet(() ->
                            authority.createRoot(
                                    "Pemerintah Kota Contoh",
                                    URI.create("http://pamong.contoh.example"),
                                    passphrase))
                    .pem();
        } finally {
            clock.set(now);
        }
    }

    public static SecretBytes passphrase() {
        return SecretBytes.takeOver(ROOT_PASSPHRASE.getBytes(StandardCharsets.UTF_8));
    }
}
