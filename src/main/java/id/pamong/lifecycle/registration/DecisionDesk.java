package id.pamong.lifecycle.registration;

import id.pamong.authority.custody.Custody;
import id.pamong.authority.custody.SigningOutcome;
import id.pamong.authority.signature.CmsRequest;
import id.pamong.authority.signature.RawSignatures;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.Enrollment;
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
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RuleResult;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The decision of the registration authority (MDN-3(1)c, 11(2), 11(3), 20(2)), signed with the
 * officer's certificate over the dossier's hash.
 *
 * <p>Gather and judge in one transaction; then the passphrase opens the officer's key, outside of
 * any; then act in a second one, which finds the dossier and the claim as they were or gives up.
 */
@Component
public class DecisionDesk {
    private static final String COMMAND = "registration.decide";

    private final VerificationDesk desk;
    private final VerificationRows verifications;
    private final DecisionRows decisions;
    private final DecisionRules rules;
    private final Evidence evidence;
    private final RaOfficers officers;
    private final AnswerLetters answers;
    private final Enrollment enrollment;
    private final Custody custody;
    private final RawSignatures signatures;
    private final Archive archive;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    DecisionDesk(
            VerificationDesk desk,
            VerificationRows verifications,
            DecisionRows decisions,
            DecisionRules rules,
            Evidence evidence,
            RaOfficers officers,
            AnswerLetters answers,
            Enrollment enrollment,
            Custody custody,
            RawSignatures signatures,
            Archive archive,
            Permissions permissions,
            AuditTrail audit,
            TenantTransactions transactions,
            Clock clock) {
        this.desk = desk;
        this.verifications = verifications;
        this.decisions = decisions;
        this.rules = rules;
        this.evidence = evidence;
        this.officers = officers;
        this.answers = answers;
        this.enrollment = enrollment;
        this.custody = custody;
        this.signatures = signatures;
        this.archive = archive;
        this.permissions = permissions;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Decides a case. What was typed is kept whatever comes of it, but for a case that changed.
     *
     * @param passphrase of the officer's key; the caller keeps and closes it
     */
    public DecisionOutcome decide(
            Actor actor, ApplicationId id, Notes notes, Optional<SecretBytes> passphrase) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Gathered gathered =
                transactions.inTenant(
                        actor.government(), () -> gather(actor, id, notes, passphrase, now));
        return switch (gathered) {
            case Answered(DecisionOutcome outcome) -> outcome;
            case Ready ready -> sign(actor, notes, ready, passphrase.orElseThrow());
        };
    }

    /** What is known before the key is opened. */
    private sealed interface Gathered {}

    private record Answered(DecisionOutcome outcome) implements Gathered {}

    private record Ready(
            Dossier dossier,
            OfficerCertificate certificate,
            DecisionStatement statement,
            Instant at)
            implements Gathered {}

    private Gathered gather(
            Actor actor,
            ApplicationId id,
            Notes notes,
            Optional<SecretBytes> passphrase,
            Instant now) {
        LocalGovernmentId government = actor.government();
        Dossier dossier = desk.othersDossier(actor, "registration.view", id);
        if (dossier.state() != ApplicationState.VERIFICATION) {
            return new Answered(alreadyDecided(actor, dossier, notes));
        }
        permissions.require(actor, COMMAND, dossier.state(), Scope.OTHERS);
        if (desk.keep(actor, dossier, notes) instanceof SaveOutcome.Changed) {
            return new Answered(new DecisionOutcome.Changed());
        }
        List<Finding> findings = new ArrayList<>(officers.objections(government, actor.person()));
        List<RuleResult> found = evidence.of(government, dossier);
        findings.addAll(
                rules.check(
                        government,
                        actor.person(),
                        dossier,
                        notes.answers(),
                        notes.draft(),
                        found));
        if (passphrase.isEmpty()) {
            findings.add(Finding.blocking("registration.no-passphrase", "passphrase"));
        }
        @Nullable OfficerCertificate certificate =
                officers.certificate(government, actor.person(), now).orElse(null);
        if (certificate == null || findings.stream().anyMatch(Finding::isBlocking)) {
            return new Answered(new DecisionOutcome.Refused(findings));
        }
        return new Ready(
                dossier,
                certificate,
                DecisionStatement.of(
                        government,
                        dossier,
                        notes.answers(),
                        notes.draft(),
                        actor.person(),
                        certificate.serial(),
                        now),
                now);
    }

    private DecisionOutcome sign(Actor actor, Notes notes, Ready ready, SecretBytes passphrase) {
        LocalGovernmentId government = actor.government();
        CmsRequest request =
                new CmsRequest(ready.statement().sha256(), ready.certificate().chain(), ready.at());
        SigningOutcome signing =
                custody.sign(
                        government,
                        ready.certificate().key(),
                        passphrase,
                        signatures.toBeSigned(request));
        return switch (signing) {
            case SigningOutcome.Signed(byte[] value) ->
                    act(actor, notes, ready, signatures.complete(request, value));
            case SigningOutcome.WrongPassphrase(int left) -> {
                record(actor, ready.dossier().id(), "WRONG_PASSPHRASE", Map.of("left", left));
                yield new DecisionOutcome.WrongPassphrase(left);
            }
            case SigningOutcome.Blocked(Instant until) -> {
                record(actor, ready.dossier().id(), "KEY_BLOCKED", Map.of());
                yield new DecisionOutcome.Blocked(until);
            }
        };
    }

    private DecisionOutcome act(Actor actor, Notes notes, Ready ready, byte[] signature) {
        try {
            return transactions.inTenant(
                    actor.government(),
                    () -> {
                        boolean held =
                                verifications
                                        .lockedClaim(ready.dossier().id())
                                        .filter(claim -> claim.token().equals(notes.claim()))
                                        .isPresent();
                        return held
                                ? new DecisionOutcome.Decided(keep(actor, notes, ready, signature))
                                : alreadyDecided(
                                        actor,
                                        enrollment.dossier(
                                                actor.government(), ready.dossier().id()),
                                        notes);
                    });
        } catch (Conflict changedMeanwhile) {
            return new DecisionOutcome.Changed();
        }
    }

    private RecordedDecision keep(Actor actor, Notes notes, Ready ready, byte[] signature) {
        LocalGovernmentId government = actor.government();
        Dossier dossier = ready.dossier();
        enrollment.recordDecision(
                government,
                dossier.id(),
                dossier.version(),
                dossier.sha256(),
                notes.draft().decision());
        FileId statement =
                archive.store(
                        government,
                        FileKind.DECISION_SIGNATURE,
                        "application/json",
                        ready.statement().bytes());
        FileId signed =
                archive.store(
                        government,
                        FileKind.DECISION_SIGNATURE,
                        "application/pkcs7-signature",
                        signature);
        AnswerLetters.Sent answer =
                answers.send(
                        government,
                        dossier,
                        notes.draft(),
                        actor.person(),
                        ready.certificate().serial(),
                        ready.statement().sha256(),
                        ready.at());
        RecordedDecision decision =
                new RecordedDecision(
                        new DecisionId(UUID.randomUUID()),
                        dossier.id(),
                        dossier.sha256(),
                        Objects.requireNonNull(notes.draft().outcome()),
                        actor.person(),
                        ready.certificate().serial(),
                        ready.at(),
                        statement,
                        null,
                        signed,
                        answer.number().text(),
                        answer.file(),
                        null);
        decisions.add(decision, ready.statement().sha256(), null);
        verifications.release(dossier.id());
        record(
                actor,
                dossier.id(),
                decision.outcome().name(),
                Map.of(
                        "decision",
                        decision.id().toString(),
                        "dossier",
                        dossier.sha256(),
                        "statement",
                        ready.statement().sha256(),
                        "reasons",
                        notes.draft().reasons().stream()
                                .map(reason -> reason.code().name())
                                .toList()));
        return decision;
    }

    /** A second press of the button finds the officer's own decision on the same dossier. */
    private DecisionOutcome alreadyDecided(Actor actor, Dossier dossier, Notes notes) {
        return decisions.of(dossier.id()).stream()
                .filter(decision -> decision.countsFor(notes.dossierSha256()))
                .filter(decision -> decision.officer().equals(actor.person()))
                .findFirst()
                .<DecisionOutcome>map(DecisionOutcome.Decided::new)
                .orElseGet(DecisionOutcome.Changed::new);
    }

    private void record(Actor actor, ApplicationId id, String outcome, Map<String, Object> facts) {
        transactions.inTenant(
                actor.government(),
                () ->
                        audit.record(
                                new AuditRecord(
                                        COMMAND,
                                        actor.account().value(),
                                        "application",
                                        id.value(),
                                        outcome,
                                        facts)));
    }
}
