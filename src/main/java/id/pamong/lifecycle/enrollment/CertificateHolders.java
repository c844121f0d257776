package id.pamong.lifecycle.enrollment;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** The register's answer to whoever prepares applications; the register implements it. */
public interface CertificateHolders {
    /** Those of the people who have an individual certificate in force at that instant. */
    Set<PersonId> holding(LocalGovernmentId government, Collection<PersonId> people, Instant when);
}
