package id.pamong.use.signing;

import java.util.UUID;

/** A letter that someone signs here. */
public record LetterId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
