package id.pamong.use.signing;

import id.pamong.office.archive.Archive;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.SigningCapacity;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Letters that are not signed: how many a person may keep, and how they go, by their owner's hand
 * or by themselves.
 */
@Component
public class WaitingLetters {
    /** Letters that one person may have waiting; who needs more signs or discards some first. */
    static final int MOST = 20;

    /** Bytes that the waiting letters of one person may have together. */
    static final long MOST_BYTES = 1L << 30;

    /** How long a letter may wait. */
    static final Duration ABANDONED_AFTER = Duration.ofDays(30);

    private static final int ABANDONED_AT_ONCE = 200;

    private final LetterRows letters;
    private final LetterSigners signers;
    private final Archive archive;
    private final AuditTrail trail;
    private final Permissions permissions;
    private final TenantTransactions transactions;
    private final Clock clock;

    WaitingLetters(
            LetterRows letters,
            LetterSigners signers,
            Archive archive,
            AuditTrail trail,
            Permissions permissions,
            TenantTransactions transactions,
            Clock clock) {
        this.letters = letters;
        this.signers = signers;
        this.archive = archive;
        this.trail = trail;
        this.permissions = permissions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Those of the letters that are not signed and were meant for a post, or a name, in which their
     * owner signs no more: the right chosen is gone, or the own post is another since the upload.
     */
    public Set<LetterId> underFormerPost(LocalGovernment government, List<Letter> some) {
        Instant now = clock.instant();
        return some.stream()
                .filter(letter -> letter.signature() == null)
                .filter(letter -> !isStillMeant(government, letter, now))
                .map(Letter::id)
                .collect(Collectors.toSet());
    }

    private boolean isStillMeant(LocalGovernment government, Letter letter, Instant now) {
        String key = letter.placement().capacity();
        if (!key.isEmpty() && !key.equals("own")) {
            return signers.capacity(government, letter.owner(), key, now).isPresent();
        }
        List<SigningCapacity> then =
                signers.capacities(government, letter.owner(), letter.createdAt());
        List<SigningCapacity> today = signers.capacities(government, letter.owner(), now);
        return SigningCapacity.isSame(then.getFirst().text(), today.getFirst().text());
    }

    /** Why the actor may not bring a further letter of this size, or nothing. */
    List<Finding> objections(Actor actor, long size) {
        LetterRows.Waiting waiting =
                transactions.inTenant(actor.government(), () -> letters.waiting(actor.person()));
        return waiting.letters() >= MOST || waiting.bytes() + size > MOST_BYTES
                ? List.of(
                        Finding.blocking(
                                "signing.too-many-waiting",
                                "document",
                                MOST,
                                ABANDONED_AFTER.toDays()))
                : List.of();
    }

    /** The owner discards a letter that is not signed; its file goes with it. */
    public void discard(Actor actor, LetterId id) {
        transactions.inTenant(
                actor.government(),
                () -> {
                    Letter letter =
                            letters.find(id)
                                    .filter(found -> found.owner().equals(actor.person()))
                                    .orElseThrow(() -> new NotFound("letter.not-found"));
                    permissions.require(actor, "signing.discard", letter.state(), Scope.OWN);
                    if (!letters.discard(id)) {
                        throw new Conflict("letter.signed-meanwhile");
                    }
                    forget(letter, "signing.discard", actor.account().value());
                });
    }

    /**
     * Discards what has waited for {@link #ABANDONED_AFTER}; a letter that somebody came back for
     * meanwhile stays. Returns how many letters.
     */
    int discardAbandoned(LocalGovernmentId government) {
        return transactions.inTenant(
                government,
                () -> {
                    Instant before = clock.instant().minus(ABANDONED_AFTER);
                    return discard(letters.waitingSince(before, ABANDONED_AT_ONCE), before);
                });
    }

    /** In the open transaction; those that stand in a signing begun since stay. */
    int discard(List<Letter> old, Instant before) {
        int discarded = 0;
        for (Letter letter : old) {
            if (letters.discardAbandoned(letter.id(), before)) {
                forget(letter, "signing.discard-abandoned", null);
                discarded++;
            }
        }
        return discarded;
    }

    private void forget(Letter letter, String command, @Nullable UUID by) {
        archive.forget(letter.original());
        trail.record(
                new AuditRecord(command, by, "letter", letter.id().value(), "DISCARDED", Map.of()));
    }
}
