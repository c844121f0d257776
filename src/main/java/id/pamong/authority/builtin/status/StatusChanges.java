package id.pamong.authority.builtin.status;

import id.pamong.authority.builtin.key.AuthorityKeys;
import id.pamong.authority.builtin.key.Ca;
import id.pamong.authority.builtin.key.CaRows;
import id.pamong.authority.builtin.key.Der;
import id.pamong.authority.builtin.key.Pointers;
import id.pamong.authority.builtin.time.ClockGuard;
import id.pamong.authority.gateway.StatusChange;
import id.pamong.authority.gateway.StatusOrder;
import id.pamong.authority.gateway.StatusOutcome;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.stereotype.Component;

/**
 * Revoking, holding and releasing what an issuing CA has signed. OCSP says so from the commit on,
 * and the next CRL is made in the same transaction.
 */
@Component
public class StatusChanges {
    private final CaRows rows;
    private final IssuedCertificates issued;
    private final AuthorityKeys keys;
    private final RevocationLists lists;
    private final OcspDesk ocsp;
    private final ClockGuard guard;
    private final TenantTransactions transactions;
    private final Clock clock;

    public StatusChanges(
            CaRows rows,
            IssuedCertificates issued,
            AuthorityKeys keys,
            RevocationLists lists,
            OcspDesk ocsp,
            ClockGuard guard,
            TenantTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.issued = issued;
        this.keys = keys;
        this.lists = lists;
        this.ocsp = ocsp;
        this.guard = guard;
        this.transactions = transactions;
        this.clock = clock;
    }

    public StatusOutcome change(StatusOrder order) {
        Optional<String> clockFault = guard.fault();
        if (clockFault.isPresent()) {
            return new StatusOutcome.Unavailable(clockFault.get());
        }
        X509CertificateHolder certificate;
        try {
            certificate = new X509CertificateHolder(order.certificateDer());
        } catch (IOException | RuntimeException e) {
            // The parser throws more than it declares on bytes that only look like a certificate.
            return new StatusOutcome.Refused("certificate.not-found");
        }
        return transactions.inTenant(
                order.government(), () -> change(order.government(), certificate, order.change()));
    }

    private StatusOutcome change(
            LocalGovernmentId government, X509CertificateHolder certificate, StatusChange change) {
        BigInteger serial = certificate.getSerialNumber();
        Optional<Ca> found =
                rows.ofCertificate(government, Der.serial(serial))
                        .filter(ca ->
                                ca.certificate().getSubject().equals(certificate.getIssuer()));
        if (found.isEmpty()) {
            return new StatusOutcome.Refused("certificate.not-found");
        }
        Ca ca = found.get();
        rows.lock(ca.name());
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (certificate.getNotAfter().toInstant().isBefore(now)) {
            return new StatusOutcome.Refused("status.over");
        }
        Optional<Ended> before =
                issued.status(ca.name(), serial) instanceof OcspAnswers.Status.Revoked(Ended ended)
                        ? Optional.of(ended)
                        : Optional.empty();
        Next next = next(before, change, now);
        switch (next) {
            case Next.Unchanged _ -> {}
            case Next.End(Ended ended) -> issued.end(ca.name(), serial, ended, clock.instant());
            case Next.Release _ -> issued.release(ca.name(), serial, clock.instant());
        }
        if (!(next instanceof Next.Unchanged)) {
            lists.changed(keys.open(ca), ca.baseUrl(), Pointers.shard(serial, ca.shards()), now);
            ocsp.changed(ca, serial, clock.instant());
        }
        return next.outcome();
    }

    /** What is to be written, and what is answered. */
    sealed interface Next {
        StatusOutcome outcome();

        record Unchanged(StatusOutcome outcome) implements Next {}

        record End(Ended ended) implements Next {
            @Override
            public StatusOutcome outcome() {
                return new StatusOutcome.Done(ended.at());
            }
        }

        record Release(Instant at) implements Next {
            @Override
            public StatusOutcome outcome() {
                return new StatusOutcome.Done(at);
            }
        }
    }

    /** Doubt begins with the hold: a revocation after it keeps the hold's date. */
    public static Next next(Optional<Ended> before, StatusChange change, Instant now) {
        boolean held = before.isPresent() && before.get().isHold();
        return switch (change) {
            case StatusChange.Revoke(var reason, var invalidSince) ->
                    before.isPresent() && !held
                            ? new Next.Unchanged(new StatusOutcome.Done(before.get().at()))
                            : new Next.End(
                                    new Ended(
                                            before.map(Ended::at).orElse(now),
                                            reason,
                                            invalidSince));
            case StatusChange.Hold() -> {
                if (before.isEmpty()) {
                    yield new Next.End(new Ended(now, null, null));
                }
                yield new Next.Unchanged(
                        held
                                ? new StatusOutcome.Done(before.get().at())
                                : new StatusOutcome.Refused("status.revoked"));
            }
            case StatusChange.Release() -> {
                if (held) {
                    yield new Next.Release(now);
                }
                yield new Next.Unchanged(
                        new StatusOutcome.Refused(
                                before.isPresent() ? "status.revoked" : "status.not-held"));
            }
        };
    }
}
