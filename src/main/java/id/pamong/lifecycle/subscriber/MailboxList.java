package id.pamong.lifecycle.subscriber;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.regulation.Finding;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The mail administrator's side: who needs an official address, the list for the mail system, and
 * the list that comes back. An address is only proposed here: it counts for nothing until its owner
 * has proved to read it, so whoever makes mailboxes gains nothing by making one.
 */
@Component
public class MailboxList {
    static final String PATH = "/pengelola/alamat-email";
    static final String COMMAND = "subscriber.mailbox-list";
    private static final int EXPORTED = 5_000;

    private final MailboxRequestRows rows;
    private final IdentityNumbers numbers;
    private final People people;
    private final LocalGovernments governments;
    private final Notifications notifications;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    MailboxList(
            MailboxRequestRows rows,
            IdentityNumbers numbers,
            People people,
            LocalGovernments governments,
            Notifications notifications,
            Permissions permissions,
            AuditTrail audit,
            TenantTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.numbers = numbers;
        this.people = people;
        this.governments = governments;
        this.notifications = notifications;
        this.permissions = permissions;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A person of the list, with no more than a mail system needs.
     *
     * @param name without titles
     */
    public record Entry(MailboxRequest request, String name, String agency) {
        @Override
        public String toString() {
            return "Entry[" + request.id() + "]";
        }
    }

    /**
     * What is wanted of the list and where the page begins.
     *
     * @param text words of a name, or a whole code
     * @param proposed those who have an address and have not proved it yet, not those who wait
     * @param after last row of the page before, or null
     */
    public record Wanted(
            String text, boolean proposed, boolean descending, @Nullable UUID after, int limit) {
        @Override
        public String toString() {
            return "Wanted[…]";
        }
    }

    /** What became of a line that came back. */
    public record Reply(int line, String code, String name, Result result, List<Finding> findings) {
        public Reply {
            findings = List.copyOf(findings);
        }

        @Override
        public String toString() {
            return "Reply[" + line + " " + result + "]";
        }
    }

    /** Of a line. */
    public enum Result {
        /** The person was told of the address. */
        PROPOSED,
        /** This address was proposed already. */
        UNCHANGED,
        /** No address yet: left for later. */
        EMPTY,
        /** Not taken; the findings say why. */
        REFUSED
    }

    /**
     * A list that came back.
     *
     * @param findings of the file as a whole; then there are no replies
     */
    public record Report(List<Reply> replies, List<Finding> findings) {
        public Report {
            replies = List.copyOf(replies);
            findings = List.copyOf(findings);
        }

        public long count(Result result) {
            return replies.stream().filter(reply -> reply.result() == result).count();
        }
    }

    /** By when they asked; whoever asks for the list asks for the right first. */
    public List<Entry> list(LocalGovernmentId government, Wanted wanted) {
        return transactions.inTenant(government, () -> entries(government, rows.open(wanted)));
    }

    /** How many wait for an address, or have one and have not proved it yet. */
    public int count(LocalGovernmentId government, boolean proposed) {
        return transactions.inTenant(government, () -> rows.count(proposed));
    }

    /**
     * For each request an address made from the name that nobody has yet, all of them different.
     */
    public Map<UUID, String> suggestions(LocalGovernmentId government, List<Entry> entries) {
        return transactions.inTenant(
                government,
                () -> {
                    String domain = governments.get(government).mailDomains().getFirst();
                    Set<String> given = new HashSet<>();
                    Map<UUID, String> suggested = new HashMap<>();
                    for (Entry entry : entries) {
                        suggested.put(
                                entry.request().id(),
                                AddressSuggestion.of(
                                        entry.name(),
                                        domain,
                                        isFree(government, entry.request(), given)));
                    }
                    return suggested;
                });
    }

    /** The list for the mail system, as CSV. */
    public byte[] export(Actor actor) {
        permissions.require(actor, COMMAND);
        return transactions.inTenant(
                actor.government(),
                () -> {
                    List<Entry> entries =
                            entries(
                                    actor.government(),
                                    rows.open(new Wanted("", false, false, null, EXPORTED)));
                    Map<UUID, String> suggested = suggestions(actor.government(), entries);
                    rows.listed(
                            entries.stream().map(entry -> entry.request().id()).toList(), now());
                    record(actor, "EXPORTED", Map.of("people", entries.size()));
                    return AddressFile.write(
                            entries.stream()
                                    .map(entry ->
                                            new AddressFile.Wanted(
                                                    entry.request().code(),
                                                    entry.name(),
                                                    entry.agency(),
                                                    Objects.requireNonNull(
                                                            suggested.get(entry.request().id()))))
                                    .toList());
                });
    }

    /** Takes a list that came back; each line stands for itself. */
    public Report take(Actor actor, byte[] csv) {
        permissions.require(actor, COMMAND);
        AddressFile file = AddressFile.read(csv);
        return file.findings().isEmpty()
                ? propose(actor, file.lines())
                : new Report(List.of(), file.findings());
    }

    /** Proposes one address to one person. */
    public Report propose(Actor actor, String code, String address) {
        permissions.require(actor, COMMAND);
        return propose(actor, List.of(new AddressFile.Line(1, code.strip(), address.strip())));
    }

    private Report propose(Actor actor, List<AddressFile.Line> lines) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    LocalGovernment government = governments.get(actor.government());
                    Set<String> codes = new HashSet<>();
                    Report report =
                            new Report(
                                    lines.stream()
                                            .map(line -> reply(government, line, codes))
                                            .toList(),
                                    List.of());
                    record(
                            actor,
                            "PROPOSED",
                            Map.of(
                                    "proposed", (int) report.count(Result.PROPOSED),
                                    "unchanged", (int) report.count(Result.UNCHANGED),
                                    "empty", (int) report.count(Result.EMPTY),
                                    "refused", (int) report.count(Result.REFUSED)));
                    return report;
                });
    }

    private Reply reply(LocalGovernment government, AddressFile.Line line, Set<String> codes) {
        String code = line.code().toUpperCase(Locale.ROOT);
        Optional<MailboxRequest> found = rows.openByCode(code);
        if (found.isEmpty()) {
            return refused(line, "", Finding.blocking("addresses.unknown-code", "alamat-" + code));
        }
        MailboxRequest request = found.get();
        Person person = people.get(government.id(), request.person());
        String name = person.nameOnly();
        if (!codes.add(code)) {
            return refused(line, name, Finding.blocking("addresses.code-twice", "alamat-" + code));
        }
        if (line.address().isEmpty()) {
            return new Reply(line.number(), code, name, Result.EMPTY, List.of());
        }
        List<Finding> findings =
                numbers.checkAddress(government, person.employmentClass(), line.address());
        String address = IdentityNumbers.canonicalEmail(line.address()).orElse("");
        if (!findings.isEmpty() || address.isEmpty()) {
            return new Reply(line.number(), code, name, Result.REFUSED, findings);
        }
        boolean taken =
                people.byOfficialEmail(government.id(), address)
                                .filter(holder -> !holder.id().equals(person.id()))
                                .isPresent()
                        || rows.isProposedToAnother(address, request.id());
        if (taken) {
            return refused(line, name, Finding.blocking("email.taken", "alamat-" + code));
        }
        if (address.equals(request.proposed())) {
            return new Reply(line.number(), code, name, Result.UNCHANGED, List.of());
        }
        rows.propose(request.id(), address, now());
        notifications.tell(
                government.id(),
                person.id(),
                "mailbox-proposed",
                Map.of("address", address),
                "/permohonan",
                List.of());
        return new Reply(line.number(), code, name, Result.PROPOSED, List.of());
    }

    private static Reply refused(AddressFile.Line line, String name, Finding finding) {
        return new Reply(line.number(), line.code(), name, Result.REFUSED, List.of(finding));
    }

    private List<Entry> entries(LocalGovernmentId government, List<MailboxRequest> requests) {
        Map<PersonId, Person> known =
                people.byIds(
                        government,
                        requests.stream().map(MailboxRequest::person).collect(Collectors.toSet()));
        return requests.stream()
                .map(request -> {
                    Person person = Objects.requireNonNull(known.get(request.person()));
                    return new Entry(request, person.nameOnly(), person.agencyName());
                })
                .toList();
    }

    /** Nobody has it, nobody was offered it, and it was not just suggested to another one. */
    private Predicate<String> isFree(
            LocalGovernmentId government, MailboxRequest request, Set<String> given) {
        return address ->
                people.byOfficialEmail(government, address).isEmpty()
                        && !rows.isProposedToAnother(address, request.id())
                        && given.add(address);
    }

    private void record(Actor actor, String outcome, Map<String, Object> facts) {
        audit.record(
                new AuditRecord(
                        COMMAND,
                        actor.account().value(),
                        "local-government",
                        actor.government().value(),
                        outcome,
                        facts));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
