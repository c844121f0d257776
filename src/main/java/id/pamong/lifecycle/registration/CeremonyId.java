package id.pamong.lifecycle.registration;

import java.util.UUID;

/** The first run of a local government, and its minutes. */
public record CeremonyId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
