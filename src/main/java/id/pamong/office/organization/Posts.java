package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Posts in time: who holds which post on a day, by which right, and who may sign in whose name
 * (MDN-1.4, 1.12). First and last day count. Changes go by {@link PostRegister}.
 */
@Component
public class Posts {
    private final PostRows posts;
    private final MandateRows mandates;
    private final PersonRows people;
    private final TenantTransactions transactions;

    Posts(
            PostRows posts,
            MandateRows mandates,
            PersonRows people,
            TenantTransactions transactions) {
        this.posts = posts;
        this.mandates = mandates;
        this.people = people;
        this.transactions = transactions;
    }

    public Optional<Post> find(LocalGovernmentId government, PostId post) {
        return transactions.inTenant(government, () -> posts.find(post));
    }

    /** The government's own first, then by agency and title. */
    public List<Post> all(LocalGovernmentId government) {
        return transactions.inTenant(government, posts::all);
    }

    /** One of the three posts of the government itself, or the first of another role. */
    public Optional<Post> ofRole(LocalGovernmentId government, PostRole role) {
        return transactions.inTenant(government, () -> posts.ofRole(role));
    }

    /** The post whose holder is the head of the agency. */
    public Optional<Post> leading(LocalGovernmentId government, AgencyId agency) {
        return transactions.inTenant(government, () -> posts.leading(agency));
    }

    /** Who holds a post on a day; an acting holder (Plh., Plt., Pj.) before the definitive one. */
    public List<PostHolding> holders(LocalGovernmentId government, PostId post, LocalDate on) {
        return transactions.inTenant(government, () -> posts.holders(post, on));
    }

    /** Who exercises a post on a day: the first of {@link #holders}. */
    public Optional<PostHolding> exercising(
            LocalGovernmentId government, PostId post, LocalDate on) {
        return holders(government, post, on).stream().findFirst();
    }

    /** Every holding of a day, of all posts. */
    public List<PostHolding> allOn(LocalGovernmentId government, LocalDate on) {
        return transactions.inTenant(government, () -> posts.allOn(on));
    }

    /** What a person holds on a day, definitive first. */
    public List<PostHolding> heldBy(LocalGovernmentId government, PersonId person, LocalDate on) {
        return transactions.inTenant(government, () -> posts.heldBy(person, on));
    }

    /** What a person has held and will hold, the latest first. */
    public List<PostHolding> everHeldBy(LocalGovernmentId government, PersonId person) {
        return transactions.inTenant(government, () -> posts.everHeldBy(person));
    }

    /** Who has held a post and will hold it, the latest first. */
    public List<PostHolding> history(LocalGovernmentId government, PostId post) {
        return transactions.inTenant(government, () -> posts.history(post));
    }

    /** As {@link #history}, with what waits for a second person and what is void. */
    public List<PostHolding> entries(LocalGovernmentId government, PostId post) {
        return transactions.inTenant(government, () -> posts.entries(post));
    }

    /** Posts that someone begins or has ceased to hold between two days, both included. */
    public List<Post> changing(LocalGovernmentId government, LocalDate first, LocalDate last) {
        return transactions.inTenant(government, () -> posts.changing(first, last));
    }

    /** One holding, whether it counts or not. */
    public Optional<PostHolding> holding(LocalGovernmentId government, HoldingId holding) {
        return transactions.inTenant(government, () -> posts.holding(holding));
    }

    /** Every power to sign in another's name, the latest first. */
    public List<SigningMandate> mandates(LocalGovernmentId government) {
        return transactions.inTenant(government, mandates::all);
    }

    public Optional<SigningMandate> mandate(
            LocalGovernmentId government, SigningMandateId mandate) {
        return transactions.inTenant(government, () -> mandates.find(mandate));
    }

    /**
     * In which rights a person may sign on a day: the own post first, which is a definitive one
     * where there is one, then acting posts, then others' names.
     */
    public List<SigningCapacity> capacities(
            LocalGovernmentId government, PersonId person, LocalDate on) {
        return transactions.inTenant(
                government,
                () -> {
                    List<PostHolding> held =
                            posts.heldBy(person, on).stream()
                                    .sorted(
                                            Comparator.comparing(
                                                    one -> one.kind() != HeadshipKind.DEFINITIVE))
                                    .toList();
                    List<SigningCapacity> capacities = new ArrayList<>();
                    boolean definitive =
                            held.stream().anyMatch(one -> one.kind() == HeadshipKind.DEFINITIVE);
                    if (!definitive) {
                        people.postOf(person, on)
                                .map(SigningCapacity.OwnPost::new)
                                .ifPresent(capacities::add);
                    }
                    held.stream().map(SigningCapacity.Held::new).forEach(capacities::add);
                    held.forEach(by ->
                            mandates.of(by.post().id(), on)
                                    .forEach(one -> capacities.add(mandated(one, by, on))));
                    return List.copyOf(capacities);
                });
    }

    /**
     * Every wording under which a person could sign on a day: all capacities, and the title of the
     * posting beside a definitive post.
     */
    public List<String> titlesOn(LocalGovernmentId government, PersonId person, LocalDate on) {
        return transactions.inTenant(
                government,
                () ->
                        Stream.concat(
                                        capacities(government, person, on).stream()
                                                .map(SigningCapacity::text),
                                        people.postOf(person, on).stream())
                                .distinct()
                                .toList());
    }

    /** The capacity of this key on a day; empty when the person does not have it then. */
    public Optional<SigningCapacity> capacity(
            LocalGovernmentId government, PersonId person, String key, LocalDate on) {
        return capacities(government, person, on).stream()
                .filter(one -> one.key().equals(key))
                .findFirst();
    }

    private SigningCapacity mandated(SigningMandate mandate, PostHolding by, LocalDate on) {
        Post through = mandate.throughPost();
        return new SigningCapacity.Mandated(
                mandate,
                lasting(mandate.ofPost(), on),
                through == null ? "" : lasting(through, on),
                by);
    }

    /** A post as it stands in another's letter: with Pj. or Plt., but a Plh. passes. */
    private String lasting(Post post, LocalDate on) {
        return posts.holders(post.id(), on).stream()
                .filter(held -> held.kind() != HeadshipKind.PLH)
                .reduce((acting, definitive) -> definitive)
                .map(PostHolding::signatureTitle)
                .orElse(post.title());
    }
}
