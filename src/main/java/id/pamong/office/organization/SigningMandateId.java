package id.pamong.office.organization;

import java.util.UUID;

/** A power to sign in another's name. */
public record SigningMandateId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
