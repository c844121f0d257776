package id.pamong.office.identity;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.PersonId;
import java.util.Optional;

/**
 * Whether whoever has a role may use it today. The room that knows why not says so, such as that an
 * officer is on leave; while it objects, no row of the table that names the role counts.
 */
public interface RoleStanding {
    /** The role it speaks of. */
    Role role();

    /** The code of the refusal, or empty when nothing stands against it. */
    Optional<String> objection(LocalGovernmentId government, PersonId person);
}
