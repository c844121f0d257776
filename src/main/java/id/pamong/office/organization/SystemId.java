package id.pamong.office.organization;

import java.util.UUID;

/** An electronic system in the register. */
public record SystemId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
