package id.pamong.use.verification;

import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.gateway.Authorities;
import id.pamong.authority.signature.CheckReport;
import id.pamong.authority.signature.DocumentCheck;
import id.pamong.authority.signature.DocumentSource;
import id.pamong.authority.signature.SignatureReport;
import id.pamong.authority.signature.TrustedAuthorities;
import id.pamong.authority.signature.Verdict;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.use.signing.Letter;
import id.pamong.use.signing.Signing;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Anyone checks a document (MDN-2(2)d, 8(2)). Nothing of the file is kept; the audit trail gets the
 * verdict, for the statistics of use.
 */
@Component
public class Verification {
    private final DocumentCheck check;
    private final Authorities authorities;
    private final BuiltinAuthority builtin;
    private final Signing signing;
    private final AuditTrail trail;
    private final TenantTransactions transactions;
    private final Clock clock;

    Verification(
            DocumentCheck check,
            Authorities authorities,
            BuiltinAuthority builtin,
            Signing signing,
            AuditTrail trail,
            TenantTransactions transactions,
            Clock clock) {
        this.check = check;
        this.authorities = authorities;
        this.builtin = builtin;
        this.signing = signing;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The letter that a QR code points at. */
    public Optional<Letter> registered(LocalGovernmentId government, String token) {
        return signing.byToken(government, token);
    }

    /**
     * Checks a file.
     *
     * @param expected the letter of the QR code, when the file is to be compared with it
     */
    public CheckResult check(
            LocalGovernmentId government, DocumentSource file, Optional<Letter> expected) {
        CheckReport report = check.check(file, trusted(), clock.instant());
        Optional<Letter> registered = expected.or(() -> found(government, report));
        boolean copy =
                registered
                        .map(Letter::signature)
                        .filter(signature -> signature.sha256().equals(report.sha256()))
                        .isPresent();
        List<Integer> changed = report.changedPages();
        if (changed.isEmpty() && report.verdict() == Verdict.BERUBAH && registered.isPresent()) {
            changed = check.differentPages(signing.signedFile(government, registered.get()), file);
        }
        transactions.inTenant(
                government,
                () ->
                        trail.record(
                                new AuditRecord(
                                        "verification.check",
                                        null,
                                        "document",
                                        registered.map(letter -> letter.id().value()).orElse(null),
                                        report.reason().name(),
                                        Map.of("size", report.size()))));
        return new CheckResult(report, registered, copy, changed);
    }

    private Optional<Letter> found(LocalGovernmentId government, CheckReport report) {
        return report.signatures().stream()
                .map(SignatureReport::mark)
                .filter(mark -> !mark.isEmpty())
                .map(mark -> signing.byMark(government, mark))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private TrustedAuthorities trusted() {
        return TrustedAuthorities.of(authorities.trusted(), builtin.revocations());
    }
}
