package id.pamong.lifecycle.issuance;

import id.pamong.authority.gateway.CertificationAuthority;
import id.pamong.authority.gateway.OrderBook;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.registration.FirstRun;
import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.protection.Seals;
import id.pamong.office.refusal.NotFound;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Taking a certificate into use, step by step (MDN-13(4)-(6), 16): where it stands, the code of the
 * counter, the data read back. What is read and accepted is {@link Consents}', key and order are
 * {@link Ordering}'s, the receipt is {@link Receipts}'.
 */
@Component
public class Issuance {
    private static final int CODE_TRIES = 5;

    private final ActivationRows rows;
    private final OwnSession session;
    private final ReadBack readBack;
    private final CertificateSubjects subjects;
    private final Enrollment enrollment;
    private final Certificates certificates;
    private final FirstRun firstRun;
    private final OrderBook orders;
    private final Archive archive;
    private final Seals seals;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    Issuance(
            ActivationRows rows,
            OwnSession session,
            ReadBack readBack,
            CertificateSubjects subjects,
            Enrollment enrollment,
            Certificates certificates,
            FirstRun firstRun,
            OrderBook orders,
            Archive archive,
            Seals seals,
            Permissions permissions,
            AuditTrail audit,
            TenantTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.session = session;
        this.readBack = readBack;
        this.subjects = subjects;
        this.enrollment = enrollment;
        this.certificates = certificates;
        this.firstRun = firstRun;
        this.orders = orders;
        this.archive = archive;
        this.seals = seals;
        this.permissions = permissions;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The actor's own activation. An approved application without a presence stands at {@link
     * ActivationStep#PRESENCE}. Someone else's is NotFound.
     */
    public Activation view(Actor actor, ActivationId id) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Activation activation =
                            rows.byId(id).orElseGet(() -> waiting(actor.government(), id));
                    OwnSession.own(actor, activation);
                    return activation;
                });
    }

    /** The actor's activations that are not over, newest first. */
    public List<Activation> openOf(Actor actor) {
        return transactions.inTenant(
                actor.government(),
                () ->
                        rows.of(actor.person()).stream()
                                .filter(one -> one.step() != ActivationStep.DONE)
                                .toList());
    }

    /**
     * Begins the officer's own activation under the first run's minutes; the one there is stays.
     */
    public ActivationId beginByCeremony(Actor actor) {
        permissions.require(actor, "issuance.begin");
        LocalGovernmentId government = actor.government();
        return transactions.inTenant(
                government,
                () -> {
                    Optional<Activation> begun =
                            rows.of(actor.person()).stream()
                                    .filter(one ->
                                            one.ground() instanceof IssuanceGround.ByCeremony)
                                    .findFirst();
                    if (begun.isPresent()) {
                        return begun.get().id();
                    }
                    var ceremony =
                            firstRun.groundFor(government, actor.person())
                                    .orElseThrow(() -> new NotFound("issuance.no-ground"));
                    ActivationId id = new ActivationId(UUID.randomUUID());
                    rows.beginByCeremony(id, actor.person(), ceremony, clock.instant());
                    audit.record(
                            new AuditRecord(
                                    "issuance.begin",
                                    actor.account().value(),
                                    "activation",
                                    id.value(),
                                    "BEGUN",
                                    Map.of("ceremony", ceremony.toString())));
                    return id;
                });
    }

    /** The application that a certificate came of, if it came of one here. */
    public Optional<ApplicationId> applicationOf(
            LocalGovernmentId government, CertificateId certificate) {
        return transactions.inTenant(
                government, () -> rows.applicationOf(certificate).map(ApplicationId::new));
    }

    /** The way that will issue. */
    public CertificationAuthority authority(LocalGovernmentId government, ProfileId profile) {
        return orders.authorityOf(government, profile);
    }

    /** What will stand in the certificate. */
    public CertificateTerms terms(LocalGovernmentId government, Activation activation) {
        return transactions.inTenant(government, () -> subjects.of(government, activation));
    }

    /** The certificate of an activation, once it is there. */
    public Optional<RegisteredCertificate> certificate(
            LocalGovernmentId government, Activation activation) {
        return Optional.ofNullable(activation.certificate())
                .flatMap(id -> certificates.byId(government, id));
    }

    /** Types the code of the counter; after five wrong ones or its end the code is void. */
    public ActivationOutcome enterCode(Actor actor, ActivationId id, String typed) {
        return session.step(
                actor,
                id,
                ActivationStep.CODE,
                (government, activation) -> {
                    Instant now = clock.instant();
                    ActivationRows.Code code = rows.code(id);
                    byte[] expected = code.hash();
                    if (expected == null
                            || code.expiresAt() == null
                            || !now.isBefore(code.expiresAt())
                            || code.tries() >= CODE_TRIES) {
                        session.record(actor, id, "CODE_VOID", Map.of());
                        return ActivationOutcome.Refused.because("issuance.code-void", "code");
                    }
                    rows.countCodeTry(id);
                    byte[] given = Presence.hash(seals, government.id(), id, typed);
                    if (!MessageDigest.isEqual(expected, given)) {
                        int left = CODE_TRIES - code.tries() - 1;
                        session.record(actor, id, "CODE_WRONG", Map.of("left", left));
                        return left == 0
                                ? ActivationOutcome.Refused.because("issuance.code-void", "code")
                                : ActivationOutcome.Refused.because(
                                        "issuance.code-wrong", "code", left);
                    }
                    ActivationStep next = readBack.afterCode(government.id(), activation);
                    rows.endCode(id, next, now);
                    session.record(actor, id, "CODE_ACCEPTED", Map.of());
                    return new ActivationOutcome.Done(next);
                });
    }

    /** What staff keyed, to be read back; empty where the applicant keyed it. */
    public Optional<Dossier> readBack(Actor actor, Activation activation) {
        OwnSession.own(actor, activation);
        return readBack.dossier(actor.government(), activation);
    }

    /**
     * Declares in person that what staff keyed is true (MDN-17a).
     *
     * @param sha256 of the dossier that was read
     */
    public ActivationOutcome confirmData(
            Actor actor, ActivationId id, boolean declared, String sha256) {
        return session.step(
                actor,
                id,
                ActivationStep.READ_BACK,
                (government, activation) -> {
                    ActivationOutcome outcome =
                            readBack.confirm(actor, activation, declared, sha256, clock.instant());
                    if (outcome instanceof ActivationOutcome.Done) {
                        session.record(actor, id, "DATA_CONFIRMED", Map.of("dossier", sha256));
                    }
                    return outcome;
                });
    }

    /** Sends back what staff keyed wrongly: approval and presence end with it. */
    public ActivationOutcome sendBack(Actor actor, ActivationId id, String what) {
        return session.step(
                actor,
                id,
                ActivationStep.READ_BACK,
                (government, activation) -> {
                    ActivationOutcome outcome = readBack.sendBack(actor, activation, what);
                    if (outcome instanceof ActivationOutcome.Done) {
                        session.record(actor, id, "SENT_BACK", Map.of());
                    }
                    return outcome;
                });
    }

    /** A paper of the activation: {@code perjanjian} or {@code tanda-terima}. */
    public byte[] paper(Actor actor, ActivationId id, String paper) {
        Activation activation = view(actor, id);
        FileId file =
                switch (paper) {
                    case "perjanjian" -> activation.agreementFile();
                    case "tanda-terima" -> activation.receiptFile();
                    default -> null;
                };
        if (file == null) {
            throw new NotFound("issuance.no-paper");
        }
        return archive.read(actor.government(), file);
    }

    private Activation waiting(LocalGovernmentId government, ActivationId id) {
        Dossier dossier =
                enrollment
                        .find(government, new ApplicationId(id.value()))
                        .filter(one -> one.state() == ApplicationState.APPROVED)
                        .orElseThrow(() -> new NotFound("issuance.not-found"));
        return new Activation(
                id,
                dossier.applicant().person(),
                new IssuanceGround.ByDecision(dossier.id()),
                ActivationStep.PRESENCE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                dossier.changedAt());
    }
}
