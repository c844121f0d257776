package id.pamong.authority.custody;

import id.pamong.office.protection.SecretBytes;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Passphrase to 32 bytes by Argon2id (RFC 9106). New keys get a cost of about 50 ms on one core of
 * this machine, never less than 19 MiB and two passes; a semaphore sized by the heap keeps a rush
 * of signers from exhausting the memory.
 */
@Component
class PassphraseDerivation {
    private static final int BYTES = 32;
    private static final Duration WANTED = Duration.ofMillis(50);
    private static final int MOST_KIB_FOR_NEW_KEYS = 64 * 1024;
    private static final int HEAP_SHARE = 4;

    private final Semaphore memoryInMib;
    private final int permits;
    private @Nullable DerivationCost calibrated;

    PassphraseDerivation() {
        long heapMib = Runtime.getRuntime().maxMemory() >> 20;
        this.permits = (int) Math.max(64, Math.min(heapMib / HEAP_SHARE, 16 * 1024));
        this.memoryInMib = new Semaphore(permits, true);
    }

    /** The caller wipes the result. */
    byte[] derive(SecretBytes passphrase, byte[] salt, DerivationCost cost) {
        int needed = Math.min(permits, cost.memoryKib() / 1024 + 1);
        memoryInMib.acquireUninterruptibly(needed);
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(
                    new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                            .withMemoryAsKB(cost.memoryKib())
                            .withIterations(cost.passes())
                            .withParallelism(cost.lanes())
                            .withSalt(salt)
                            .build());
            byte[] derived = new byte[BYTES];
            passphrase.<Integer>reveal(bytes -> generator.generateBytes(bytes, derived));
            return derived;
        } finally {
            memoryInMib.release(needed);
        }
    }

    /** The cost for a new key, measured once per start. */
    synchronized DerivationCost costForNewKeys() {
        DerivationCost known = calibrated;
        if (known == null) {
            known = measure();
            calibrated = known;
        }
        return known;
    }

    private DerivationCost measure() {
        DerivationCost least = DerivationCost.LEAST;
        long fastest = Long.MAX_VALUE;
        try (SecretBytes sample = SecretBytes.takeOver(new byte[16])) {
            for (int round = 0; round < 3; round++) {
                long before = System.nanoTime();
                derive(sample, new byte[16], least);
                fastest = Math.min(fastest, System.nanoTime() - before);
            }
        }
        double room = (double) WANTED.toNanos() / Math.max(1, fastest);
        int memory =
                (int)
                        Math.clamp(
                                least.memoryKib() * room, least.memoryKib(), MOST_KIB_FOR_NEW_KEYS);
        return new DerivationCost(memory, least.passes(), least.lanes());
    }
}
