package id.pamong.office.page;

import id.pamong.office.organization.LocalGovernment;
import java.util.Optional;
import java.util.Set;

/** Tells the layout who looks at a page. The room of identity knows. */
public interface Visitors {
    /** Who is signed in to the local government in the running request. */
    Optional<Visitor> visitor(LocalGovernment government);

    /**
     * Who is signed in.
     *
     * @param displayName title, name, title
     * @param commands the commands of the table of permissions that some role of theirs may run;
     *     the navigation shows the entries of these
     */
    record Visitor(String displayName, Set<String> commands) {
        public Visitor {
            commands = Set.copyOf(commands);
        }
    }
}
