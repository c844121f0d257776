package id.pamong.office.protection;

import id.pamong.office.database.LocalGovernmentId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals values before they go to a table or a file. Each purpose of each local government has its
 * own key; the context (such as {@code person.nik/<id>}) is bound to the value, so that a sealed
 * value moved to another row does not open.
 */
@Component
public class Seals {
    private static final String BLIND_INDEX = "BLIND_INDEX";

    private final KeyRing keys;
    private final ConcurrentMap<IndexKey, SecretKey> indexKeys = new ConcurrentHashMap<>();

    /** Derived once; a data key never changes, whatever wraps it. */
    private record IndexKey(LocalGovernmentId tenant, String kind) {}

    Seals(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * Makes every key of a local government ready. A key that is made at its first use needs a
     * database connection beside the one of the running transaction; many people at once would take
     * them all and wait for each other.
     */
    public void prepare(LocalGovernmentId tenant) {
        for (KeyPurpose purpose : KeyPurpose.values()) {
            keys.key(purpose.name(), tenant.toString());
        }
        keys.key(BLIND_INDEX, tenant.toString());
    }

    /** AES-256-GCM; 29 bytes longer than the plain value. */
    public byte[] seal(KeyPurpose purpose, LocalGovernmentId tenant, byte[] plain, String context) {
        return seal(purpose, tenant.toString(), plain, context);
    }

    /**
     * The plain value.
     *
     * @throws BrokenSeal when altered or sealed for another local government, purpose or context
     */
    public byte[] open(
            KeyPurpose purpose, LocalGovernmentId tenant, byte[] sealed, String context) {
        return open(purpose, tenant.toString(), sealed, context);
    }

    /** For what belongs to no local government. */
    public byte[] seal(KeyPurpose purpose, byte[] plain, String context) {
        return seal(purpose, DataKeys.INSTALLATION, plain, context);
    }

    /** For what belongs to no local government; refusals as above. */
    public byte[] open(KeyPurpose purpose, byte[] sealed, String context) {
        return open(purpose, DataKeys.INSTALLATION, sealed, context);
    }

    /**
     * HMAC-SHA-256 of a normalised identifier under a key per local government and kind: equal
     * identifiers are found, and nobody without the key can guess one from the index.
     *
     * @param kind such as {@code nik}; indexes of two kinds never match
     */
    public byte[] blindIndex(LocalGovernmentId tenant, String kind, String normalised) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(indexKeys.computeIfAbsent(new IndexKey(tenant, kind), this::indexKey));
            return mac.doFinal(normalised.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SecretKey indexKey(IndexKey of) {
        try {
            byte[] ofKind =
                    derive(
                            keys.key(BLIND_INDEX, of.tenant().toString()),
                            new byte[0],
                            "pamong blind index " + of.kind());
            return new SecretKeySpec(ofKind, "HmacSHA256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The service's half of an owner's sealed key: 32 bytes by HKDF-SHA-256 (RFC 5869). It comes
     * from a data key that the service key wraps, so a new service key does not change it.
     *
     * @param salt of the sealed key's record
     */
    public byte[] serviceHalf(byte[] salt) {
        try {
            return derive(
                    keys.key(KeyRing.SERVICE_HALF, DataKeys.INSTALLATION),
                    salt,
                    "pamong service half");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] seal(KeyPurpose purpose, String owner, byte[] plain, String context) {
        return Envelope.seal(
                keys.key(purpose.name(), owner), plain, List.of(purpose.name(), owner, context));
    }

    private byte[] open(KeyPurpose purpose, String owner, byte[] sealed, String context) {
        return Envelope.open(
                keys.key(purpose.name(), owner), sealed, List.of(purpose.name(), owner, context));
    }

    private static byte[] derive(SecretKey key, byte[] salt, String info)
            throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(
                        HKDFParameterSpec.ofExtract()
                                .addIKM(key)
                                .addSalt(salt)
                                .thenExpand(info.getBytes(StandardCharsets.UTF_8), 32));
    }
}
