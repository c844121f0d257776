package id.pamong.lifecycle.revocation;

import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Revocation cases for other rooms; whoever asks has checked who may see them. */
@Component
public class RevocationCases {
    private final CaseRows rows;
    private final TenantTransactions transactions;

    RevocationCases(CaseRows rows, TenantTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /** Empty also for a case of another local government. */
    public Optional<RevocationCase> find(LocalGovernmentId government, RevocationCaseId id) {
        return transactions.inTenant(government, () -> rows.find(id));
    }

    /** The open case of a certificate. */
    public Optional<RevocationCase> openOf(LocalGovernmentId government, CertificateId id) {
        return transactions.inTenant(government, () -> rows.openOf(id));
    }
}
