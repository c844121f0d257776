package id.pamong.lifecycle.revocation;

import java.util.UUID;

/** A revocation case. */
public record RevocationCaseId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
