package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.regulation.Finding;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Makes the moves of a decree in the open transaction, each line apart from the others. First every
 * post that somebody of the list holds of one's own ends the day before, then everybody is posted,
 * and then whoever comes to a post of the register holds it: so two may change places. Acting posts
 * end by their own decrees.
 */
@Component
class MovesOfDay {
    /** Could not be made for a reason that is not in the line; it is tried again. */
    static final String NOT_MADE = "not-made";

    /** Moved, but the post of the register is to be entered by hand. */
    static final String POST_NOT_ENTERED = "post-not-entered";

    private static final Logger LOG = LoggerFactory.getLogger(MovesOfDay.class);

    private final PersonRows people;
    private final ServiceEndRows ends;
    private final PostRows posts;
    private final PostRegister register;
    private final DataUpdateRows updates;
    private final LocalGovernments governments;
    private final ApplicationEventPublisher events;
    private final TenantTransactions transactions;
    private final Clock clock;

    MovesOfDay(
            PersonRows people,
            ServiceEndRows ends,
            PostRows posts,
            PostRegister register,
            DataUpdateRows updates,
            LocalGovernments governments,
            ApplicationEventPublisher events,
            TenantTransactions transactions,
            Clock clock) {
        this.people = people;
        this.ends = ends;
        this.posts = posts;
        this.register = register;
        this.updates = updates;
        this.governments = governments;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What stands against each line, empty for those that moved. */
    Map<Integer, String> make(LocalGovernmentId government, MoveDecree decree, List<MoveLine> of) {
        LocalDate today = governments.get(government).dateAt(clock.instant());
        Map<Integer, String> results = new LinkedHashMap<>();
        List<MoveLine> good = new ArrayList<>();
        for (MoveLine line : of) {
            String problem = problem(government, decree, line, today);
            results.put(line.number(), problem);
            if (problem.isEmpty()) {
                good.add(line);
            }
        }
        attempt(good, NOT_MADE, results, line -> endPosts(government, decree, line));
        attempt(
                good,
                NOT_MADE,
                results,
                line -> post(decree, line, before(government, line, today)));
        attempt(good, POST_NOT_ENTERED, results, line -> enterPost(government, decree, line));
        return results;
    }

    /** What fails for one line is undone for it alone; who is not moved is not entered either. */
    private void attempt(
            List<MoveLine> lines,
            String problem,
            Map<Integer, String> results,
            Consumer<MoveLine> step) {
        for (MoveLine line : List.copyOf(lines)) {
            try {
                transactions.inPart(() -> step.accept(line));
            } catch (RuntimeException broken) {
                LOG.error("a line of a decree of moves: {}", problem, broken);
                results.put(line.number(), problem);
                lines.remove(line);
            }
        }
    }

    private Person before(LocalGovernmentId government, MoveLine line, LocalDate today) {
        return people.byId(government, Objects.requireNonNull(line.person()), today).orElseThrow();
    }

    /** What has come in between since the file was read. */
    private String problem(
            LocalGovernmentId government, MoveDecree decree, MoveLine line, LocalDate today) {
        PersonId person = Objects.requireNonNull(line.person());
        Person now = people.byId(government, person, today).orElse(null);
        if (now == null) {
            return "person-unknown";
        }
        if (!now.inService()) {
            return "not-in-service";
        }
        if (ends.ahead(person).isPresent()) {
            return "leaves-on";
        }
        if (people.openSince(person).filter(since -> since.isAfter(decree.from())).isPresent()) {
            return "moved-since";
        }
        return now.agency().equals(line.toAgency()) && now.post().equals(line.toPost())
                ? "nothing-changes"
                : "";
    }

    private void endPosts(LocalGovernmentId government, MoveDecree decree, MoveLine line) {
        LocalDate last = decree.from().minusDays(1);
        for (PostHolding held :
                posts.heldBy(Objects.requireNonNull(line.person()), decree.from())) {
            if (held.kind() == HeadshipKind.DEFINITIVE && !held.from().isAfter(last)) {
                posts.end(held.id(), last, decree.decree());
                events.publishEvent(new PostsChanged(government, held.post().id()));
            }
        }
    }

    private void post(MoveDecree decree, MoveLine line, Person before) {
        AgencyId agency = Objects.requireNonNull(line.toAgency());
        people.post(before.id(), agency, line.toPost(), decree.from());
        updates.add(
                before,
                agency,
                line.toPost(),
                decree.from(),
                new DataUpdate.Source.File(decree.decree(), decree.decreeOn()),
                clock.instant());
    }

    /**
     * Whoever comes to a post of the register holds it.
     *
     * @throws IllegalStateException when the register refuses it; the move stands
     */
    private void enterPost(LocalGovernmentId government, MoveDecree decree, MoveLine line) {
        UUID by = Objects.requireNonNullElse(decree.approvedBy(), decree.enteredBy());
        posts.all().stream()
                .filter(post -> Objects.equals(post.agency(), line.toAgency()))
                .filter(post -> post.title().equalsIgnoreCase(line.toPost()))
                .findFirst()
                .ifPresent(post -> {
                    PostRegister.Outcome outcome =
                            register.enter(
                                    government,
                                    new NewHolding(
                                            post.id(),
                                            Objects.requireNonNull(line.person()),
                                            HeadshipKind.DEFINITIVE,
                                            decree.decree(),
                                            decree.decreeOn(),
                                            decree.from(),
                                            null,
                                            true,
                                            true),
                                    by);
                    if (outcome instanceof PostRegister.Outcome.Refused(List<Finding> findings)) {
                        throw new IllegalStateException(
                                findings.stream().map(Finding::code).toList().toString());
                    }
                });
    }
}
