package id.pamong.lifecycle.certificate;

import id.pamong.lifecycle.enrollment.KnownKeys;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Answers from the register whether a key has a certificate already. */
@Component
class RegisteredKeys implements KnownKeys {
    private final CertificateRows rows;
    private final TenantTransactions transactions;

    RegisteredKeys(CertificateRows rows, TenantTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public boolean isKnown(LocalGovernmentId government, String keySha256) {
        return transactions.inTenant(
                government, () -> rows.knowsKey(HexFormat.of().parseHex(keySha256)));
    }
}
