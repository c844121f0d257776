package id.pamong.lifecycle.revocation;

import id.pamong.lifecycle.certificate.BlockKind;
import id.pamong.lifecycle.certificate.CertificateState;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.registration.RaOfficers;
import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileKind;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.regulation.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An officer's decisions on a case (MDN-15(1), CJR-16(1)): to revoke, to hold, to release, to
 * dismiss. Each is signed with the officer's certificate; what was done in an authority's own
 * portal is noted. Nobody decides about the own certificate.
 */
@Component
public class CaseDecisions {
    private static final int SHORTEST_NOTE = 10;

    private final RevocationDesk desk;
    private final CaseFile file;
    private final CaseRows rows;
    private final CaseNotices notices;
    private final AuthorityRoad road;
    private final DecisionSigning signing;
    private final Archive archive;
    private final Certificates certificates;
    private final RaOfficers officers;
    private final Permissions permissions;
    private final TenantTransactions transactions;

    CaseDecisions(
            RevocationDesk desk,
            CaseFile file,
            CaseRows rows,
            CaseNotices notices,
            AuthorityRoad road,
            DecisionSigning signing,
            Archive archive,
            Certificates certificates,
            RaOfficers officers,
            Permissions permissions,
            TenantTransactions transactions) {
        this.desk = desk;
        this.file = file;
        this.rows = rows;
        this.notices = notices;
        this.road = road;
        this.signing = signing;
        this.archive = archive;
        this.certificates = certificates;
        this.officers = officers;
        this.permissions = permissions;
        this.transactions = transactions;
    }

    /**
     * Decides to revoke: blocked here with this decision, then revoked at the authority.
     *
     * @param note what the decision rests on
     */
    public CaseOutcome approve(
            Actor actor,
            RevocationCaseId id,
            int version,
            String note,
            Optional<SecretBytes> passphrase) {
        return driven(
                actor,
                id,
                signed(actor, id, version, CaseStep.APPROVE, note, passphrase, true, "APPROVED"));
    }

    /** Holds the certificate, here and where the authority can. */
    public CaseOutcome hold(
            Actor actor,
            RevocationCaseId id,
            int version,
            String note,
            Optional<SecretBytes> passphrase) {
        return driven(
                actor,
                id,
                signed(actor, id, version, CaseStep.HOLD, note, passphrase, true, "HELD"));
    }

    /** What was decided goes on to the authority at once. */
    private CaseOutcome driven(Actor actor, RevocationCaseId id, CaseOutcome decided) {
        if (decided instanceof CaseOutcome.Done) {
            road.drive(actor.government(), id);
            return new CaseOutcome.Done(desk.view(actor, id));
        }
        return decided;
    }

    /**
     * Lifts a hold.
     *
     * @param identified whether the owner was identified face to face
     */
    public CaseOutcome release(
            Actor actor,
            RevocationCaseId id,
            int version,
            String note,
            boolean identified,
            Optional<SecretBytes> passphrase) {
        return lift(actor, id, version, CaseStep.RELEASE, note, identified, passphrase, "RELEASED");
    }

    /**
     * Decides not to revoke; the block is lifted.
     *
     * @param identified whether the owner was identified face to face
     */
    public CaseOutcome dismiss(
            Actor actor,
            RevocationCaseId id,
            int version,
            String note,
            boolean identified,
            Optional<SecretBytes> passphrase) {
        return lift(
                actor, id, version, CaseStep.DISMISS, note, identified, passphrase, "DISMISSED");
    }

    private CaseOutcome lift(
            Actor actor,
            RevocationCaseId id,
            int version,
            CaseStep step,
            String note,
            boolean identified,
            Optional<SecretBytes> passphrase,
            String result) {
        RevocationCase before = desk.view(actor, id);
        if (needsIdentification(actor.government(), before) && !identified) {
            return new CaseOutcome.Refused(
                    List.of(Finding.blocking("revocation.not-identified", "identified")));
        }
        boolean held = AuthorityRoad.HELD.equals(before.authorityAnswer());
        CaseOutcome outcome = signed(actor, id, version, step, note, passphrase, held, result);
        if (outcome instanceof CaseOutcome.Done && held) {
            road.drive(actor.government(), id);
        }
        return outcome;
    }

    /**
     * Whoever asked for the block, or spoke in the owner's name, might not be the owner: only the
     * office's own blocks are lifted without the owner standing there, and none by which a key was
     * reported.
     */
    private boolean needsIdentification(LocalGovernmentId government, RevocationCase it) {
        return certificates
                .byId(government, it.certificate())
                .map(RegisteredCertificate::state)
                .filter(state ->
                        state instanceof CertificateState.Blocked(var at, BlockKind kind)
                                && (it.origin() == Origin.OWNER || kind.isReported()))
                .isPresent();
    }

    /** The certificate was revoked in the authority's own portal. */
    public CaseOutcome doneByHand(Actor actor, RevocationCaseId id, int version, String note) {
        CaseOutcome outcome =
                decide(actor, id, version, CaseStep.CA_DONE, note, null, true, "DONE_BY_HAND");
        if (outcome instanceof CaseOutcome.Done(RevocationCase done)) {
            transactions.inTenant(
                    actor.government(),
                    () ->
                            certificates.revoked(
                                    actor.government(),
                                    done.certificate(),
                                    done.ground().reason(),
                                    file.now()));
            road.drive(actor.government(), id);
            return new CaseOutcome.Done(desk.view(actor, id));
        }
        return outcome;
    }

    /**
     * An officer's decision: judged first, so that a refusal costs no try of the passphrase; then
     * signed outside of any transaction; then taken, if the case is still as it was signed.
     */
    private CaseOutcome signed(
            Actor actor,
            RevocationCaseId id,
            int version,
            CaseStep step,
            String note,
            Optional<SecretBytes> passphrase,
            boolean asksAuthority,
            String result) {
        LocalGovernmentId government = actor.government();
        Optional<CaseOutcome> refused =
                transactions.inTenant(
                        government,
                        () -> {
                            RevocationCase it = file.find(id);
                            List<Finding> findings =
                                    new ArrayList<>(judge(actor, it, version, step, note));
                            if (passphrase.isEmpty()) {
                                findings.add(
                                        Finding.blocking("revocation.no-passphrase", "passphrase"));
                            }
                            return findings.stream().anyMatch(Finding::isBlocking)
                                    ? Optional.of(refuse(actor, it, findings, "REFUSED"))
                                    : Optional.empty();
                        });
        if (refused.isPresent()) {
            return refused.get();
        }
        RevocationCase it = desk.view(actor, id);
        return switch (signing.sign(actor, it, step, note, passphrase)) {
            case DecisionSigning.Outcome.Signed made ->
                    decide(actor, id, version, step, note, made, asksAuthority, result);
            case DecisionSigning.Outcome.NotSigned(Finding finding, String code) ->
                    transactions.inTenant(
                            government, () -> refuse(actor, it, List.of(finding), code));
        };
    }

    private CaseOutcome refuse(
            Actor actor, RevocationCase it, List<Finding> findings, String code) {
        Map<String, Object> facts = new HashMap<>(file.facts(it));
        facts.put("findings", findings.stream().map(Finding::code).toList());
        file.record("revocation.decide", actor, it, code, facts);
        return new CaseOutcome.Refused(findings);
    }

    private void keep(
            LocalGovernmentId government,
            RevocationCaseId id,
            DecisionSigning.Outcome.Signed signed) {
        rows.signed(
                id,
                archive.store(
                        government,
                        FileKind.DECISION_SIGNATURE,
                        "application/json",
                        signed.statement()),
                archive.store(
                        government,
                        FileKind.DECISION_SIGNATURE,
                        "application/pkcs7-signature",
                        signed.signature()));
    }

    private CaseOutcome decide(
            Actor actor,
            RevocationCaseId id,
            int version,
            CaseStep step,
            String note,
            DecisionSigning.Outcome.@Nullable Signed signed,
            boolean asksAuthority,
            String result) {
        LocalGovernmentId government = actor.government();
        return transactions.inTenant(
                government,
                () -> {
                    RevocationCase it = file.hold(id);
                    List<Finding> findings = judge(actor, it, version, step, note);
                    if (findings.stream().anyMatch(Finding::isBlocking)) {
                        return refuse(actor, it, findings, "REFUSED");
                    }
                    RevocationCase after = file.move(it, step, actor.person(), note, asksAuthority);
                    if (signed != null) {
                        keep(government, id, signed);
                    }
                    switch (step) {
                        case APPROVE -> file.block(government, after, BlockKind.REVOCATION);
                        case HOLD -> file.block(government, after, BlockKind.SUSPENDED);
                        case RELEASE, DISMISS ->
                                certificates.unblock(government, after.certificate());
                        case CA_DONE -> {}
                        case OPEN,
                                NOTIFY,
                                AGREE,
                                REPORT,
                                OBJECT,
                                UPHOLD,
                                OVERRULE,
                                EXTENDED,
                                CA_BY_HAND,
                                CA_OVER,
                                SHOWN ->
                                throw new IllegalArgumentException("no officer's step: " + step);
                    }
                    notices.tellOwner(government, after, result.toLowerCase(java.util.Locale.ROOT));
                    Map<String, Object> facts = new HashMap<>(file.facts(after));
                    if (signed != null) {
                        facts.put("statement", signed.sha256());
                    }
                    file.record("revocation.decide", actor, after, result, facts);
                    return new CaseOutcome.Done(after);
                });
    }

    /** Everything that stands against the step, but for the signature. */
    private List<Finding> judge(
            Actor actor, RevocationCase it, int version, CaseStep step, String note) {
        LocalGovernmentId government = actor.government();
        if (it.version() != version) {
            throw new Conflict("stale");
        }
        if (CaseTransitions.after(it.state(), step).isEmpty()) {
            throw new Conflict("revocation.state");
        }
        boolean own = it.person().equals(actor.person());
        permissions.require(actor, "revocation.decide", it.state(), own ? Scope.OWN : Scope.OTHERS);
        List<Finding> findings = new ArrayList<>(officers.objections(government, actor.person()));
        if (note.strip().length() < SHORTEST_NOTE || note.length() > Opening.LONGEST) {
            findings.add(
                    Finding.blocking("revocation.note", "note", SHORTEST_NOTE, Opening.LONGEST));
        }
        if (step == CaseStep.APPROVE
                && it.state() == CaseState.NOTICED
                && it.objectUntil() != null
                && !file.today(government).isAfter(it.objectUntil())) {
            findings.add(Finding.blocking("revocation.may-still-object", null));
        }
        return findings;
    }
}
