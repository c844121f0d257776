package id.pamong.lifecycle.renewal;

import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisterEntry;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What ends soon, for the registration authority. */
@Component
public class ExpiryBoard {
    private final RenewalRows rows;
    private final Renewals renewals;
    private final Certificates certificates;
    private final TenantTransactions transactions;

    ExpiryBoard(
            RenewalRows rows,
            Renewals renewals,
            Certificates certificates,
            TenantTransactions transactions) {
        this.rows = rows;
        this.renewals = renewals;
        this.certificates = certificates;
        this.transactions = transactions;
    }

    /**
     * A line of the board.
     *
     * @param remindedAt last time someone was reminded, or empty
     * @param underWay whether a renewal was begun
     */
    public record Line(RegisterEntry entry, Optional<Instant> remindedAt, boolean underWay) {}

    /** A page: in force, without a successor, ending before that instant, the earliest first. */
    public List<Line> lines(
            LocalGovernmentId government,
            String text,
            Instant before,
            boolean descending,
            @Nullable UUID after,
            int limit) {
        return transactions.inTenant(
                government,
                () ->
                        certificates
                                .endingEntries(government, text, before, descending, after, limit)
                                .stream()
                                .map(entry ->
                                        new Line(
                                                entry,
                                                rows.lastReminder(entry.id()),
                                                renewals.underWay(government, entry.id())
                                                        .isPresent()))
                                .toList());
    }
}
