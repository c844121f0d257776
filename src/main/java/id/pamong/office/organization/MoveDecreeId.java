package id.pamong.office.organization;

import java.util.UUID;

/** Id of a decree that moves many people. */
public record MoveDecreeId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
