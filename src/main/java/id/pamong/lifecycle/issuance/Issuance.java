package id.pamong.lifecycle.issuance;

import id.pamong.authority.gateway.CertificationAuthority;
import id.pamong.authority.gateway.OrderBook;
import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.registration.FirstRun;
import id.pamong.lifecycle.subscriber.TimeOfService;
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
import id.pamong.office.letter.StandardText;
import id.pamong.office.letter.TextKind;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.protection.Seals;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/**
 * The applicant's own session takes the certificate into use, step by step (MDN-13(4)-(6), 16):
 * code, terms and key protection, agreement. What is accepted stays accepted over a crash; key and
 * order are {@link Ordering}'s, the receipt is {@link Receipts}'.
 */
@Component
public class Issuance {
    static final String COMMAND = "issuance.activate";
    private static final int CODE_TRIES = 5;

    private final ActivationRows rows;
    private final ActivationTexts texts;
    private final Suspension suspension;
    private final TimeOfService service;
    private final ReadBack readBack;
    private final CertificateSubjects subjects;
    private final Enrollment enrollment;
    private final Certificates certificates;
    private final FirstRun firstRun;
    private final OrderBook orders;
    private final People people;
    private final LocalGovernments governments;
    private final Letters letters;
    private final Archive archive;
    private final Seals seals;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    Issuance(
            ActivationRows rows,
            ActivationTexts texts,
            Suspension suspension,
            TimeOfService service,
            ReadBack readBack,
            CertificateSubjects subjects,
            Enrollment enrollment,
            Certificates certificates,
            FirstRun firstRun,
            OrderBook orders,
            People people,
            LocalGovernments governments,
            Letters letters,
            Archive archive,
            Seals seals,
            Permissions permissions,
            AuditTrail audit,
            TenantTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.texts = texts;
        this.suspension = suspension;
        this.service = service;
        this.readBack = readBack;
        this.subjects = subjects;
        this.enrollment = enrollment;
        this.certificates = certificates;
        this.firstRun = firstRun;
        this.orders = orders;
        this.people = people;
        this.governments = governments;
        this.letters = letters;
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
                    own(actor, activation);
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

    /** The text to be read and accepted at a step. */
    public StandardText text(LocalGovernmentId government, TextKind kind) {
        return texts.text(governments.get(government), kind);
    }

    /** The application that a certificate came of, if it came of one here. */
    public Optional<ApplicationId> applicationOf(
            LocalGovernmentId government, CertificateId certificate) {
        return transactions.inTenant(
                government, () -> rows.applicationOf(certificate).map(ApplicationId::new));
    }

    /** The way that will issue. */
    public CertificationAuthority authority(LocalGovernmentId government) {
        return orders.authorityOf(government);
    }

    /** What will stand in the certificate. */
    public CertificateTerms terms(LocalGovernmentId government, Activation activation) {
        return transactions.inTenant(government, () -> subjects.of(government, activation));
    }

    /** The statement that the applicant accepts first: of an own key, or of a system's. */
    public TextKind statementOf(LocalGovernmentId government, Activation activation) {
        return terms(government, activation).profile().isOfSystem()
                ? TextKind.SYSTEM_KEY_PROTECTION
                : TextKind.KEY_PROTECTION;
    }

    /** The certificate of an activation, once it is there. */
    public Optional<RegisteredCertificate> certificate(
            LocalGovernmentId government, Activation activation) {
        return Optional.ofNullable(activation.certificate())
                .flatMap(id -> certificates.byId(government, id));
    }

    /** Types the code of the counter; after five wrong ones or its end the code is void. */
    public ActivationOutcome enterCode(Actor actor, ActivationId id, String typed) {
        return step(
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
                        record(actor, id, "CODE_VOID", Map.of());
                        return ActivationOutcome.Refused.because("issuance.code-void", "code");
                    }
                    rows.countCodeTry(id);
                    byte[] given = Presence.hash(seals, government.id(), id, typed);
                    if (!MessageDigest.isEqual(expected, given)) {
                        int left = CODE_TRIES - code.tries() - 1;
                        record(actor, id, "CODE_WRONG", Map.of("left", left));
                        return left == 0
                                ? ActivationOutcome.Refused.because("issuance.code-void", "code")
                                : ActivationOutcome.Refused.because(
                                        "issuance.code-wrong", "code", left);
                    }
                    ActivationStep next = readBack.afterCode(government.id(), activation);
                    rows.endCode(id, next, now);
                    record(actor, id, "CODE_ACCEPTED", Map.of());
                    return new ActivationOutcome.Done(next);
                });
    }

    /**
     * Accepts terms of use and key protection (MDN-16(1)).
     *
     * @param sha256 of the text that was read
     */
    public ActivationOutcome acceptStatement(
            Actor actor, ActivationId id, boolean accepted, String sha256) {
        return step(
                actor,
                id,
                ActivationStep.STATEMENT,
                (government, activation) -> {
                    StandardText text =
                            texts.text(government, statementOf(government.id(), activation));
                    Optional<ActivationOutcome> refused = unread(text, accepted, sha256);
                    if (refused.isPresent()) {
                        return refused.get();
                    }
                    rows.acceptStatement(id, text, clock.instant());
                    record(actor, id, "STATEMENT_ACCEPTED", facts(text));
                    return new ActivationOutcome.Done(ActivationStep.AGREEMENT);
                });
    }

    /**
     * Accepts the subscriber agreement (MDN-13(5)); its PDF with both texts goes to the archive.
     *
     * @param sha256 of the text that was read
     */
    public ActivationOutcome acceptAgreement(
            Actor actor, ActivationId id, boolean accepted, String sha256) {
        return step(
                actor,
                id,
                ActivationStep.AGREEMENT,
                (government, activation) -> {
                    StandardText text = texts.text(government, TextKind.SUBSCRIBER_AGREEMENT);
                    Optional<ActivationOutcome> refused = unread(text, accepted, sha256);
                    if (refused.isPresent()) {
                        return refused.get();
                    }
                    Instant now = clock.instant();
                    String number =
                            letters.nextNumber(
                                            government.id(),
                                            LetterKind.AGREEMENT,
                                            government.dateAt(now))
                                    .text();
                    byte[] pdf =
                            texts.agreement(
                                    government,
                                    people.get(government.id(), activation.person()),
                                    statementOf(government.id(), activation),
                                    number,
                                    now);
                    FileId file =
                            archive.store(
                                    government.id(), FileKind.AGREEMENT, "application/pdf", pdf);
                    rows.acceptAgreement(id, text, number, file, now);
                    record(actor, id, "AGREEMENT_ACCEPTED", facts(text));
                    return new ActivationOutcome.Done(ActivationStep.PASSPHRASE);
                });
    }

    /** What staff keyed, to be read back; empty where the applicant keyed it. */
    public Optional<Dossier> readBack(Actor actor, Activation activation) {
        own(actor, activation);
        return readBack.dossier(actor.government(), activation);
    }

    /**
     * Declares in person that what staff keyed is true (MDN-17a).
     *
     * @param sha256 of the dossier that was read
     */
    public ActivationOutcome confirmData(
            Actor actor, ActivationId id, boolean declared, String sha256) {
        return step(
                actor,
                id,
                ActivationStep.READ_BACK,
                (government, activation) -> {
                    ActivationOutcome outcome =
                            readBack.confirm(actor, activation, declared, sha256, clock.instant());
                    if (outcome instanceof ActivationOutcome.Done) {
                        record(actor, id, "DATA_CONFIRMED", Map.of("dossier", sha256));
                    }
                    return outcome;
                });
    }

    /** Sends back what staff keyed wrongly: approval and presence end with it. */
    public ActivationOutcome sendBack(Actor actor, ActivationId id, String what) {
        return step(
                actor,
                id,
                ActivationStep.READ_BACK,
                (government, activation) -> {
                    ActivationOutcome outcome = readBack.sendBack(actor, activation, what);
                    if (outcome instanceof ActivationOutcome.Done) {
                        record(actor, id, "SENT_BACK", Map.of());
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

    private ActivationOutcome step(
            Actor actor,
            ActivationId id,
            ActivationStep expected,
            BiFunction<LocalGovernment, Activation, ActivationOutcome> work) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Activation activation = held(actor, id);
                    permissions.require(
                            actor, COMMAND, activation.step().name(), Set.of(Scope.OWN));
                    if (activation.step() != expected) {
                        throw new Conflict("stale");
                    }
                    if (!suspension.isStillIdentified(actor.government(), activation)) {
                        suspension.suspend(actor.government(), activation, "MEANS");
                        return ActivationOutcome.Refused.because("issuance.suspended", "code");
                    }
                    List<Finding> left = service.objections(actor.government(), actor.person());
                    if (!left.isEmpty()) {
                        return new ActivationOutcome.Refused(left);
                    }
                    return work.apply(governments.get(actor.government()), activation);
                });
    }

    Activation held(Actor actor, ActivationId id) {
        Activation activation = rows.hold(id).orElseThrow(() -> new NotFound("issuance.not-found"));
        own(actor, activation);
        return activation;
    }

    private static void own(Actor actor, Activation activation) {
        if (!activation.person().equals(actor.person())) {
            throw new NotFound("issuance.not-found");
        }
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

    private static Optional<ActivationOutcome> unread(
            StandardText text, boolean accepted, String sha256) {
        if (!text.sha256().equals(sha256)) {
            return Optional.of(
                    ActivationOutcome.Refused.because("issuance.text-changed", "accepted"));
        }
        return accepted
                ? Optional.empty()
                : Optional.of(
                        ActivationOutcome.Refused.because("issuance.not-accepted", "accepted"));
    }

    private static Map<String, Object> facts(StandardText text) {
        return Map.of("version", text.version(), "sha256", text.sha256());
    }

    private void record(Actor actor, ActivationId id, String outcome, Map<String, Object> facts) {
        audit.record(
                new AuditRecord(
                        COMMAND,
                        actor.account().value(),
                        "activation",
                        id.value(),
                        outcome,
                        facts));
    }
}
