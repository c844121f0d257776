package id.pamong.office.organization;

import java.util.UUID;

/** One holding of a post by one person. */
public record HoldingId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
