package id.pamong.lifecycle.counter;

import java.util.UUID;

/** A file on paper that came to the counter. */
public record CounterFileId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
