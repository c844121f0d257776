package id.pamong.lifecycle.revocation;

import id.pamong.authority.gateway.RevocationReason;
import id.pamong.lifecycle.certificate.BlockKind;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A system's host asks for the revocation of the system's certificate, in the place of the
 * responsible person who put the key there: it is blocked here at once and an officer decides, as
 * with every owner's request (MDN-15(1)). The caller has checked which host it is and leaves the
 * audit record.
 */
@Component
public class HostRevocations {
    private final CaseFile file;
    private final CaseRows rows;
    private final CaseNotices notices;
    private final TenantTransactions transactions;

    HostRevocations(
            CaseFile file, CaseRows rows, CaseNotices notices, TenantTransactions transactions) {
        this.file = file;
        this.rows = rows;
        this.notices = notices;
        this.transactions = transactions;
    }

    /** Blocks the certificate and opens its case, or joins the one that is open. */
    public RevocationCase request(
            LocalGovernmentId government,
            RegisteredCertificate certificate,
            RevocationReason reason) {
        return transactions.inTenant(
                government,
                () -> {
                    Optional<RevocationCase> open = rows.openOf(certificate.id());
                    RevocationCase it =
                            open.orElseGet(() ->
                                    file.open(
                                            government,
                                            Origin.OWNER,
                                            new Opening(ground(reason), false, "CMP rr", null),
                                            certificate,
                                            null,
                                            CaseState.REQUESTED));
                    file.block(government, it, BlockKind.REVOCATION);
                    if (open.isEmpty()) {
                        notices.tellOwner(government, it, "blocked");
                    }
                    return it;
                });
    }

    private static Ground ground(RevocationReason reason) {
        return switch (reason) {
            case KEY_COMPROMISE -> Ground.KEY_COMPROMISED;
            case AFFILIATION_CHANGED -> Ground.WRONG_DATA;
            case CESSATION_OF_OPERATION -> Ground.SYSTEM_RETIRED;
            default -> Ground.REPLACED;
        };
    }
}
