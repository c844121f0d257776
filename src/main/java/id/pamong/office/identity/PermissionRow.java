package id.pamong.office.identity;

import java.util.Collection;
import java.util.Set;

/**
 * A line of the table of permissions.
 *
 * @param command such as {@code registration.decide}
 * @param role who; {@code VISITOR} means everyone, {@code PERSON} everyone with an account
 * @param states states of the object in which it is allowed; empty means any
 * @param scope how the actor must stand to the object; {@code ANY} means it does not matter
 * @param needsFactor whether the second factor must have been shown in the last ten minutes
 */
public record PermissionRow(
        String command, Role role, Set<String> states, Scope scope, boolean needsFactor) {
    public PermissionRow {
        states = Set.copyOf(states);
    }

    boolean isFor(Collection<Role> roles) {
        return role == Role.VISITOR
                || roles.contains(role)
                || (role == Role.PERSON && roles.stream().anyMatch(held -> held != Role.VISITOR));
    }

    boolean matches(Collection<Role> roles, String state, Set<Scope> relations) {
        return isFor(roles)
                && (states.isEmpty() || states.contains(state))
                && (scope == Scope.ANY || relations.contains(scope));
    }
}
