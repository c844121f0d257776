package id.pamong.office.organization;

import java.util.UUID;

/** A person known to a local government; internal, unlike NIK or NIP it never changes. */
public record PersonId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
