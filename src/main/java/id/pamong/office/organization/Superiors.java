package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who is whose superior (atasan) on a day. A reporting line names a person, but it follows the post
 * that this person held when it began: after a transfer the successor is the superior, during a
 * leave whoever acts.
 */
@Component
public class Superiors {
    private final AgencyRows agencies;
    private final PostRows posts;
    private final Absences absences;
    private final TenantTransactions transactions;

    Superiors(
            AgencyRows agencies,
            PostRows posts,
            Absences absences,
            TenantTransactions transactions) {
        this.agencies = agencies;
        this.posts = posts;
        this.absences = absences;
        this.transactions = transactions;
    }

    /** Who it is. */
    public sealed interface Superior {
        /** By the post that they hold on that day. */
        record ByPost(PostHolding holding) implements Superior {}

        /** By a reporting line to someone who holds no post on record, or standing in for one. */
        record ByLine(PersonId person, LocalDate since) implements Superior {}

        /** Nobody holds the post on that day. */
        record Vacant(Post post) implements Superior {}

        /** Nobody is on record above. */
        record Unknown() implements Superior {}
    }

    /** The superior, or who stands in during the superior's leave; never the person. */
    public Superior of(
            LocalGovernmentId government, PersonId person, AgencyId agency, LocalDate on) {
        return transactions.inTenant(government, () -> of(person, agency, on));
    }

    private Superior of(PersonId person, AgencyId agency, LocalDate on) {
        Superior found = inPost(person, agency, on);
        Optional<PersonId> superior = personOf(found);
        Optional<PersonId> standIn = superior.flatMap(away -> absences.standIn(away, on));
        if (standIn.isEmpty()) {
            return found;
        }
        if (!standIn.get().equals(person)) {
            return new Superior.ByLine(standIn.get(), on);
        }
        Superior above = headAbove(person, agency, on);
        return personOf(above).isEmpty() || personOf(above).equals(superior) ? found : above;
    }

    private Superior inPost(PersonId person, AgencyId agency, LocalDate on) {
        Optional<AgencyRows.Line> line = agencies.lineOf(person, on);
        if (line.isEmpty()) {
            return headAbove(person, agency, on);
        }
        Optional<Post> post = postOf(line.get());
        if (post.isEmpty()) {
            return new Superior.ByLine(line.get().superior(), line.get().from());
        }
        Optional<PostHolding> holder = posts.holders(post.get().id(), on).stream().findFirst();
        if (holder.isEmpty()) {
            return new Superior.Vacant(post.get());
        }
        return holder.get().person().equals(person)
                ? headAbove(person, agency, on)
                : new Superior.ByPost(holder.get());
    }

    /** The person alone, where there is one. */
    Optional<PersonId> personOf(PersonId person, AgencyId agency, LocalDate on) {
        return personOf(of(person, agency, on));
    }

    private static Optional<PersonId> personOf(Superior found) {
        return switch (found) {
            case Superior.ByPost(PostHolding holding) -> Optional.of(holding.person());
            case Superior.ByLine(PersonId superior, LocalDate since) -> Optional.of(superior);
            case Superior.Vacant(Post post) -> Optional.empty();
            case Superior.Unknown() -> Optional.empty();
        };
    }

    /** The post for which the superior was named: held in its own right while the line ran. */
    private Optional<Post> postOf(AgencyRows.Line line) {
        return posts.everHeldBy(line.superior()).stream()
                .filter(held -> held.kind() == HeadshipKind.DEFINITIVE)
                .filter(held -> held.overlaps(line.from(), null))
                .reduce((later, earlier) -> earlier)
                .map(PostHolding::post);
    }

    /** The head of the agency, else of the one above it. */
    private Superior headAbove(PersonId person, AgencyId agency, LocalDate on) {
        Superior found = new Superior.Unknown();
        Optional<Agency> at = agencies.byId(agency);
        while (at.isPresent()) {
            AgencyId id = at.get().id();
            Optional<PostHolding> head = posts.leadersOf(id, on).stream().findFirst();
            if (head.isPresent() && !head.get().person().equals(person)) {
                return new Superior.ByPost(head.get());
            }
            if (head.isEmpty() && found instanceof Superior.Unknown) {
                found = posts.leading(id).<Superior>map(Superior.Vacant::new).orElse(found);
            }
            at = Optional.ofNullable(at.get().parent()).flatMap(agencies::byId);
        }
        return found;
    }
}
