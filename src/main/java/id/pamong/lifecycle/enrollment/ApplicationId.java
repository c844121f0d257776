package id.pamong.lifecycle.enrollment;

import java.util.UUID;

/** An application for a certificate. */
public record ApplicationId(UUID value) {
    public static ApplicationId of(String uuid) {
        return new ApplicationId(UUID.fromString(uuid));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
