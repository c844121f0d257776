package id.pamong.authority.gateway;

import java.util.UUID;

/**
 * One order to a certification authority, however often it is sent: the same key, the same
 * certificate.
 */
public record RequestKey(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
