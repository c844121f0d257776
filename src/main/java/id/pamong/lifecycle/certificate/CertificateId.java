package id.pamong.lifecycle.certificate;

import java.util.UUID;

/** A certificate in the register; internal, unlike the serial number. */
public record CertificateId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
