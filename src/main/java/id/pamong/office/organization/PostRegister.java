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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Enters and ends holdings of posts and powers to sign in another's name. Nothing is deleted: what
 * was held stays on record. The caller asks for the right.
 */
@Component
public class PostRegister {
    static final int TITLE = 200;
    static final int SCOPE = 500;

    private final PostRows posts;
    private final MandateRows mandates;
    private final HoldingReviews reviews;
    private final AgencyRows agencies;
    private final PersonRows people;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PostRegister(
            PostRows posts,
            MandateRows mandates,
            HoldingReviews reviews,
            AgencyRows agencies,
            PersonRows people,
            LocalGovernments governments,
            TenantTransactions transactions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.posts = posts;
        this.mandates = mandates;
        this.reviews = reviews;
        this.agencies = agencies;
        this.people = people;
        this.governments = governments;
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What became of an entry. */
    public sealed interface Outcome {
        /**
         * It stands in the register.
         *
         * @param id of the post, holding or mandate
         * @param findings unusual, confirmed
         */
        record Entered(UUID id, List<Finding> findings) implements Outcome {
            public Entered {
                findings = List.copyOf(findings);
            }
        }

        /** Everything wrong with it at once. */
        record Refused(List<Finding> findings) implements Outcome {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /**
     * Adds a post besides the ones of the government and the heads of agencies.
     *
     * @param agency whose post it is, or null for one of the government itself
     */
    public Outcome add(
            LocalGovernmentId government, @Nullable AgencyId agency, String typed, UUID by) {
        String title = typed.strip();
        return transactions.inTenant(
                government,
                () -> {
                    if (agency != null && agencies.byId(agency).isEmpty()) {
                        throw new NotFound("agency.not-found");
                    }
                    if (title.isEmpty() || title.length() > TITLE) {
                        return refused(Finding.blocking("organization.post-title", "title", TITLE));
                    }
                    if (posts.titleTaken(agency, title)) {
                        return refused(Finding.blocking("organization.post-there", "title", title));
                    }
                    Post post =
                            new Post(
                                    new PostId(UUID.randomUUID()),
                                    PostRole.OTHER,
                                    agency,
                                    false,
                                    title);
                    posts.add(post);
                    record(
                            "organization.add-post",
                            by,
                            "post",
                            post.id().value(),
                            "ADDED",
                            Map.of());
                    return new Outcome.Entered(post.id().value(), List.of());
                });
    }

    /** Enters who holds a post; every finding at once. */
    public Outcome enter(LocalGovernmentId government, NewHolding it, UUID by) {
        return transactions.inTenant(
                government,
                () -> {
                    Post post =
                            posts.hold(it.post()).orElseThrow(() -> new NotFound("post.not-found"));
                    if (people.postOf(it.person(), it.from()).isEmpty()) {
                        return refused(Finding.blocking("organization.person-unknown", "person"));
                    }
                    List<PostHolding> all = posts.history(post.id());
                    List<PostHolding> ending =
                            all.stream().filter(other -> HoldingRules.givesWay(it, other)).toList();
                    List<Finding> findings =
                            HoldingRules.check(
                                    it,
                                    all.stream().filter(other -> !ending.contains(other)).toList(),
                                    posts.everHeldBy(it.person()),
                                    today(government));
                    if (findings.stream().anyMatch(Finding::isBlocking)) {
                        return new Outcome.Refused(findings);
                    }
                    HoldingId id = new HoldingId(UUID.randomUUID());
                    boolean awaits = reviews.needsConfirmation(government, post);
                    PostHolding entered =
                            new PostHolding(
                                    id,
                                    post,
                                    it.person(),
                                    it.kind(),
                                    post.title(),
                                    it.decree().strip(),
                                    it.decreeOn(),
                                    it.from(),
                                    it.until(),
                                    "",
                                    awaits
                                            ? PostHolding.State.AWAITING
                                            : PostHolding.State.IN_EFFECT,
                                    it.endsEarlier(),
                                    by,
                                    "");
                    if (!awaits) {
                        ending.forEach(other -> posts.giveWay(other.id(), entered));
                    }
                    posts.add(entered);
                    record(
                            "organization.enter-holding",
                            by,
                            "post",
                            post.id().value(),
                            it.kind().name(),
                            Map.of(
                                    "person", it.person().toString(),
                                    "holding", id.toString(),
                                    "from", it.from().toString(),
                                    "state", entered.state().name(),
                                    "ended",
                                            awaits
                                                    ? List.of()
                                                    : ending.stream()
                                                            .map(o -> o.id().toString())
                                                            .toList()));
                    events.publishEvent(new PostsChanged(government, post.id()));
                    return new Outcome.Entered(id.value(), findings);
                });
    }

    /**
     * Ends a holding.
     *
     * @param last the last day; may lie ahead or be moved
     * @param decree number of the decree that ends it; may be empty when its end was known
     */
    public Outcome end(
            LocalGovernmentId government,
            HoldingId id,
            @Nullable LocalDate last,
            String decree,
            UUID by) {
        return transactions.inTenant(
                government,
                () -> {
                    PostHolding seen =
                            posts.holding(id).orElseThrow(() -> new NotFound("post.not-found"));
                    posts.hold(seen.post().id());
                    PostHolding held = posts.holding(id).orElseThrow();
                    if (!held.isInEffect()) {
                        throw new Conflict("stale");
                    }
                    List<Finding> findings = new ArrayList<>();
                    HoldingRules.decree(findings, decree, "endDecree");
                    lastDay(findings, last, held.from(), held.until());
                    if (last == null || !findings.isEmpty()) {
                        return new Outcome.Refused(findings);
                    }
                    posts.end(id, last, decree.strip());
                    record(
                            "organization.end-holding",
                            by,
                            "post",
                            held.post().id().value(),
                            "ENDED",
                            Map.of(
                                    "holding", id.toString(),
                                    "last", last.toString(),
                                    "lastBefore", day(held.until())));
                    events.publishEvent(new PostsChanged(government, held.post().id()));
                    return new Outcome.Entered(id.value(), List.of());
                });
    }

    /** Enters a power to sign in another's name. */
    public Outcome grant(LocalGovernmentId government, NewMandate it, UUID by) {
        return transactions.inTenant(
                government,
                () -> {
                    Post of = post(it.ofPost());
                    Post to = post(it.toPost());
                    PostId throughId = it.through();
                    @Nullable Post through = throughId == null ? null : post(throughId);
                    List<Finding> findings = MandateRules.check(it, today(government));
                    if (findings.isEmpty() && through != null) {
                        boolean has =
                                mandates.of(through.id(), it.from()).stream()
                                        .anyMatch(one -> one.ofPost().id().equals(of.id()));
                        if (!has) {
                            findings =
                                    List.of(
                                            Finding.blocking(
                                                    "organization.nothing-to-pass-on",
                                                    "through",
                                                    through.title(),
                                                    of.title()));
                        }
                    }
                    if (!findings.isEmpty()) {
                        return new Outcome.Refused(findings);
                    }
                    SigningMandateId id = new SigningMandateId(UUID.randomUUID());
                    mandates.add(
                            new SigningMandate(
                                    id,
                                    through == null
                                            ? SigningMandate.Kind.ON_BEHALF
                                            : SigningMandate.Kind.FOR_SUPERIOR,
                                    of,
                                    through,
                                    to,
                                    it.scope().strip(),
                                    it.decree().strip(),
                                    it.decreeOn(),
                                    it.from(),
                                    it.until(),
                                    "",
                                    ""));
                    record(
                            "organization.grant-mandate",
                            by,
                            "post",
                            to.id().value(),
                            through == null ? "ON_BEHALF" : "FOR_SUPERIOR",
                            Map.of("mandate", id.toString(), "of", of.id().toString()));
                    return new Outcome.Entered(id.value(), List.of());
                });
    }

    /** Ends a power to sign in another's name. */
    public Outcome endMandate(
            LocalGovernmentId government,
            SigningMandateId id,
            @Nullable LocalDate last,
            String decree,
            UUID by) {
        return transactions.inTenant(
                government,
                () -> {
                    SigningMandate found =
                            mandates.find(id).orElseThrow(() -> new NotFound("post.not-found"));
                    List<Finding> findings = new ArrayList<>();
                    HoldingRules.decree(findings, decree, "endDecree");
                    lastDay(findings, last, found.from(), found.until());
                    if (last == null || !findings.isEmpty()) {
                        return new Outcome.Refused(findings);
                    }
                    mandates.end(id, last, decree.strip());
                    record(
                            "organization.end-mandate",
                            by,
                            "post",
                            found.toPost().id().value(),
                            "ENDED",
                            Map.of(
                                    "mandate", id.toString(),
                                    "last", last.toString(),
                                    "lastBefore", day(found.until())));
                    return new Outcome.Entered(id.value(), List.of());
                });
    }

    /**
     * Makes a mandate void that was entered wrongly: it counts for no day, and what a later one
     * passes on from it is judged anew when somebody signs. It stays on record.
     *
     * @param reason a sentence
     * @throws Conflict {@code stale} when it is void already
     */
    public Outcome voidMandate(
            LocalGovernmentId government, SigningMandateId id, String reason, UUID by) {
        List<Finding> findings = HoldingReviews.voidReason(reason);
        if (!findings.isEmpty()) {
            return new Outcome.Refused(findings);
        }
        return transactions.inTenant(
                government,
                () -> {
                    SigningMandate found =
                            mandates.hold(id).orElseThrow(() -> new NotFound("post.not-found"));
                    if (found.isVoid()) {
                        throw new Conflict("stale");
                    }
                    mandates.makeVoid(id, reason.strip());
                    record(
                            "organization.void-mandate",
                            by,
                            "post",
                            found.toPost().id().value(),
                            "VOIDED",
                            Map.of("mandate", id.toString()));
                    return new Outcome.Entered(id.value(), List.of());
                });
    }

    /** As a fact of a record; empty while it is open. */
    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static void lastDay(
            List<Finding> findings,
            @Nullable LocalDate last,
            LocalDate from,
            @Nullable LocalDate until) {
        if (last == null) {
            findings.add(Finding.blocking("organization.date", "last"));
        } else if (last.isBefore(from)) {
            findings.add(Finding.blocking("organization.ends-before-begin", "last"));
        } else if (until != null && last.isAfter(until)) {
            findings.add(Finding.blocking("organization.ended-earlier", "last", until));
        }
    }

    private Post post(PostId id) {
        return posts.find(id).orElseThrow(() -> new NotFound("post.not-found"));
    }

    private static Outcome refused(Finding finding) {
        return new Outcome.Refused(List.of(finding));
    }

    private void record(
            String command,
            UUID by,
            String kind,
            UUID object,
            String outcome,
            Map<String, Object> facts) {
        audit.record(new AuditRecord(command, by, kind, object, outcome, facts));
    }

    private LocalDate today(LocalGovernmentId government) {
        return governments.get(government).dateAt(clock.instant());
    }
}
