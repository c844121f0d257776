package id.pamong.authority.builtin.status;

import id.pamong.authority.builtin.OcspAnswer;
import id.pamong.authority.builtin.key.AuthorityKeys;
import id.pamong.authority.builtin.key.Ca;
import id.pamong.authority.builtin.key.CaRows;
import id.pamong.office.database.TenantTransactions;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where OCSP questions are answered: from what was answered lately, else from the answer kept in
 * the database, else by signing one, which is then kept. A question with a nonce or about several
 * certificates is always signed anew.
 */
@Component
public class OcspDesk {
    /** An answer is made anew when half its validity is over. */
    private static final Duration FRESH = OcspAnswers.VALIDITY.dividedBy(2);

    /** How long another node may not know of a change of status. */
    private static final Duration UNAWARE = Duration.ofSeconds(1);

    private static final Duration OVERLAP = Duration.ofSeconds(10);
    private static final int ASKED_WITHIN_DAYS = 30;
    private static final int BATCH = 500;

    private final CaRows rows;
    private final OcspRows kept;
    private final AuthorityKeys keys;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final RecentAnswers recent = new RecentAnswers();
    private final AtomicReference<Instant> lookedAt = new AtomicReference<>(Instant.EPOCH);

    public OcspDesk(
            CaRows rows,
            OcspRows kept,
            AuthorityKeys keys,
            TenantTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.kept = kept;
        this.keys = keys;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** DER to DER; failures are answers too. */
    public OcspAnswer answer(String name, byte[] request) {
        Instant now = clock.instant();
        lookForChanges(now);
        return recent.find(name, request, now)
                .orElseGet(() ->
                        transactions.withoutTenant(() ->
                                rows.byName(name)
                                        .filter(ca -> !ca.isRoot())
                                        .map(ca -> answer(ca, request, now))
                                        .orElseGet(() ->
                                                OcspAnswer.failed(
                                                        OcspAnswers.failure(
                                                                OCSPRespBuilder.UNAUTHORIZED)))));
    }

    private OcspAnswer answer(Ca ca, byte[] request, Instant now) {
        var signer = rows.signer(ca.name(), CaRows.SignerKind.OCSP).orElseThrow();
        OcspAnswers answers = answers(ca, signer);
        Optional<BigInteger> plain = answers.plainQuestion(request);
        if (plain.isEmpty()) {
            return answers.answer(request, now);
        }
        OcspRows.Known known = kept.known(ca.name(), plain.get());
        if (known.status() instanceof OcspAnswers.Status.NeverIssued never) {
            // Nothing keeps it: a moment later it may be issued.
            return OcspAnswer.single(answers.about(plain.get(), never, now).der());
        }
        OcspAnswer answer = keptOrMade(ca.name(), plain.get(), known, signer.id(), answers, now);
        recent.keep(ca.name(), request, plain.get(), answer, now);
        return answer;
    }

    private OcspAnswer keptOrMade(
            String ca,
            BigInteger serial,
            OcspRows.Known known,
            UUID signer,
            OcspAnswers answers,
            Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        boolean usable =
                known.kept().isPresent()
                        && known.kept().get().signer().equals(signer)
                        && isFresh(known.kept().get().answer(), now);
        if (usable && known.kept().get().askedOn().equals(today)) {
            return known.kept().get().answer();
        }
        OcspAnswer answer =
                usable ? known.kept().get().answer() : answers.about(serial, known.status(), now);
        kept.keep(ca, serial, signer, known.changedAt(), answer, today);
        return answer;
    }

    private OcspAnswers answers(Ca ca, CaRows.Signer signer) {
        return new OcspAnswers(
                ca.certificate(),
                keys.open(ca.name(), signer),
                serial -> kept.known(ca.name(), serial).status());
    }

    private static boolean isFresh(OcspAnswer answer, Instant now) {
        Instant thisUpdate = answer.thisUpdate();
        return thisUpdate != null
                && !now.isBefore(thisUpdate)
                && now.isBefore(thisUpdate.plus(FRESH));
    }

    /** The answer about one certificate, for embedding into signed documents. */
    public byte[] about(Ca ca, BigInteger serial) {
        Instant now = clock.instant();
        var signer = rows.signer(ca.name(), CaRows.SignerKind.OCSP).orElseThrow();
        OcspAnswers answers = answers(ca, signer);
        return answers.about(serial, kept.known(ca.name(), serial).status(), now).der();
    }

    /** Called in the transaction that changes a status: the new answer is kept with it. */
    public void changed(Ca ca, BigInteger serial, Instant now) {
        var signer = rows.signer(ca.name(), CaRows.SignerKind.OCSP).orElseThrow();
        OcspAnswers answers = answers(ca, signer);
        OcspRows.Known known = kept.known(ca.name(), serial);
        kept.keep(
                ca.name(),
                serial,
                signer.id(),
                known.changedAt(),
                answers.about(serial, known.status(), now),
                LocalDate.ofInstant(now, ZoneOffset.UTC));
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        recent.drop(new OcspRows.Changed(ca.name(), serial));
                    }
                });
    }

    /** Makes answers anew that are half way to their end and are asked for; forgets the others. */
    public void refresh(Ca ca, Instant now) {
        var signer = rows.signer(ca.name(), CaRows.SignerKind.OCSP).orElseThrow();
        OcspAnswers answers = answers(ca, signer);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (BigInteger serial :
                kept.due(
                        ca.name(),
                        now.minus(FRESH.dividedBy(2)),
                        today.minusDays(ASKED_WITHIN_DAYS),
                        BATCH)) {
            OcspRows.Known known = kept.known(ca.name(), serial);
            kept.keep(
                    ca.name(),
                    serial,
                    signer.id(),
                    known.changedAt(),
                    answers.about(serial, known.status(), now),
                    known.kept().map(OcspRows.Kept::askedOn).orElse(today));
        }
        kept.forget(now);
    }

    /** Once a second at most: what another node has changed is dropped here. */
    private void lookForChanges(Instant now) {
        Instant before = Objects.requireNonNull(lookedAt.get());
        boolean due = now.isAfter(before.plus(UNAWARE)) || now.isBefore(before);
        if (due && lookedAt.compareAndSet(before, now) && !before.equals(Instant.EPOCH)) {
            transactions
                    .withoutTenant(() -> kept.changedSince(before.minus(OVERLAP)))
                    .forEach(recent::drop);
        }
    }
}
