package id.pamong.office.organization;

import java.util.UUID;

/** A post (jabatan). */
public record PostId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
