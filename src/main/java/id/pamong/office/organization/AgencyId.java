package id.pamong.office.organization;

import java.util.UUID;

/** A Perangkat Daerah. */
public record AgencyId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
