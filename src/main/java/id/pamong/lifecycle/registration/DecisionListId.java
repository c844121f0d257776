package id.pamong.lifecycle.registration;

import java.util.UUID;

/** A list of decisions, signed once. */
public record DecisionListId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
