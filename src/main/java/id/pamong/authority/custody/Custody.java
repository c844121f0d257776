package id.pamong.authority.custody;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.NotFound;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Makes keys, seals them under their owner's passphrase, and signs with them while the passphrase
 * is there (MDN-1.13, 1.14, 17d). No one else, not even with the whole database, can use one.
 *
 * <p>A try is counted and committed before the passphrase is derived, so {@link #open} and {@link
 * #sign} refuse to run inside an open transaction. Five wrong tries block a key for 15 minutes.
 */
@Component
public class Custody {
    private static final int TRIES = 5;
    private static final Duration BLOCK = Duration.ofMinutes(15);
    private static final int QUEUES = 64;

    private final KeySealing sealing;
    private final SealedKeys keys;
    private final TenantTransactions transactions;
    private final Clock clock;

    /** Tries at one key queue up, so that its owner's own parallel signatures never block it. */
    private final ReentrantLock[] queues =
            IntStream.range(0, QUEUES)
                    .mapToObj(_ -> new ReentrantLock())
                    .toArray(ReentrantLock[]::new);

    Custody(KeySealing sealing, SealedKeys keys, TenantTransactions transactions, Clock clock) {
        this.sealing = sealing;
        this.keys = keys;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Makes a key and its certification request and seals it, without storing it.
     *
     * @param subject distinguished name of the request, as RFC 4514 text
     */
    public PreparedKey prepare(
            LocalGovernmentId government,
            KeyAlgorithm algorithm,
            SecretBytes passphrase,
            String subject) {
        KeyPair pair = generate(algorithm);
        SealedKeyId id = new SealedKeyId(UUID.randomUUID());
        byte[] csr = Requests.sign(pair, algorithm, subject);
        SealedKey sealed = sealing.seal(government, id, algorithm, pair, passphrase);
        return new PreparedKey(
                new NewKey(id, algorithm, sealed.publicKeySpki(), csr), sealed, clock.instant());
    }

    /** Stores a prepared key; joins the open transaction. */
    public NewKey keep(LocalGovernmentId government, PreparedKey prepared) {
        transactions.inTenant(
                government,
                () ->
                        keys.insert(
                                prepared.sealed(),
                                sha256(prepared.sealed().publicKeySpki()),
                                prepared.preparedAt()));
        return prepared.key();
    }

    /** {@link #prepare} and {@link #keep} in one. */
    public NewKey create(
            LocalGovernmentId government,
            KeyAlgorithm algorithm,
            SecretBytes passphrase,
            String subject) {
        return keep(government, prepare(government, algorithm, passphrase, subject));
    }

    /**
     * Opens a key for a batch of signatures. Call it before the work that needs it, so that a wrong
     * passphrase costs nothing else. The caller keeps and closes the passphrase.
     */
    public OpeningOutcome open(
            LocalGovernmentId government, SealedKeyId id, SecretBytes passphrase) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a passphrase is not tried inside a transaction");
        }
        ReentrantLock queue = queues[Math.floorMod(id.hashCode(), QUEUES)];
        queue.lock();
        try {
            return tryPassphrase(government, id, passphrase);
        } finally {
            queue.unlock();
        }
    }

    private OpeningOutcome tryPassphrase(
            LocalGovernmentId government, SealedKeyId id, SecretBytes passphrase) {
        Instant now = clock.instant();
        SealedKey sealed =
                transactions
                        .inTenant(government, () -> keys.byId(id))
                        .orElseThrow(() -> new NotFound("key.not-found"));
        Optional<SealedKeys.Try> counted =
                transactions.inTenant(government, () -> keys.countTry(id, now, TRIES, BLOCK));
        if (counted.isEmpty()) {
            Instant until =
                    transactions
                            .inTenant(government, () -> keys.blockedUntil(id))
                            .orElseThrow(() -> new NotFound("key.not-found"));
            return new OpeningOutcome.Blocked(until);
        }
        Optional<PrivateKey> opened = sealing.open(government, sealed, passphrase);
        if (opened.isPresent()) {
            transactions.inTenant(government, () -> keys.forgetTries(id));
            return new OpeningOutcome.Opened(new OpenKey(sealed, opened.get()));
        }
        Instant blocked = counted.get().blockedUntil();
        return blocked == null
                ? new OpeningOutcome.WrongPassphrase(TRIES - counted.get().number())
                : new OpeningOutcome.Blocked(blocked);
    }

    /** One signature over the bytes (not their digest). */
    public SigningOutcome sign(
            LocalGovernmentId government,
            SealedKeyId id,
            SecretBytes passphrase,
            byte[] toBeSigned) {
        return switch (open(government, id, passphrase)) {
            case OpeningOutcome.Opened(OpenKey key) -> {
                try (key) {
                    yield new SigningOutcome.Signed(key.sign(toBeSigned));
                }
            }
            case OpeningOutcome.WrongPassphrase(int left) ->
                    new SigningOutcome.WrongPassphrase(left);
            case OpeningOutcome.Blocked(Instant until) -> new SigningOutcome.Blocked(until);
        };
    }

    /**
     * Seals an opened key under another passphrase, without storing it; not in a transaction. What
     * {@link #replace} later compares with is the key as this passphrase opened it: a change that
     * another passphrase made since then stands.
     */
    public ResealedKey reseal(
            LocalGovernmentId government, OpenKey key, SecretBytes newPassphrase) {
        SealedKey before = key.sealed();
        PrivateKey secret =
                key.privateKey().orElseThrow(() -> new IllegalStateException("the key is closed"));
        return new ResealedKey(
                before,
                sealing.seal(
                        government,
                        before.id(),
                        before.algorithm(),
                        secret,
                        before.publicKeySpki(),
                        newPassphrase));
    }

    /**
     * Stores a resealed key; joins the open transaction.
     *
     * @return false when the key was resealed or destroyed meanwhile
     */
    public boolean replace(LocalGovernmentId government, ResealedKey resealed) {
        return transactions.inTenant(
                government,
                () -> keys.replace(resealed.before(), resealed.after(), clock.instant()));
    }

    /** Whether the key lies here and can be opened. */
    public boolean holds(LocalGovernmentId government, SealedKeyId id) {
        return transactions.inTenant(government, () -> keys.byId(id).isPresent());
    }

    /**
     * Takes the bytes of a key away at the end of its certificate's life; its record stays. Joins
     * the open transaction.
     *
     * @return false when they were gone already
     */
    public boolean wipe(LocalGovernmentId government, SealedKeyId id) {
        return transactions.inTenant(government, () -> keys.wipe(id, clock.instant()));
    }

    /** Destroys a key for good; joins the open transaction. */
    public void destroy(LocalGovernmentId government, SealedKeyId id) {
        transactions.inTenant(government, () -> keys.delete(id));
    }

    private static KeyPair generate(KeyAlgorithm algorithm) {
        try {
            return switch (algorithm) {
                case EC_P256 -> onCurve("secp256r1");
                case EC_P384 -> onCurve("secp384r1");
                case RSA_2048 -> rsa(2048);
                case RSA_3072 -> rsa(3072);
                case RSA_4096 -> rsa(4096);
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the machine makes no keys", e);
        }
    }

    private static KeyPair onCurve(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static KeyPair rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
