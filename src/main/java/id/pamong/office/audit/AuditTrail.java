package id.pamong.office.audit;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes one record per command, in the command's own transaction: canonical JSON (RFC 8785) and
 * its SHA-256. A record that cannot be written, or that looks as if it held personal data, fails
 * the command.
 */
@Component
public class AuditTrail {
    private static final int FORM = 1;

    private final AuditEntries entries;
    private final TenantTransactions transactions;
    private final Clock clock;

    AuditTrail(AuditEntries entries, TenantTransactions transactions, Clock clock) {
        this.entries = entries;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Appends the record to the trail of the open transaction's local government, or to the
     * installation's own in a transaction without one.
     *
     * @throws IllegalArgumentException for what looks like personal data, and for facts of other
     *     types than strings, whole numbers, booleans, lists and maps
     */
    public void record(AuditRecord entry) {
        PersonalDataGuard.check("outcome", entry.outcome());
        PersonalDataGuard.check("facts", entry.facts());
        Optional<LocalGovernmentId> government = transactions.currentIfAny();
        UUID id = UUID.randomUUID();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String canonical = canonical(entry, government, id, at);
        entries.append(
                government.isPresent(),
                new AuditEntry(
                        id,
                        at,
                        entry.command(),
                        entry.actor(),
                        entry.objectKind(),
                        entry.object(),
                        entry.outcome(),
                        canonical,
                        HexFormat.of().formatHex(sha256(canonical))));
    }

    /** What was done with an object, oldest first. */
    public List<AuditEntry> historyOf(
            LocalGovernmentId government, String objectKind, UUID object) {
        return transactions.inTenant(government, () -> entries.of(objectKind, object));
    }

    /**
     * A page of the trail in the order in which it was written.
     *
     * @param command only this one, or empty
     * @param id of an actor or object, or empty; anything else finds nothing
     * @param after last record of the page before, or null
     */
    public List<AuditEntry> list(
            LocalGovernmentId government,
            String command,
            String id,
            @Nullable UUID after,
            boolean descending,
            int limit) {
        return list(government, command, id, null, null, after, descending, limit);
    }

    /**
     * As {@link #list(LocalGovernmentId, String, String, UUID, boolean, int)}, of a time.
     *
     * @param from at or after, or null
     * @param before earlier than, or null
     */
    public List<AuditEntry> list(
            LocalGovernmentId government,
            String command,
            String id,
            @Nullable Instant from,
            @Nullable Instant before,
            @Nullable UUID after,
            boolean descending,
            int limit) {
        String wanted = id.strip();
        if (!wanted.isEmpty() && !wanted.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return List.of();
        }
        @Nullable UUID of = wanted.isEmpty() ? null : UUID.fromString(wanted);
        return transactions.inTenant(
                government,
                () -> entries.list(command, of, from, before, after, descending, limit));
    }

    /** The commands that have left a record. */
    public List<String> commands(LocalGovernmentId government) {
        return transactions.inTenant(government, entries::commands);
    }

    private static String canonical(
            AuditRecord entry, Optional<LocalGovernmentId> government, UUID id, Instant at) {
        TreeMap<String, @Nullable Object> form = new TreeMap<>();
        form.put("form", FORM);
        form.put("id", id.toString());
        form.put("government", government.map(LocalGovernmentId::toString).orElse(null));
        form.put("at", at.toString());
        form.put("command", entry.command());
        form.put("actor", text(entry.actor()));
        form.put("objectKind", entry.objectKind());
        form.put("object", text(entry.object()));
        form.put("outcome", entry.outcome());
        form.put("facts", entry.facts());
        return CanonicalJson.write(form);
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static byte[] sha256(String canonical) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(canonical.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
