package id.pamong.office.protection;

import org.springframework.stereotype.Component;

/** Replaces the service's own key; what data keys have sealed stays as it is. */
@Component
public class ServiceKeyRotation {
    private final KeyRing keys;

    ServiceKeyRotation(KeyRing keys) {
        this.keys = keys;
    }

    /** Returns the number of data keys that the new service key wraps. */
    public int rotate() {
        return keys.rotate();
    }
}
