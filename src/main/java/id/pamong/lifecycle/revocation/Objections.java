package id.pamong.lifecycle.revocation;

import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.regulation.Finding;
import java.util.List;
import org.springframework.stereotype.Component;

/** The head of the RA office decides what an owner objects to ({@code objection.to}). */
@Component
public class Objections {
    private static final int SHORTEST = 20;

    private final CaseFile file;
    private final CaseNotices notices;
    private final AuthorityRoad road;
    private final Certificates certificates;
    private final Permissions permissions;
    private final TenantTransactions transactions;

    Objections(
            CaseFile file,
            CaseNotices notices,
            AuthorityRoad road,
            Certificates certificates,
            Permissions permissions,
            TenantTransactions transactions) {
        this.file = file;
        this.notices = notices;
        this.road = road;
        this.certificates = certificates;
        this.permissions = permissions;
        this.transactions = transactions;
    }

    /**
     * Answers the objection.
     *
     * @param right whether the owner is right: nothing is revoked
     * @param answer with its grounds, for the owner
     */
    public CaseOutcome decide(
            Actor actor, RevocationCaseId id, int version, boolean right, String answer) {
        CaseOutcome outcome =
                transactions.inTenant(
                        actor.government(),
                        () -> {
                            RevocationCase it = file.hold(id);
                            if (it.version() != version) {
                                throw new Conflict("stale");
                            }
                            CaseStep step = right ? CaseStep.UPHOLD : CaseStep.OVERRULE;
                            if (CaseTransitions.after(it.state(), step).isEmpty()) {
                                throw new Conflict("revocation.state");
                            }
                            permissions.require(
                                    actor,
                                    "revocation.decide-objection",
                                    it.state(),
                                    it.person().equals(actor.person()) ? Scope.OWN : Scope.OTHERS);
                            if (answer.strip().length() < SHORTEST
                                    || answer.length() > Opening.LONGEST) {
                                return new CaseOutcome.Refused(
                                        List.of(
                                                Finding.blocking(
                                                        "revocation.answer-text",
                                                        "answer",
                                                        SHORTEST,
                                                        Opening.LONGEST)));
                            }
                            boolean held = AuthorityRoad.HELD.equals(it.authorityAnswer());
                            RevocationCase after =
                                    file.move(it, step, actor.person(), answer, right && held);
                            if (right) {
                                certificates.unblock(actor.government(), it.certificate());
                            }
                            notices.tellOwner(
                                    actor.government(), after, right ? "upheld" : "overruled");
                            file.record(
                                    "revocation.decide-objection",
                                    actor,
                                    after,
                                    right ? "UPHELD" : "OVERRULED",
                                    file.facts(after));
                            return new CaseOutcome.Done(after);
                        });
        if (outcome instanceof CaseOutcome.Done && right) {
            road.drive(actor.government(), id);
        }
        return outcome;
    }
}
