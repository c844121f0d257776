package id.pamong.office.identity.means;

import id.pamong.office.protection.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes of passwords: Argon2id (RFC 9106), 19 MiB, two passes, at most eight at a time. */
@Component
class Passwords {
    private static final int AT_ONCE = 8;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore memory = new Semaphore(AT_ONCE);

    /** Of no password: an unknown account takes as long as a wrong password. */
    private final String noAccount = encoder.encode("no account has this");

    String hash(SecretBytes password) {
        return withCharacters(password, encoder::encode);
    }

    boolean matches(SecretBytes password, String hash) {
        return withCharacters(password, characters -> encoder.matches(characters, hash));
    }

    /** Takes the time of a check and fails. */
    void pretend(SecretBytes password) {
        matches(password, noAccount);
    }

    private <T> T withCharacters(SecretBytes password, Function<CharSequence, T> work) {
        memory.acquireUninterruptibly();
        try {
            return password.reveal(bytes -> {
                CharBuffer characters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
                try {
                    return work.apply(characters);
                } finally {
                    java.util.Arrays.fill(characters.array(), '\0');
                }
            });
        } finally {
            memory.release();
        }
    }
}
