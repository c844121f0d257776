package id.pamong.lifecycle.issuance;

import java.util.UUID;

/** The taking into use of one certificate; that of an application has the application's id. */
public record ActivationId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
