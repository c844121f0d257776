package id.pamong.office.organization;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The second look at an entry of a post: who is to hold a post of the government itself, or to head
 * the registration authority's office, is confirmed by a second person before it counts; a wrong
 * entry is made void and stays on record. The caller asks for the right.
 */
@Component
public class HoldingReviews {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 500;

    private final PostRows posts;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HoldingReviews(
            PostRows posts,
            LocalGovernments governments,
            TenantTransactions transactions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.posts = posts;
        this.governments = governments;
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Whether a holding of this post counts only after a second person has confirmed it. */
    public boolean needsConfirmation(LocalGovernmentId government, Post post) {
        return switch (post.role()) {
            case HEAD_OF_REGION, DEPUTY_HEAD_OF_REGION, SECRETARY -> true;
            case AGENCY_HEAD, OTHER ->
                    post.leads()
                            && Objects.equals(
                                    post.agency(), governments.get(government).raOfficeAgency());
        };
    }

    /**
     * Confirms an entry; from now on it counts, from its first day on.
     *
     * @return everything that stands against it today; empty when it is confirmed
     * @throws Conflict {@code stale} when it does not wait any more
     */
    public List<Finding> confirm(LocalGovernmentId government, HoldingId id, UUID by) {
        return transactions.inTenant(
                government,
                () -> {
                    PostHolding it = held(id, PostHolding.State.AWAITING);
                    NewHolding again =
                            new NewHolding(
                                    it.post().id(),
                                    it.person(),
                                    it.kind(),
                                    it.decree(),
                                    Objects.requireNonNull(it.decreeOn()),
                                    it.from(),
                                    it.until(),
                                    it.endsEarlier(),
                                    true);
                    List<PostHolding> all = posts.history(it.post().id());
                    List<PostHolding> ending =
                            all.stream()
                                    .filter(other -> HoldingRules.givesWay(again, other))
                                    .toList();
                    List<Finding> findings =
                            HoldingRules.check(
                                            again,
                                            all.stream()
                                                    .filter(other -> !ending.contains(other))
                                                    .toList(),
                                            posts.everHeldBy(it.person()),
                                            today(government))
                                    .stream()
                                    .filter(Finding::isBlocking)
                                    .toList();
                    if (!findings.isEmpty()) {
                        return findings;
                    }
                    ending.forEach(other -> posts.giveWay(other.id(), it));
                    posts.takeEffect(id);
                    record("organization.confirm-holding", by, it, "CONFIRMED", "ended", ending);
                    events.publishEvent(new PostsChanged(government, it.post().id()));
                    return List.of();
                });
    }

    /**
     * Makes a wrong entry void: it counts for nothing, today and for days gone by, and what gave
     * way to it lasts again where nothing else stands in its place.
     *
     * @param reason a sentence
     * @return every finding; empty when it is void
     * @throws Conflict {@code stale} when it is void already
     */
    public List<Finding> makeVoid(
            LocalGovernmentId government, HoldingId id, String reason, UUID by) {
        String why = reason.strip();
        List<Finding> findings = voidReason(why);
        if (!findings.isEmpty()) {
            return findings;
        }
        return transactions.inTenant(
                government,
                () -> {
                    PostHolding it = held(id, null);
                    if (it.state() == PostHolding.State.VOID) {
                        throw new Conflict("stale");
                    }
                    posts.makeVoid(id, why);
                    List<PostHolding> again =
                            posts.gaveWayTo(id).stream().filter(this::hasRoom).toList();
                    again.forEach(other -> posts.lastAgain(other.id()));
                    record("organization.void-holding", by, it, "VOIDED", "again", again);
                    events.publishEvent(new PostsChanged(government, it.post().id()));
                    return List.of();
                });
    }

    private boolean hasRoom(PostHolding wanted) {
        return posts.history(wanted.post().id()).stream()
                .filter(other -> !other.id().equals(wanted.id()))
                .filter(other -> other.overlaps(wanted.from(), wanted.until()))
                .allMatch(other ->
                        HoldingRules.beside(wanted.kind(), other.kind())
                                != HoldingRules.Beside.IMPOSSIBLE);
    }

    private PostHolding held(
            HoldingId id, PostHolding.@org.jspecify.annotations.Nullable State state) {
        PostHolding seen = posts.holding(id).orElseThrow(() -> new NotFound("post.not-found"));
        posts.hold(seen.post().id());
        PostHolding held = posts.holding(id).orElseThrow();
        if (state != null && held.state() != state) {
            throw new Conflict("stale");
        }
        return held;
    }

    private void record(
            String command,
            UUID by,
            PostHolding it,
            String outcome,
            String others,
            List<PostHolding> which) {
        audit.record(
                new AuditRecord(
                        command,
                        by,
                        "post",
                        it.post().id().value(),
                        outcome,
                        Map.of(
                                "holding",
                                it.id().toString(),
                                "person",
                                it.person().toString(),
                                others,
                                which.stream().map(o -> o.id().toString()).toList())));
    }

    private LocalDate today(LocalGovernmentId government) {
        return governments.get(government).dateAt(clock.instant());
    }

    /** What is wrong with the reason of a void entry. */
    static List<Finding> voidReason(String reason) {
        int length = reason.strip().length();
        return length < SHORTEST || length > LONGEST
                ? List.of(
                        Finding.blocking(
                                "organization.void-reason", "voidReason", SHORTEST, LONGEST))
                : List.of();
    }
}
