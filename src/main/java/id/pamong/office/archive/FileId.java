package id.pamong.office.archive;

import java.util.UUID;

/** A file in the archive; says nothing about its content or its owner. */
public record FileId(UUID value) {
    public static FileId of(String uuid) {
        return new FileId(UUID.fromString(uuid));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
