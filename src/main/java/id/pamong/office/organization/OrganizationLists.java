package id.pamong.office.organization;

import id.pamong.office.database.TenantTransactions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Agencies, posts and systems, page by page in the order of their names, with who heads, holds or
 * answers for them today; whoever is asked for the right asks first.
 */
@Component
public class OrganizationLists {
    private final OrganizationListRows rows;
    private final AgencyRows agencies;
    private final PostRows posts;
    private final SystemRows systems;
    private final People people;
    private final TenantTransactions transactions;
    private final Clock clock;

    OrganizationLists(
            OrganizationListRows rows,
            AgencyRows agencies,
            PostRows posts,
            SystemRows systems,
            People people,
            TenantTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.agencies = agencies;
        this.posts = posts;
        this.systems = systems;
        this.people = people;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What is wanted and where the page begins.
     *
     * @param text part of a name; for agencies also of the code, for posts also of agency or
     *     holder, for systems also of a host
     * @param agency only of this one, or null
     * @param taken whether someone heads, holds or answers for it today, or null for either
     * @param after last row of the page before, or null
     */
    public record Wanted(
            String text,
            @Nullable AgencyId agency,
            @Nullable Boolean taken,
            boolean descending,
            @Nullable UUID after,
            int limit) {
        @Override
        public String toString() {
            return "Wanted[…]";
        }
    }

    /**
     * An agency with its head today.
     *
     * @param head name as displayed, empty when there is none
     */
    public record AgencyEntry(Agency agency, @Nullable Headship headship, String head) {
        @Override
        public String toString() {
            return "AgencyEntry[" + agency.id() + "]";
        }
    }

    /**
     * A post with who holds it today.
     *
     * @param agency name, empty for a post of the government itself
     */
    public record PostEntry(Post post, String agency, List<Holder> holders) {
        public PostEntry {
            holders = List.copyOf(holders);
        }
    }

    /** A holder by name; acting ones stand first. */
    public record Holder(PostHolding holding, String name) {
        @Override
        public String toString() {
            return "Holder[" + holding.id() + "]";
        }
    }

    public List<AgencyEntry> agencies(LocalGovernment government, Wanted wanted) {
        LocalDate today = today(government);
        return transactions.inTenant(
                government.id(),
                () ->
                        rows.agencies(page(wanted, today)).stream()
                                .flatMap(id -> agencies.byId(new AgencyId(id)).stream())
                                .map(agency -> entry(government, agency, today))
                                .toList());
    }

    private AgencyEntry entry(LocalGovernment government, Agency agency, LocalDate today) {
        Optional<Headship> headship = people.headshipOf(government.id(), agency.id(), today);
        return new AgencyEntry(
                agency,
                headship.orElse(null),
                headship.flatMap(held -> people.byId(government.id(), held.person()))
                        .map(Person::displayName)
                        .orElse(""));
    }

    public List<PostEntry> posts(LocalGovernment government, Wanted wanted) {
        LocalDate today = today(government);
        return transactions.inTenant(
                government.id(),
                () -> {
                    List<Post> found =
                            rows.posts(page(wanted, today)).stream()
                                    .flatMap(id -> posts.find(new PostId(id)).stream())
                                    .toList();
                    Map<AgencyId, Agency> named =
                            agencies.all().stream()
                                    .collect(Collectors.toMap(Agency::id, Function.identity()));
                    return found.stream()
                            .map(post -> entry(government, post, named, today))
                            .toList();
                });
    }

    private PostEntry entry(
            LocalGovernment government, Post post, Map<AgencyId, Agency> named, LocalDate today) {
        AgencyId agency = post.agency();
        List<PostHolding> held = posts.holders(post.id(), today);
        Map<PersonId, Person> holders =
                people.byIds(
                        government.id(),
                        held.stream().map(PostHolding::person).collect(Collectors.toSet()));
        return new PostEntry(
                post,
                Optional.ofNullable(agency).map(named::get).map(Agency::name).orElse(""),
                held.stream()
                        .map(one ->
                                new Holder(
                                        one,
                                        Optional.ofNullable(holders.get(one.person()))
                                                .map(Person::displayName)
                                                .orElse("–")))
                        .toList());
    }

    /**
     * Systems.
     *
     * @param category only this one, or null
     * @param inService whether in service today, or null for either
     * @param reader who sees only what they answer for or what belongs to an agency they head; null
     *     for who sees all
     */
    public List<ElectronicSystem> systems(
            LocalGovernment government,
            Wanted wanted,
            @Nullable SystemCategory category,
            @Nullable Boolean inService,
            @Nullable PersonId reader) {
        LocalDate today = today(government);
        return transactions.inTenant(
                government.id(),
                () ->
                        rows
                                .systems(
                                        page(wanted, today),
                                        category,
                                        inService,
                                        reader == null
                                                ? null
                                                : new OrganizationListRows.Visible(
                                                        reader, headed(government, reader, today)))
                                .stream()
                                .flatMap(id -> systems.find(new SystemId(id), today).stream())
                                .toList());
    }

    private List<AgencyId> headed(LocalGovernment government, PersonId reader, LocalDate today) {
        return people.headshipsOf(government.id(), reader, today).stream()
                .map(Headship::agency)
                .toList();
    }

    private static OrganizationListRows.Page page(Wanted wanted, LocalDate today) {
        return new OrganizationListRows.Page(
                wanted.text(),
                wanted.agency(),
                wanted.taken(),
                today,
                wanted.descending(),
                wanted.after(),
                wanted.limit());
    }

    private LocalDate today(LocalGovernment government) {
        return government.dateAt(clock.instant());
    }
}
