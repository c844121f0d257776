package id.pamong.office.identity;

import java.util.UUID;

/** The account of one person in one local government. */
public record AccountId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
