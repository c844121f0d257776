package id.pamong.lifecycle.certificate;

import id.pamong.authority.gateway.ProfileId;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The register of certificates of one local government (MDN-1.9, 5, 8(2)). */
@Component
public class Certificates {

    /** Empty also for a certificate of another local government. */
    public Optional<RegisteredCertificate> byId(LocalGovernmentId government, CertificateId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * The certificate with that fingerprint.
     *
     * @param sha256 of the DER, lower-case hexadecimal
     */
    public Optional<RegisteredCertificate> bySha256(LocalGovernmentId government, String sha256) {
        throw new UnsupportedOperationException();
    }

    /** All of a person, newest first. */
    public List<RegisteredCertificate> of(LocalGovernmentId government, PersonId person) {
        throw new UnsupportedOperationException();
    }

    /** The newest one of a person for the use that is neither revoked nor outside its validity. */
    public Optional<RegisteredCertificate> usable(
            LocalGovernmentId government, PersonId person, ProfileId profile, Instant when) {
        throw new UnsupportedOperationException();
    }
}
