package id.pamong.lifecycle.registration;

import id.pamong.authority.custody.Custody;
import id.pamong.authority.custody.SigningOutcome;
import id.pamong.authority.signature.CmsRequest;
import id.pamong.authority.signature.RawSignatures;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.CollectiveBatchId;
import id.pamong.lifecycle.enrollment.Collectives;
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
import id.pamong.office.letter.LetterKind;
import id.pamong.office.letter.Letters;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides many applications of a batch by one signature over the list of their hashes (MDN-3(1)c,
 * 11(2), 11(3), 20(2)). What does not stand up to the rules, or changed since the page was made,
 * stays out with its reason; the others go on.
 *
 * <p>Gather and judge in one transaction; then the passphrase opens the officer's key once; then
 * the signed list is kept in a second one. From there {@link ListSettlement} carries it out line by
 * line, whatever happens to this process.
 */
@Component
public class ListDecisionDesk {
    private static final String COMMAND = "registration.decide-list";

    private final Collectives collectives;
    private final Enrollment enrollment;
    private final VerificationRows verifications;
    private final DecisionListRows lists;
    private final DecisionRules rules;
    private final Evidence evidence;
    private final RaOfficers officers;
    private final ListSettlement settlement;
    private final Custody custody;
    private final RawSignatures signatures;
    private final Letters letters;
    private final LocalGovernments governments;
    private final Archive archive;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    ListDecisionDesk(
            Collectives collectives,
            Enrollment enrollment,
            VerificationRows verifications,
            DecisionListRows lists,
            DecisionRules rules,
            Evidence evidence,
            RaOfficers officers,
            ListSettlement settlement,
            Custody custody,
            RawSignatures signatures,
            Letters letters,
            LocalGovernments governments,
            Archive archive,
            Permissions permissions,
            AuditTrail audit,
            TenantTransactions transactions,
            Clock clock) {
        this.collectives = collectives;
        this.enrollment = enrollment;
        this.verifications = verifications;
        this.lists = lists;
        this.rules = rules;
        this.evidence = evidence;
        this.officers = officers;
        this.settlement = settlement;
        this.custody = custody;
        this.signatures = signatures;
        this.letters = letters;
        this.governments = governments;
        this.archive = archive;
        this.permissions = permissions;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A decision as the page showed it before it was signed. */
    public record Shown(
            ApplicationId application, String dossierSha256, DecisionDraft.Outcome outcome) {}

    /** What stays out of the list, and the codes of the sentences that say why. */
    public record LeftOut(ApplicationId application, String name, List<Finding> why) {
        public LeftOut {
            why = List.copyOf(why);
        }

        @Override
        public String toString() {
            return "LeftOut[" + application + "]";
        }
    }

    /** What came of deciding a list. */
    public sealed interface Outcome {
        /** Signed; it is being carried out. */
        record Signed(DecisionListId list, int decisions, List<LeftOut> leftOut)
                implements Outcome {
            public Signed {
                leftOut = List.copyOf(leftOut);
            }
        }

        /** Nothing was signed; every reason at once. */
        record Refused(List<Finding> findings, List<LeftOut> leftOut) implements Outcome {
            public Refused {
                findings = List.copyOf(findings);
                leftOut = List.copyOf(leftOut);
            }
        }

        record WrongPassphrase(int left) implements Outcome {}

        record Blocked(Instant until) implements Outcome {}
    }

    /**
     * Signs the decisions that were shown.
     *
     * @param passphrase of the officer's key; the caller keeps and closes it
     */
    public Outcome decide(
            Actor actor,
            CollectiveBatchId batch,
            List<Shown> shown,
            Optional<SecretBytes> passphrase) {
        Outcome outcome = sign(actor, batch, shown, passphrase);
        if (outcome instanceof Outcome.Signed signed) {
            settlement.begin(actor.government(), signed.list());
        }
        return outcome;
    }

    /** As {@link #decide}, without carrying it out: the schedule finds it. */
    Outcome sign(
            Actor actor,
            CollectiveBatchId batch,
            List<Shown> shown,
            Optional<SecretBytes> passphrase) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Gathered gathered =
                transactions.inTenant(
                        actor.government(), () -> gather(actor, batch, shown, passphrase, now));
        if (!gathered.findings().isEmpty() || gathered.certificate() == null) {
            return new Outcome.Refused(gathered.findings(), gathered.leftOut());
        }
        return sign(actor, batch, gathered, gathered.certificate(), passphrase.orElseThrow(), now);
    }

    /** How far a list is; not found for whoever may not see the grid. */
    public DecisionList.Progress progress(Actor actor, DecisionListId id) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    permissions.require(actor, "registration.grid");
                    return new DecisionList.Progress(
                            lists.find(id)
                                    .orElseThrow(() -> new NotFound("registration.no-such-list")),
                            lists.entries(id));
                });
    }

    /** The lists of a batch, the newest first. */
    public List<DecisionList> lists(Actor actor, CollectiveBatchId batch) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    permissions.require(actor, "registration.grid");
                    return lists.ofBatch(batch);
                });
    }

    private record Ready(Dossier dossier, DecisionDraft draft, DecisionStatement statement) {}

    private record Gathered(
            List<Ready> ready,
            List<LeftOut> leftOut,
            List<Finding> findings,
            @Nullable OfficerCertificate certificate) {}

    private Gathered gather(
            Actor actor,
            CollectiveBatchId batch,
            List<Shown> shown,
            Optional<SecretBytes> passphrase,
            Instant now) {
        LocalGovernmentId government = actor.government();
        if (collectives.find(government, batch).isEmpty()) {
            throw new NotFound("collective.not-found");
        }
        permissions.require(actor, COMMAND, ApplicationState.VERIFICATION, Scope.OTHERS);
        List<Finding> findings = new ArrayList<>(officers.objections(government, actor.person()));
        if (passphrase.isEmpty()) {
            findings.add(Finding.blocking("registration.no-passphrase", "passphrase"));
        }
        @Nullable OfficerCertificate certificate =
                officers.certificate(government, actor.person(), now).orElse(null);
        List<Ready> ready = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        Set<ApplicationId> seen = new HashSet<>();
        for (Shown one : shown) {
            if (!seen.add(one.application())) {
                continue;
            }
            if (!collectives
                    .batchOf(government, one.application())
                    .filter(batch::equals)
                    .isPresent()) {
                throw new NotFound("application.not-found");
            }
            judge(actor, one, certificate, now, ready, leftOut);
        }
        if (ready.isEmpty()) {
            findings.add(Finding.blocking("registration.list.empty", "entries"));
        }
        return new Gathered(ready, leftOut, findings, certificate);
    }

    private void judge(
            Actor actor,
            Shown shown,
            @Nullable OfficerCertificate certificate,
            Instant now,
            List<Ready> ready,
            List<LeftOut> leftOut) {
        LocalGovernmentId government = actor.government();
        Dossier dossier = enrollment.dossier(government, shown.application());
        List<Finding> why = new ArrayList<>();
        Verification noted = verifications.find(shown.application(), dossier.sha256());
        if (dossier.applicant().person().equals(actor.person())) {
            why.add(Finding.blocking("registration.list.own", null));
        } else if (dossier.state() != ApplicationState.VERIFICATION
                || !dossier.sha256().equals(shown.dossierSha256())
                || noted.draft().outcome() != shown.outcome()) {
            why.add(Finding.blocking("registration.list.changed", null));
        } else if (noted.claim().filter(held -> held.isHeldBy(actor.person(), now)).isEmpty()) {
            why.add(Finding.blocking("registration.list.not-on-desk", null));
        } else {
            rules
                    .check(
                            government,
                            actor.person(),
                            dossier,
                            noted.answers(),
                            noted.draft(),
                            evidence.of(government, dossier))
                    .stream()
                    .filter(Finding::isBlocking)
                    .forEach(why::add);
        }
        if (!why.isEmpty()) {
            leftOut.add(new LeftOut(shown.application(), dossier.applicant().displayName(), why));
        } else if (certificate != null) {
            ready.add(
                    new Ready(
                            dossier,
                            noted.draft(),
                            DecisionStatement.of(
                                    government,
                                    dossier,
                                    noted.answers(),
                                    noted.draft(),
                                    actor.person(),
                                    certificate.serial(),
                                    now)));
        }
    }

    private Outcome sign(
            Actor actor,
            CollectiveBatchId batch,
            Gathered gathered,
            OfficerCertificate certificate,
            SecretBytes passphrase,
            Instant now) {
        DecisionListId id = new DecisionListId(UUID.randomUUID());
        ListManifest manifest =
                ListManifest.of(
                        actor.government(),
                        id,
                        batch,
                        actor.person(),
                        certificate.serial(),
                        now,
                        gathered.ready().stream()
                                .map(one ->
                                        new ListManifest.Line(
                                                one.dossier().id().toString(),
                                                one.dossier().sha256(),
                                                one.draft().decision().code(),
                                                one.statement().sha256()))
                                .toList());
        CmsRequest request = new CmsRequest(manifest.sha256(), certificate.chain(), now);
        SigningOutcome signing =
                custody.sign(
                        actor.government(),
                        certificate.key(),
                        passphrase,
                        signatures.toBeSigned(request));
        return switch (signing) {
            case SigningOutcome.Signed(byte[] value) -> {
                transactions.inTenant(
                        actor.government(),
                        () ->
                                keep(
                                        actor,
                                        batch,
                                        id,
                                        manifest,
                                        gathered.ready(),
                                        certificate,
                                        signatures.complete(request, value),
                                        now));
                yield new Outcome.Signed(id, gathered.ready().size(), gathered.leftOut());
            }
            case SigningOutcome.WrongPassphrase(int left) -> {
                record(actor, batch, "WRONG_PASSPHRASE", Map.of("left", left));
                yield new Outcome.WrongPassphrase(left);
            }
            case SigningOutcome.Blocked(Instant until) -> {
                record(actor, batch, "KEY_BLOCKED", Map.of());
                yield new Outcome.Blocked(until);
            }
        };
    }

    private void keep(
            Actor actor,
            CollectiveBatchId batch,
            DecisionListId id,
            ListManifest manifest,
            List<Ready> ready,
            OfficerCertificate certificate,
            byte[] signature,
            Instant now) {
        LocalGovernmentId government = actor.government();
        DecisionList list =
                new DecisionList(
                        id,
                        batch,
                        actor.person(),
                        actor.account().value(),
                        certificate.serial(),
                        now,
                        store(government, "application/json", manifest.bytes()),
                        manifest.sha256(),
                        store(government, "application/pkcs7-signature", signature),
                        letters.nextNumber(
                                        government,
                                        LetterKind.ANSWER,
                                        governments.get(government).dateAt(now))
                                .text(),
                        null,
                        null);
        List<DecisionList.Entry> entries = new ArrayList<>();
        for (Ready one : ready) {
            entries.add(
                    new DecisionList.Entry(
                            entries.size() + 1,
                            one.dossier().id(),
                            one.dossier().version(),
                            one.dossier().sha256(),
                            one.draft(),
                            store(government, "application/json", one.statement().bytes()),
                            one.statement().sha256(),
                            DecisionList.State.WAITING,
                            null));
        }
        lists.add(list, entries);
        record(
                actor,
                batch,
                "SIGNED",
                Map.of(
                        "list", id.toString(),
                        "manifest", manifest.sha256(),
                        "decisions", ready.size()));
    }

    private FileId store(LocalGovernmentId government, String mediaType, byte[] content) {
        return archive.store(government, FileKind.DECISION_SIGNATURE, mediaType, content);
    }

    private void record(
            Actor actor, CollectiveBatchId batch, String outcome, Map<String, Object> facts) {
        transactions.inTenant(
                actor.government(),
                () ->
                        audit.record(
                                new AuditRecord(
                                        COMMAND,
                                        actor.account().value(),
                                        "collective-batch",
                                        batch.value(),
                                        outcome,
                                        facts)));
    }
}
