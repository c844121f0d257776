package id.pamong.lifecycle.revocation;

import id.pamong.lifecycle.certificate.BlockKind;
import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What the owner does: ask for the revocation of an own certificate, which is blocked here in the
 * same transaction (MDN-15(1)), and agree or object when the registration authority has told why it
 * wants to revoke.
 */
@Component
public class OwnerRevocations {
    private static final int SHORTEST_OBJECTION = 10;

    private final CaseFile file;
    private final CaseRows rows;
    private final CaseNotices notices;
    private final Certificates certificates;
    private final Permissions permissions;
    private final TenantTransactions transactions;

    OwnerRevocations(
            CaseFile file,
            CaseRows rows,
            CaseNotices notices,
            Certificates certificates,
            Permissions permissions,
            TenantTransactions transactions) {
        this.file = file;
        this.rows = rows;
        this.notices = notices;
        this.certificates = certificates;
        this.permissions = permissions;
        this.transactions = transactions;
    }

    /** The actor's own certificate; another one's does not exist for the actor. */
    public RegisteredCertificate certificate(Actor actor, CertificateId id) {
        return certificates
                .byId(actor.government(), id)
                .filter(one -> one.person().equals(actor.person()))
                .orElseThrow(() -> new NotFound("certificate.not-found"));
    }

    /** The open case on a certificate of the actor's, if there is one. */
    public Optional<RevocationCase> openCase(Actor actor, CertificateId id) {
        RegisteredCertificate own = certificate(actor, id);
        return transactions.inTenant(actor.government(), () -> rows.openOf(own.id()));
    }

    /** The actor's own cases, newest first. */
    public List<RevocationCase> mine(Actor actor) {
        return transactions.inTenant(actor.government(), () -> rows.of(actor.person()));
    }

    /** Which grounds the owner may choose from. */
    public List<Ground> grounds(Actor actor) {
        Set<String> known =
                Set.copyOf(file.profile(actor.government()).setting("revocation.grounds").values());
        return java.util.Arrays.stream(Ground.values())
                .filter(ground -> ground.isOpenTo(Origin.OWNER) && known.contains(ground.name()))
                .toList();
    }

    /** Asks for the revocation; from this moment on nothing signs with the certificate here. */
    public CaseOutcome request(Actor actor, CertificateId id, Opening opening) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    RegisteredCertificate own = certificate(actor, id);
                    permissions.require(actor, "revocation.request", "*", Set.of(Scope.OWN));
                    List<Finding> findings =
                            file.check(actor.government(), Origin.OWNER, opening, own);
                    if (!findings.isEmpty()) {
                        return new CaseOutcome.Refused(findings);
                    }
                    RevocationCase opened =
                            file.open(
                                    actor.government(),
                                    Origin.OWNER,
                                    opening,
                                    own,
                                    actor.person(),
                                    CaseState.REQUESTED);
                    file.block(actor.government(), opened, BlockKind.REVOCATION);
                    notices.tellOwner(actor.government(), opened, "blocked");
                    file.record(
                            "revocation.request",
                            actor,
                            opened,
                            "BLOCKED_AND_REQUESTED",
                            file.facts(opened));
                    return new CaseOutcome.Done(opened);
                });
    }

    /** The owner agrees with the announced revocation, so that nobody need wait. */
    public CaseOutcome agree(Actor actor, RevocationCaseId id) {
        return answer(actor, id, CaseStep.AGREE, "", "AGREED");
    }

    /** The owner objects; the head of the RA office decides (gap: the law names no way). */
    public CaseOutcome object(Actor actor, RevocationCaseId id, String why) {
        requireAnswerable(actor, id);
        if (why.strip().length() < SHORTEST_OBJECTION || why.length() > Opening.LONGEST) {
            return new CaseOutcome.Refused(
                    List.of(
                            Finding.blocking(
                                    "revocation.objection-text",
                                    "objection",
                                    SHORTEST_OBJECTION,
                                    Opening.LONGEST)));
        }
        return answer(actor, id, CaseStep.OBJECT, why, "OBJECTED");
    }

    /** Before what was typed is looked at: whose case it is and whether it waits for an answer. */
    private void requireAnswerable(Actor actor, RevocationCaseId id) {
        transactions.inTenant(
                actor.government(), () -> answerable(actor, file.hold(id), CaseStep.OBJECT));
    }

    private void answerable(Actor actor, RevocationCase it, CaseStep step) {
        if (!it.person().equals(actor.person())) {
            throw new NotFound("revocation.not-found");
        }
        if (CaseTransitions.after(it.state(), step).isEmpty()) {
            throw new Conflict("revocation.state");
        }
        permissions.require(actor, "revocation.answer", it.state(), Scope.OWN);
    }

    private CaseOutcome answer(
            Actor actor, RevocationCaseId id, CaseStep step, String note, String outcome) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    RevocationCase it = file.hold(id);
                    answerable(actor, it, step);
                    if (it.objectUntil() != null
                            && it.state() == CaseState.NOTICED
                            && file.today(actor.government()).isAfter(it.objectUntil())) {
                        return new CaseOutcome.Refused(
                                List.of(Finding.blocking("revocation.objection-late", null)));
                    }
                    RevocationCase after = file.move(it, step, actor.person(), note, false);
                    if (step == CaseStep.OBJECT) {
                        notices.tellHeads(actor.government(), after, "objected");
                    }
                    file.record("revocation.answer", actor, after, outcome, file.facts(after));
                    return new CaseOutcome.Done(after);
                });
    }
}
