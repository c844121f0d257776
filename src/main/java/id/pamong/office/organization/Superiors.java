package id.pamong.office.organization;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who is whose superior (atasan) on a day. A reporting line names a person, but it follows the post
 * that this person held when it began: after a transfer the successor is the superior, during a
 * leave whoever acts.
 */
@Component
class Superiors {
    private final AgencyRows agencies;
    private final PostRows posts;
    private final Absences absences;

    Superiors(AgencyRows agencies, PostRows posts, Absences absences) {
        this.agencies = agencies;
        this.posts = posts;
        this.absences = absences;
    }

    /**
     * The superior, or who stands in during the superior's leave. Empty when nobody holds the post
     * that the line leads to, or heads anything above.
     */
    Optional<PersonId> of(PersonId person, AgencyId agency, LocalDate on) {
        return inPost(person, agency, on)
                .flatMap(superior -> present(superior, person, agency, on));
    }

    /** Nobody stands in as the superior of themselves: then it is the head above. */
    private Optional<PersonId> present(
            PersonId superior, PersonId person, AgencyId agency, LocalDate on) {
        Optional<PersonId> standIn = absences.standIn(superior, on);
        if (standIn.isEmpty()) {
            return Optional.of(superior);
        }
        return standIn.get().equals(person)
                ? headAbove(person, agency, on)
                        .filter(head -> !head.equals(superior))
                        .or(() -> Optional.of(superior))
                : standIn;
    }

    private Optional<PersonId> inPost(PersonId person, AgencyId agency, LocalDate on) {
        Optional<AgencyRows.Line> line = agencies.lineOf(person, on);
        if (line.isEmpty()) {
            return headAbove(person, agency, on);
        }
        Optional<Post> post = postOf(line.get());
        if (post.isEmpty()) {
            return line.map(AgencyRows.Line::superior);
        }
        Optional<PersonId> holder =
                posts.holders(post.get().id(), on).stream().findFirst().map(PostHolding::person);
        return holder.filter(person::equals).isPresent() ? headAbove(person, agency, on) : holder;
    }

    /** The post for which the superior was named: held in its own right while the line ran. */
    private Optional<Post> postOf(AgencyRows.Line line) {
        return posts.everHeldBy(line.superior()).stream()
                .filter(held -> held.kind() == HeadshipKind.DEFINITIVE)
                .filter(held -> held.overlaps(line.from(), null))
                .reduce((later, earlier) -> earlier)
                .map(PostHolding::post);
    }

    /** The head of the agency, else of the one above it; never the person. */
    Optional<PersonId> headAbove(PersonId person, AgencyId agency, LocalDate on) {
        Optional<Agency> at = agencies.byId(agency);
        while (at.isPresent()) {
            Optional<PersonId> head =
                    posts.leadersOf(at.get().id(), on).stream()
                            .findFirst()
                            .map(PostHolding::person)
                            .filter(found -> !found.equals(person));
            if (head.isPresent()) {
                return head;
            }
            at = Optional.ofNullable(at.get().parent()).flatMap(agencies::byId);
        }
        return Optional.empty();
    }
}
