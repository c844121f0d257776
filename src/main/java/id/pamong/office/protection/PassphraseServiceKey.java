package id.pamong.office.protection;

import id.pamong.office.installation.StartRefusal;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A passphrase typed at the console when the program starts: PBKDF2-HMAC-SHA-512 with a salt that
 * lies in the key folder.
 */
final class PassphraseServiceKey implements ServiceKey {
    /** OWASP's figure for PBKDF2-HMAC-SHA-512 is 210,000; a start can wait longer. */
    private static final int ITERATIONS = 1_000_000;

    private final KeyFile salt;
    private final KeyFile nextSalt;
    private final Function<String, char[]> prompt;

    PassphraseServiceKey(Path folder, Function<String, char @Nullable []> console) {
        this.salt = new KeyFile(folder.resolve("service.salt"));
        this.nextSalt = new KeyFile(folder.resolve("service.salt.next"));
        this.prompt =
                question -> {
                    char[] typed = console.apply(question);
                    if (typed == null || typed.length < 12) {
                        throw new StartRefusal(
                                "Frasa sandi layanan paling sedikit 12 karakter.",
                                "The service's passphrase needs at least 12 characters.");
                    }
                    return typed;
                };
    }

    @Override
    public SecretKey current(boolean mayCreate) {
        if (!salt.exists() && !mayCreate) {
            throw new StartRefusal(
                    "Berkas " + salt.path() + " tidak ada: kembalikan dari cadangannya.",
                    "The file " + salt.path() + " is missing: bring it back from its backup.");
        }
        if (!salt.exists()) {
            salt.write(randomSalt());
        }
        return derive(prompt.apply("Frasa sandi layanan / service passphrase: "), salt.read());
    }

    @Override
    public SecretKey next() {
        nextSalt.write(randomSalt());
        return derive(
                prompt.apply("Frasa sandi layanan yang baru / new service passphrase: "),
                nextSalt.read());
    }

    @Override
    public Optional<SecretKey> pending() {
        return nextSalt.exists()
                ? Optional.of(
                        derive(
                                prompt.apply(
                                        "Frasa sandi layanan yang baru / new service passphrase: "),
                                nextSalt.read()))
                : Optional.empty();
    }

    @Override
    public void adoptNext() {
        nextSalt.renameTo(salt);
    }

    private static SecretKey derive(char[] passphrase, SecretKey salt) {
        PBEKeySpec spec =
                new PBEKeySpec(passphrase, salt.getEncoded(), ITERATIONS, KeyFile.LENGTH * 8);
        try {
            return new SecretKeySpec(
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                            .generateSecret(spec)
                            .getEncoded(),
                    "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            spec.clearPassword();
            Arrays.fill(passphrase, ' ');
        }
    }

    private static SecretKey randomSalt() {
        byte[] bytes = new byte[KeyFile.LENGTH];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, "salt");
    }
}
