package id.pamong.office.protection;

import id.pamong.office.installation.StartRefusal;
import id.pamong.office.protection.DataKeys.Wrapped;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Data keys, unwrapped by the service key when first used and made when missing. */
@Component
class KeyRing {
    static final String SERVICE_HALF = "SERVICE_HALF";

    private record Slot(String purpose, String owner) {}

    private final DataKeys rows;
    private final ServiceKey source;
    private final ConcurrentMap<Slot, SecretKey> open = new ConcurrentHashMap<>();
    private volatile SecretKey service;

    /** The start ends here when the service key is missing or is not the one of these data. */
    KeyRing(DataKeys rows, ServiceKey source) {
        this.rows = rows;
        this.source = source;
        Optional<Wrapped> probe = rows.any();
        SecretKey current = source.current(probe.isEmpty());
        if (probe.isPresent() && !opens(current, probe.get())) {
            current = finishRotation(probe.get());
        }
        this.service = current;
        if (probe.isEmpty()) {
            // From the first start on there is something that only this service key opens.
            key(SERVICE_HALF, DataKeys.INSTALLATION);
        }
    }

    SecretKey key(String purpose, String owner) {
        return open.computeIfAbsent(new Slot(purpose, owner), this::load);
    }

    /** Wraps every data key under a new service key; returns how many. */
    synchronized int rotate() {
        SecretKey next = source.next();
        int count = rows.rewrapAll(service, next);
        source.adoptNext();
        service = next;
        return count;
    }

    private SecretKey load(Slot slot) {
        Wrapped wrapped =
                rows.find(slot.purpose(), slot.owner())
                        .orElseGet(() -> rows.keepFirst(create(slot)));
        return new SecretKeySpec(wrapped.unwrap(service), "AES");
    }

    private Wrapped create(Slot slot) {
        byte[] random = new byte[KeyFile.LENGTH];
        new SecureRandom().nextBytes(random);
        return Wrapped.wrap(slot.purpose(), slot.owner(), random, service);
    }

    /** A rotation ended between the database's commit and the renaming of the key. */
    private SecretKey finishRotation(Wrapped probe) {
        return source.pending()
                .filter(key -> opens(key, probe))
                .map(key -> {
                    source.adoptNext();
                    return key;
                })
                .orElseThrow(() ->
                        new StartRefusal(
                                "Kunci layanan yang diberikan bukan kunci data ini: pakai"
                                        + " kunci yang benar, tidak ada yang diubah.",
                                "The service key given is not the one of these data: use"
                                        + " the right one, nothing was changed."));
    }

    private static boolean opens(SecretKey key, Wrapped wrapped) {
        try {
            wrapped.unwrap(key);
            return true;
        } catch (BrokenSeal e) {
            return false;
        }
    }
}
