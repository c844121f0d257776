package id.pamong.lifecycle.issuance;

import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.custody.Custody;
import id.pamong.authority.custody.OpenKey;
import id.pamong.authority.custody.OpeningOutcome;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.signature.CompletionOutcome;
import id.pamong.authority.signature.DocumentSource;
import id.pamong.authority.signature.PdfSigning;
import id.pamong.authority.signature.PreparationOutcome;
import id.pamong.authority.signature.PreparedSignature;
import id.pamong.authority.signature.SignedPdf;
import id.pamong.authority.signature.SigningRequest;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.enrollment.Step;
import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.archive.FileKind;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.letter.LetterKind;
import id.pamong.office.letter.Letters;
import id.pamong.office.notification.Attachment;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.page.Dates;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.Conflict;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The numbered receipt that the owner signs with the new certificate (MDN-13(6)); the end of the
 * road. Number, signed PDF, state and audit commit together.
 */
@Component
public class Receipts {
    private final Issuance issuance;
    private final OwnSession session;
    private final ActivationRows rows;
    private final ActivationTexts texts;
    private final Certificates certificates;
    private final Custody custody;
    private final PdfSigning signing;
    private final BuiltinAuthority authority;
    private final Enrollment enrollment;
    private final Letters letters;
    private final Archive archive;
    private final Notifications notifications;
    private final People people;
    private final LocalGovernments governments;
    private final Dates dates;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    Receipts(
            Issuance issuance,
            OwnSession session,
            ActivationRows rows,
            ActivationTexts texts,
            Certificates certificates,
            Custody custody,
            PdfSigning signing,
            BuiltinAuthority authority,
            Enrollment enrollment,
            Letters letters,
            Archive archive,
            Notifications notifications,
            People people,
            LocalGovernments governments,
            Dates dates,
            Permissions permissions,
            AuditTrail audit,
            TenantTransactions transactions,
            Clock clock) {
        this.issuance = issuance;
        this.session = session;
        this.rows = rows;
        this.texts = texts;
        this.certificates = certificates;
        this.custody = custody;
        this.signing = signing;
        this.authority = authority;
        this.enrollment = enrollment;
        this.letters = letters;
        this.archive = archive;
        this.notifications = notifications;
        this.people = people;
        this.governments = governments;
        this.dates = dates;
        this.permissions = permissions;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Nothing was made; the transaction rolls back and the number stays free. */
    static final class NotSigned extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final String code;

        NotSigned(String code) {
            super(code, null, false, false);
            this.code = code;
        }
    }

    /**
     * The certificate that signs the receipt: the new one itself, for a system the responsible
     * person's own; empty when that person has none, who then acknowledges it with the second
     * factor alone.
     */
    public Optional<RegisteredCertificate> signsWith(
            LocalGovernmentId government, RegisteredCertificate received) {
        return received.profile().isOfSystem()
                ? certificates.signing(government, received.person(), clock.instant()).stream()
                        .filter(one ->
                                one.isKeyHere() && one.profile() != ProfileId.ORGANISATION_SEAL)
                        .findFirst()
                : Optional.of(received);
    }

    /** Signs the receipt; a wrong passphrase changes nothing but the count of tries. */
    public ActivationOutcome sign(Actor actor, ActivationId id, SecretBytes passphrase) {
        Activation activation = issuance.view(actor, id);
        permissions.require(actor, OwnSession.COMMAND, activation.step().name(), Set.of(Scope.OWN));
        if (activation.step() != ActivationStep.RECEIPT) {
            throw new Conflict("stale");
        }
        LocalGovernment government = governments.get(actor.government());
        RegisteredCertificate received =
                issuance.certificate(government.id(), activation).orElseThrow();
        Optional<RegisteredCertificate> with = signsWith(government.id(), received);
        if (with.isPresent() && !with.get().isKeyHere()) {
            throw new Conflict("stale");
        }
        if (with.isEmpty()) {
            return transactions.inTenant(
                    government.id(),
                    () -> receive(actor, id, government, received, Optional.empty()));
        }
        return switch (custody.open(government.id(), with.get().key(), passphrase)) {
            case OpeningOutcome.WrongPassphrase(int left) ->
                    ActivationOutcome.Refused.because(
                            "issuance.passphrase-wrong", "passphrase", left);
            case OpeningOutcome.Blocked(Instant until) ->
                    ActivationOutcome.Refused.because(
                            "issuance.passphrase-blocked",
                            "passphrase",
                            dates.time(until, government));
            case OpeningOutcome.Opened(OpenKey key) -> {
                try (key) {
                    Hand hand = new Hand(with.get(), key);
                    yield transactions.inTenant(
                            government.id(),
                            () -> receive(actor, id, government, received, Optional.of(hand)));
                } catch (NotSigned e) {
                    yield ActivationOutcome.Refused.because(e.code, "passphrase");
                }
            }
        };
    }

    /** What signs: a certificate with its opened key. */
    private record Hand(RegisteredCertificate certificate, OpenKey key) {}

    private ActivationOutcome receive(
            Actor actor,
            ActivationId id,
            LocalGovernment government,
            RegisteredCertificate received,
            Optional<Hand> hand) {
        Activation held = session.held(actor, id);
        if (held.step() != ActivationStep.RECEIPT) {
            throw new Conflict("stale");
        }
        Instant now = clock.instant();
        String number = number(government, now);
        byte[] pdf = text(government, held, received, hand.isPresent(), number, now);
        byte[] kept =
                hand.isPresent()
                        ? signed(
                                government,
                                hand.get().certificate(),
                                hand.get().key(),
                                pdf,
                                number,
                                now)
                        : pdf;
        return end(actor, held, government, number, kept, hand.isPresent(), now);
    }

    String number(LocalGovernment government, Instant now) {
        return letters.nextNumber(government.id(), LetterKind.RECEIPT, government.dateAt(now))
                .text();
    }

    byte[] text(
            LocalGovernment government,
            Activation held,
            RegisteredCertificate received,
            boolean signed,
            String number,
            Instant now) {
        return texts.receipt(
                government,
                people.get(government.id(), held.person()),
                received,
                signed,
                number,
                now);
    }

    /** The receipt is there: kept, told, recorded; the road ends. */
    ActivationOutcome end(
            Actor actor,
            Activation held,
            LocalGovernment government,
            String number,
            byte[] kept,
            boolean signed,
            Instant now) {
        ActivationId id = held.id();
        FileId file = archive.store(government.id(), FileKind.RECEIPT, "application/pdf", kept);
        rows.received(id, number, file, now);
        finish(government.id(), held);
        notifications.tell(
                government.id(),
                held.person(),
                "issuance.received",
                Map.of("receipt", number),
                "/sertifikat",
                List.of(new Attachment("tanda-terima.pdf", "application/pdf", kept)));
        audit.record(
                new AuditRecord(
                        OwnSession.COMMAND,
                        actor.account().value(),
                        "activation",
                        id.value(),
                        "RECEIVED",
                        Map.of("receipt", number, "file", file.toString(), "signed", signed)));
        return new ActivationOutcome.Done(ActivationStep.DONE);
    }

    private void finish(LocalGovernmentId government, Activation held) {
        if (held.ground() instanceof IssuanceGround.ByDecision(ApplicationId application)) {
            enrollment.advance(
                    government,
                    application,
                    enrollment.dossier(government, application).version(),
                    Step.RECEIVE);
        }
    }

    private byte[] signed(
            LocalGovernment government,
            RegisteredCertificate certificate,
            OpenKey key,
            byte[] pdf,
            String number,
            Instant now) {
        SigningRequest request = request(government, certificate, number, now);
        return switch (signing.prepare(DocumentSource.of(pdf), request)) {
            case PreparationOutcome.Prepared(PreparedSignature prepared) -> {
                try (prepared) {
                    yield completed(signing.complete(prepared, key.sign(prepared.toBeSigned())));
                }
            }
            case PreparationOutcome.Refused _ -> throw new NotSigned("issuance.receipt-failed");
        };
    }

    SigningRequest request(
            LocalGovernment government,
            RegisteredCertificate certificate,
            String number,
            Instant at) {
        return new SigningRequest(
                chain(certificate),
                certificate.standing(),
                at,
                "Tanda terima " + number,
                government.place(),
                null,
                authority.timeStamps(government.id()),
                authority.revocations());
    }

    static byte[] completed(CompletionOutcome outcome) {
        return switch (outcome) {
            case CompletionOutcome.Signed(SignedPdf document, var _) -> {
                try (document) {
                    yield document.bytes();
                }
            }
            case CompletionOutcome.TimeStampUnavailable() ->
                    throw new NotSigned("issuance.no-time-stamp");
            case CompletionOutcome.RevocationUnavailable() ->
                    throw new NotSigned("issuance.no-revocation-proof");
            case CompletionOutcome.NotAccepted _ -> throw new NotSigned("issuance.receipt-failed");
        };
    }

    private static List<X509Certificate> chain(RegisteredCertificate certificate) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            List<X509Certificate> chain = new ArrayList<>();
            List<byte[]> encoded = new ArrayList<>();
            encoded.add(certificate.der());
            encoded.addAll(certificate.chainDer());
            for (byte[] der : encoded) {
                chain.add(
                        (X509Certificate)
                                factory.generateCertificate(new ByteArrayInputStream(der)));
            }
            return chain;
        } catch (CertificateException e) {
            throw new IllegalStateException("a registered certificate cannot be read", e);
        }
    }
}
