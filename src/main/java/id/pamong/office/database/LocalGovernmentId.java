package id.pamong.office.database;

import java.util.UUID;

/** A local government: the tenant whose rows a transaction may see. */
public record LocalGovernmentId(UUID value) {
    public static LocalGovernmentId of(String uuid) {
        return new LocalGovernmentId(UUID.fromString(uuid));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
