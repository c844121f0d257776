package id.pamong.office.identity;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.PersonId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a signed-in person of one local government.
 *
 * @param secondFactorAt when the second factor was last shown in this session, or null
 */
public record Actor(
        LocalGovernmentId government,
        AccountId account,
        PersonId person,
        Set<Role> roles,
        @Nullable Instant secondFactorAt) {
    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
