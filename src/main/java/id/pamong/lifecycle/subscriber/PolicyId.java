package id.pamong.lifecycle.subscriber;

import java.util.UUID;

/** A policy of the registration authority. */
public record PolicyId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
