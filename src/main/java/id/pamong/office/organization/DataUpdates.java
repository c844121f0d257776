package id.pamong.office.organization;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Updates of data (pembaruan data): transfers, new names and the end of a service, dated, with
 * their ground.
 */
@Component
public class DataUpdates {
    private final PersonRows people;
    private final DataUpdateRows updates;
    private final ServiceEndRows ends;
    private final Departures departures;
    private final Arrivals arrivals;
    private final PostRows posts;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DataUpdates(
            PersonRows people,
            DataUpdateRows updates,
            ServiceEndRows ends,
            Departures departures,
            Arrivals arrivals,
            PostRows posts,
            LocalGovernments governments,
            TenantTransactions transactions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.people = people;
        this.updates = updates;
        this.ends = ends;
        this.departures = departures;
        this.arrivals = arrivals;
        this.posts = posts;
        this.governments = governments;
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Every post the person has had, the latest first. */
    public List<PostingEntry> postings(LocalGovernmentId government, PersonId person) {
        return transactions.inTenant(government, () -> people.postings(person));
    }

    /** The changes of post and agency, the latest first. */
    public List<DataUpdate> updates(LocalGovernmentId government, PersonId person) {
        return transactions.inTenant(government, () -> updates.of(person));
    }

    /** The ends of service recorded, the latest first. */
    public List<ServiceEnd> ends(LocalGovernmentId government, PersonId person) {
        return transactions.inTenant(government, () -> ends.of(person));
    }

    /** The entry that stands for this one since both were found to be one person. */
    public Optional<PersonId> standsFor(LocalGovernmentId government, PersonId person) {
        return transactions.inTenant(government, () -> people.mergedInto(person));
    }

    /**
     * A transfer to another agency or post, as an update of data: nothing is revoked, and what was
     * applied for or signed before keeps the agency of its own day (MDN-1.4). {@link PersonMoved}
     * is told on the first day.
     *
     * @return everything that forbids it; empty when it was recorded
     */
    public List<Finding> transfer(
            LocalGovernmentId government,
            PersonId person,
            AgencyId agency,
            String post,
            LocalDate from,
            DataUpdate.Source.Hand source,
            UUID by) {
        return transactions.inTenant(
                government,
                () -> {
                    Person before =
                            people.byId(government, person, today(government))
                                    .orElseThrow(() -> new NotFound("person.not-found"));
                    List<Finding> findings =
                            TransferRules.check(
                                    before,
                                    agency,
                                    post,
                                    from,
                                    source,
                                    people.openSince(person),
                                    today(government));
                    if (!findings.isEmpty()) {
                        return findings;
                    }
                    people.post(person, agency, post.strip(), from);
                    UUID entered =
                            updates.add(
                                    before, agency, post.strip(), from, source, clock.instant());
                    if (!from.isAfter(today(government))) {
                        arrivals.tell(government, entered);
                    }
                    audit.record(
                            new AuditRecord(
                                    "organization.transfer",
                                    by,
                                    "person",
                                    person.value(),
                                    "TRANSFERRED",
                                    Map.of(
                                            "from", before.agency().toString(),
                                            "to", agency.toString(),
                                            "on", from.toString())));
                    return List.of();
                });
    }

    /**
     * The end of a service (MDN-7(2)): the posting and the posts held get their last day; the day
     * after it {@link LeftService} is told, and who listens does what follows. A transfer brings
     * somebody back.
     *
     * @return everything that forbids it; empty when it was recorded
     */
    public List<Finding> leave(
            LocalGovernmentId government, PersonId person, ServiceEnd end, UUID by) {
        return transactions.inTenant(
                government,
                () -> {
                    if (people.byId(government, person, today(government)).isEmpty()) {
                        throw new NotFound("person.not-found");
                    }
                    List<Finding> findings =
                            TransferRules.checkEnd(
                                    end, people.openSince(person), today(government));
                    if (!findings.isEmpty()) {
                        return findings;
                    }
                    people.leave(person, end.lastDay());
                    UUID entered = ends.add(person, end, clock.instant());
                    for (PostHolding held : posts.heldBy(person, end.lastDay().plusDays(1))) {
                        if (!held.from().isAfter(end.lastDay())) {
                            posts.end(held.id(), end.lastDay(), end.decree().strip());
                            events.publishEvent(new PostsChanged(government, held.post().id()));
                        }
                    }
                    audit.record(
                            new AuditRecord(
                                    "organization.leave-service",
                                    by,
                                    "person",
                                    person.value(),
                                    end.kind().name(),
                                    Map.of("last", end.lastDay().toString())));
                    if (end.lastDay().isBefore(today(government))) {
                        departures.tell(government, entered);
                    }
                    return List.of();
                });
    }

    /**
     * Another name or other titles, with the reason; the certificate in hand keeps its name.
     *
     * @return everything that forbids it; empty when it was recorded
     */
    public List<Finding> rename(
            LocalGovernmentId government,
            PersonId person,
            String before,
            String name,
            String after,
            String reason,
            UUID by) {
        List<Finding> findings = TransferRules.checkName(before, name, after, reason);
        if (!findings.isEmpty()) {
            return findings;
        }
        return transactions.inTenant(
                government,
                () -> {
                    if (people.byId(government, person, today(government)).isEmpty()) {
                        throw new NotFound("person.not-found");
                    }
                    people.rename(person, new PersonName(before, name, after));
                    audit.record(
                            new AuditRecord(
                                    "organization.rename",
                                    by,
                                    "person",
                                    person.value(),
                                    "RENAMED",
                                    Map.of("reason", reason.strip())));
                    return List.of();
                });
    }

    private LocalDate today(LocalGovernmentId government) {
        return governments.get(government).dateAt(clock.instant());
    }
}
