package id.pamong.office.administration.web;

import id.pamong.office.refusal.NotFound;
import java.util.Optional;
import java.util.UUID;

/** Internal ids as they stand in addresses. */
final class Ids {
    private Ids() {}

    static Optional<UUID> find(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    static UUID get(String text) {
        return find(text).orElseThrow(() -> new NotFound("page.not-found"));
    }
}
