package id.pamong.lifecycle.issuance;

import id.pamong.authority.custody.SignatureEngine;
import id.pamong.authority.signature.DocumentSource;
import id.pamong.authority.signature.PdfSigning;
import id.pamong.authority.signature.PreparationOutcome;
import id.pamong.authority.signature.PreparedSignature;
import id.pamong.authority.signature.SigningRequest;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.protection.KeyPurpose;
import id.pamong.office.protection.Seals;
import id.pamong.office.refusal.Conflict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The receipt signed with a key that is not here (MDN-1.13, 13(6)), in two steps: the bytes to be
 * signed go to the owner, the signature comes back. Between the steps only number, text and time
 * are kept; from them the same bytes come again, so that either step may run on any node and after
 * any crash. A receipt prepared again keeps its number.
 */
@Component
public class HeldReceipts {
    /** How far the time of signing may lie behind the time stamp. */
    private static final Duration FRESH = Duration.ofMinutes(15);

    private final Issuance issuance;
    private final OwnSession session;
    private final Receipts receipts;
    private final PreparedReceipts prepared;
    private final PdfSigning signing;
    private final Seals seals;
    private final LocalGovernments governments;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    HeldReceipts(
            Issuance issuance,
            OwnSession session,
            Receipts receipts,
            PreparedReceipts prepared,
            PdfSigning signing,
            Seals seals,
            LocalGovernments governments,
            Permissions permissions,
            AuditTrail audit,
            TenantTransactions transactions,
            Clock clock) {
        this.issuance = issuance;
        this.session = session;
        this.receipts = receipts;
        this.prepared = prepared;
        this.signing = signing;
        this.seals = seals;
        this.governments = governments;
        this.permissions = permissions;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Step one: numbers the receipt.
     *
     * @return the bytes (not their digest) that the owner's key signs with SHA-256
     */
    public byte[] prepare(Actor actor, ActivationId id) {
        LocalGovernment government = governments.get(actor.government());
        RegisteredCertificate received = received(actor, id);
        return transactions.inTenant(
                government.id(),
                () -> {
                    Activation held = atReceipt(actor, id);
                    Instant now = clock.instant();
                    String number =
                            prepared.of(id)
                                    .map(PreparedReceipts.Prepared::number)
                                    .orElseGet(() -> receipts.number(government, now));
                    byte[] pdf = receipts.text(government, held, received, true, number, now);
                    byte[] bytes =
                            toBeSigned(pdf, receipts.request(government, received, number, now));
                    prepared.keep(
                            id,
                            new PreparedReceipts.Prepared(
                                    number,
                                    seals.seal(
                                            KeyPurpose.ARCHIVE, government.id(), pdf, context(id)),
                                    now));
                    audit.record(
                            new AuditRecord(
                                    OwnSession.COMMAND,
                                    actor.account().value(),
                                    "activation",
                                    id.value(),
                                    "RECEIPT_PREPARED",
                                    Map.of("receipt", number)));
                    return bytes;
                });
    }

    /**
     * Step two: puts the owner's signature into the receipt.
     *
     * @param signature DER of ECDSA-Sig-Value, or the RSA signature
     */
    public ActivationOutcome complete(Actor actor, ActivationId id, byte[] signature) {
        LocalGovernment government = governments.get(actor.government());
        RegisteredCertificate received = received(actor, id);
        try {
            return transactions.inTenant(
                    government.id(), () -> complete(actor, id, government, received, signature));
        } catch (Receipts.NotSigned e) {
            return ActivationOutcome.Refused.because(e.code, "keyFile");
        }
    }

    private ActivationOutcome complete(
            Actor actor,
            ActivationId id,
            LocalGovernment government,
            RegisteredCertificate received,
            byte[] signature) {
        Activation held = atReceipt(actor, id);
        Instant now = clock.instant();
        Optional<PreparedReceipts.Prepared> waiting =
                prepared.of(id).filter(one -> now.isBefore(one.preparedAt().plus(FRESH)));
        if (waiting.isEmpty()) {
            return ActivationOutcome.Refused.because("issuance.receipt-late", "keyFile");
        }
        PreparedReceipts.Prepared one = waiting.get();
        byte[] pdf = seals.open(KeyPurpose.ARCHIVE, government.id(), one.document(), context(id));
        SigningRequest request =
                receipts.request(government, received, one.number(), one.preparedAt());
        return switch (signing.prepare(DocumentSource.of(pdf), request)) {
            case PreparationOutcome.Prepared(PreparedSignature again) -> {
                try (again) {
                    if (!SignatureEngine.verifies(
                            received.algorithm().signatureAlgorithm(),
                            request.chain().getFirst().getPublicKey(),
                            again.toBeSigned(),
                            signature)) {
                        yield ActivationOutcome.Refused.because(
                                "issuance.signature-unfit", "keyFile");
                    }
                    byte[] signed = Receipts.completed(signing.complete(again, signature));
                    prepared.forget(id);
                    yield receipts.end(actor, held, government, one.number(), signed, true, now);
                }
            }
            case PreparationOutcome.Refused _ ->
                    throw new IllegalStateException("a receipt of our own cannot be signed");
        };
    }

    private byte[] toBeSigned(byte[] pdf, SigningRequest request) {
        return switch (signing.prepare(DocumentSource.of(pdf), request)) {
            case PreparationOutcome.Prepared(PreparedSignature ready) -> {
                try (ready) {
                    yield ready.toBeSigned();
                }
            }
            case PreparationOutcome.Refused _ ->
                    throw new IllegalStateException("a receipt of our own cannot be signed");
        };
    }

    private Activation atReceipt(Actor actor, ActivationId id) {
        Activation held = session.held(actor, id);
        if (held.step() != ActivationStep.RECEIPT) {
            throw new Conflict("stale");
        }
        return held;
    }

    /** The certificate whose key the owner keeps. */
    private RegisteredCertificate received(Actor actor, ActivationId id) {
        Activation activation = issuance.view(actor, id);
        permissions.require(actor, OwnSession.COMMAND, activation.step().name(), Set.of(Scope.OWN));
        if (activation.step() != ActivationStep.RECEIPT) {
            throw new Conflict("stale");
        }
        LocalGovernmentId government = actor.government();
        return issuance.certificate(government, activation)
                .filter(one -> !one.isKeyHere() && !one.profile().isOfSystem())
                .orElseThrow(() -> new Conflict("stale"));
    }

    private static String context(ActivationId id) {
        return "prepared-receipt|" + id;
    }
}
