package id.pamong.lifecycle.certificate;

import id.pamong.lifecycle.enrollment.CertificateHolders;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The register's answer to whoever prepares applications: who has a certificate already. */
@Component
class RegisteredHolders implements CertificateHolders {
    private final CertificateRows rows;
    private final TenantTransactions transactions;

    RegisteredHolders(CertificateRows rows, TenantTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public Set<PersonId> holding(
            LocalGovernmentId government, Collection<PersonId> people, Instant when) {
        return people.isEmpty()
                ? Set.of()
                : transactions.inTenant(government, () -> rows.holding(people, when));
    }
}
