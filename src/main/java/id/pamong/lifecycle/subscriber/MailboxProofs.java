package id.pamong.lifecycle.subscriber;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.protection.Seals;
import id.pamong.office.regulation.Finding;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Proof that a person reads a mailbox (MDN-10(3)c): a code of eight digits goes there and comes
 * back from the person's own session. Codes last half an hour, allow five tries, are kept as keyed
 * hashes only, and at most five are sent in an hour.
 */
@Component
public class MailboxProofs {
    static final Duration LASTS = Duration.ofMinutes(30);
    static final int TRIES = 5;
    static final int SENDINGS_AN_HOUR = 5;

    private final Proofs proofs;
    private final Seals seals;
    private final Notifications notifications;
    private final LocalGovernments governments;
    private final People people;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    MailboxProofs(
            Proofs proofs,
            Seals seals,
            Notifications notifications,
            LocalGovernments governments,
            People people,
            TenantTransactions transactions,
            Clock clock) {
        this.proofs = proofs;
        this.seals = seals;
        this.notifications = notifications;
        this.governments = governments;
        this.people = people;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What became of a wish to prove a mailbox. */
    public sealed interface Sending {
        /** The code is on its way. */
        record Sent() implements Sending {}

        /** Not sent; every reason. */
        record Refused(List<Finding> findings) implements Sending {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /** What became of a typed code. */
    public sealed interface Proof {
        /** Proved; the address is now the person's official e-mail. */
        record Confirmed(String address, Instant at, boolean changed) implements Proof {}

        /** Not the code, or no longer. */
        record Refused(Finding finding) implements Proof {}
    }

    /**
     * Mails a code to an address that has passed the rules on official e-mail. Joins the caller's
     * transaction; the caller leaves the audit record.
     */
    public Sending send(LocalGovernmentId government, PersonId person, String address) {
        return transactions.inTenant(
                government,
                () -> {
                    Instant now = now();
                    String canonical =
                            IdentityNumbers.canonicalEmail(address)
                                    .orElseThrow(() -> new IllegalArgumentException("no address"));
                    Optional<Person> holder = people.byOfficialEmail(government, canonical);
                    if (holder.isPresent() && !holder.get().id().equals(person)) {
                        return new Sending.Refused(
                                List.of(Finding.blocking("email.taken", "officialEmail")));
                    }
                    if (proofs.sentSince(person, now.minus(Duration.ofHours(1)))
                            >= SENDINGS_AN_HOUR) {
                        return new Sending.Refused(
                                List.of(Finding.blocking("email.too-many-codes", "officialEmail")));
                    }
                    UUID id = UUID.randomUUID();
                    String code = String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000));
                    proofs.replace(
                            new Proofs.Open(
                                    id,
                                    person,
                                    canonical,
                                    hash(government, id, code),
                                    0,
                                    now.plus(LASTS)),
                            now);
                    LocalGovernment own = governments.get(government);
                    notifications.mail(
                            government,
                            canonical,
                            "mailbox-code",
                            Map.of(
                                    "code",
                                    code.substring(0, 4) + " " + code.substring(4),
                                    "government",
                                    own.name(),
                                    "minutes",
                                    String.valueOf(LASTS.toMinutes())));
                    return new Sending.Sent();
                });
    }

    /** The address that waits for its code, if one does. */
    public Optional<String> waiting(LocalGovernmentId government, PersonId person) {
        return transactions.inTenant(
                government, () -> proofs.open(person, now()).map(Proofs.Open::address));
    }

    /**
     * Takes the code from the person's own session. A wrong one costs a try, also when the caller's
     * command ends here. The caller leaves the audit record.
     */
    public Proof confirm(LocalGovernmentId government, PersonId person, String typed) {
        return transactions.inTenant(
                government,
                () -> {
                    Instant now = now();
                    Optional<Proofs.Open> found = proofs.open(person, now);
                    if (found.isEmpty()) {
                        return new Proof.Refused(Finding.blocking("email.code-over", "code"));
                    }
                    Proofs.Open open = found.get();
                    if (open.tries() >= TRIES) {
                        return new Proof.Refused(Finding.blocking("email.code-over", "code"));
                    }
                    String digits = typed.replaceAll("\\s", "");
                    if (!MessageDigest.isEqual(
                            hash(government, open.id(), digits), open.codeHash())) {
                        proofs.countTry(open.id());
                        return new Proof.Refused(
                                Finding.blocking(
                                        "email.code-wrong", "code", TRIES - open.tries() - 1));
                    }
                    proofs.close(open.id(), now);
                    Person was = people.get(government, person);
                    String before = was.officialEmail();
                    people.confirmEmail(government, person, open.address(), now);
                    boolean changed = !open.address().equals(before);
                    if (changed && before != null && was.hasConfirmedEmail()) {
                        tellBoth(government, person, before);
                    }
                    return new Proof.Confirmed(open.address(), now, changed);
                });
    }

    /** So that nobody takes over a mailbox unseen by whoever reads the one that served before. */
    private void tellBoth(LocalGovernmentId government, PersonId person, String before) {
        Map<String, String> words = Map.of("government", governments.get(government).name());
        notifications.mail(government, before, "mailbox-changed", words);
        notifications.tell(government, person, "mailbox-changed", words, "/akun", List.of());
    }

    private byte[] hash(LocalGovernmentId government, UUID id, String code) {
        return seals.blindIndex(government, "mailbox-code", id + ":" + code);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
