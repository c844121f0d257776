package id.pamong.lifecycle.registration;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.PersonId;
import java.time.Instant;
import java.util.Optional;

/** Asks the register of certificates, which stands above this room, for an officer's. */
public interface OfficerCertificates {
    /**
     * The newest certificate for RA officers of a person that is neither revoked nor outside its
     * validity at that instant.
     */
    Optional<OfficerCertificate> usable(
            LocalGovernmentId government, PersonId person, Instant when);
}
