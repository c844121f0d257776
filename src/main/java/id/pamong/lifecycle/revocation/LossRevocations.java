package id.pamong.lifecycle.revocation;

import id.pamong.lifecycle.certificate.BlockKind;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The block and the case that every report of a lost, damaged or inaccessible key starts with
 * (MDN-15(2)a). The caller has checked who reports, tells the owner and leaves the audit record.
 */
@Component
public class LossRevocations {
    private final CaseFile file;
    private final CaseRows rows;
    private final TenantTransactions transactions;

    LossRevocations(CaseFile file, CaseRows rows, TenantTransactions transactions) {
        this.file = file;
        this.rows = rows;
        this.transactions = transactions;
    }

    /**
     * Blocks the certificate in the open transaction and opens its case, or joins the one that is
     * open.
     *
     * <p>An open case that waited for its owner or the calendar waits for an officer from then on.
     *
     * @param by who reports, or null when it came without signing in
     */
    public RevocationCase block(
            LocalGovernmentId government,
            RegisteredCertificate certificate,
            BlockKind kind,
            String explanation,
            @Nullable Instant since,
            @Nullable PersonId by) {
        return transactions.inTenant(
                government,
                () -> {
                    Optional<RevocationCase> open = rows.openOf(certificate.id());
                    RevocationCase it =
                            open.orElseGet(() ->
                                    file.open(
                                            government,
                                            Origin.OWNER,
                                            new Opening(
                                                    kind == BlockKind.LOST
                                                            ? Ground.KEY_LOST
                                                            : Ground.REPLACED,
                                                    true,
                                                    explanation,
                                                    kind == BlockKind.LOST ? since : null),
                                            certificate,
                                            by,
                                            CaseState.REQUESTED));
                    file.block(government, it, kind);
                    return open.isPresent()
                                    && CaseTransitions.after(it.state(), CaseStep.REPORT)
                                            .isPresent()
                            ? file.move(it, CaseStep.REPORT, by, explanation, false)
                            : it;
                });
    }
}
