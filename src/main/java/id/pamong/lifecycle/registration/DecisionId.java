package id.pamong.lifecycle.registration;

import java.util.UUID;

/** A decision of the registration authority. */
public record DecisionId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
