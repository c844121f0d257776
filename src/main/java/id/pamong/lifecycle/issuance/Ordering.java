package id.pamong.lifecycle.issuance;

import id.pamong.authority.custody.Custody;
import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.custody.PassphraseRule;
import id.pamong.authority.custody.PreparedKey;
import id.pamong.authority.gateway.Capability;
import id.pamong.authority.gateway.CertificateOrder;
import id.pamong.authority.gateway.CertificationRequest;
import id.pamong.authority.gateway.OrderBook;
import id.pamong.authority.gateway.RequestKey;
import id.pamong.lifecycle.certificate.KnownOwner;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.enrollment.Step;
import id.pamong.lifecycle.registration.Decisions;
import id.pamong.lifecycle.subscriber.TimeOfService;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.regulation.Finding;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * From the passphrase to the certificate (MDN-13(1), (2), (4)). The key is made and sealed outside
 * any transaction; then key, order, certificate, register, state and audit commit together when the
 * CA is in our own database, and otherwise key and intent before the CA is called. So no crash
 * leaves a key without an order or a certificate without an entry.
 */
@Component
public class Ordering {
    private final Issuance issuance;
    private final OwnSession session;
    private final ActivationRows rows;
    private final Suspension suspension;
    private final TimeOfService service;
    private final Custody custody;
    private final PassphraseRule rule;
    private final HeldKeys held;
    private final OrderBook orders;
    private final Enrollment enrollment;
    private final Decisions decisions;
    private final People people;
    private final CertificateSubjects subjects;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    Ordering(
            Issuance issuance,
            OwnSession session,
            ActivationRows rows,
            Suspension suspension,
            TimeOfService service,
            Custody custody,
            PassphraseRule rule,
            HeldKeys held,
            OrderBook orders,
            Enrollment enrollment,
            Decisions decisions,
            People people,
            CertificateSubjects subjects,
            Permissions permissions,
            AuditTrail audit,
            TenantTransactions transactions,
            Clock clock) {
        this.issuance = issuance;
        this.session = session;
        this.rows = rows;
        this.suspension = suspension;
        this.service = service;
        this.custody = custody;
        this.rule = rule;
        this.held = held;
        this.orders = orders;
        this.enrollment = enrollment;
        this.decisions = decisions;
        this.people = people;
        this.subjects = subjects;
        this.permissions = permissions;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Chooses the passphrase; the key is made and the certificate ordered. */
    public ActivationOutcome order(
            Actor actor, ActivationId id, SecretBytes passphrase, SecretBytes repeated) {
        LocalGovernmentId government = actor.government();
        Activation activation = atOrder(actor, id);
        CertificateTerms terms = subjects.of(government, activation);
        if (terms.profile().isOfSystem()) {
            throw new Conflict("stale");
        }
        Person owner = people.get(government, activation.person());
        List<Finding> findings = rule.check(passphrase, repeated, KnownOwner.of(owner));
        if (!findings.isEmpty()) {
            return new ActivationOutcome.Refused(findings);
        }
        PreparedKey prepared =
                custody.prepare(
                        government, KeyAlgorithm.EC_P256, passphrase, terms.subject().rfc4514());
        return place(
                actor,
                id,
                order(government, terms, prepared.key().csrDer()),
                OrderedTerms.of(terms),
                prepared,
                prepared.key().publicKeySpki(),
                "passphrase");
    }

    /**
     * Orders the certificate of a system by the request that its host made. There is no passphrase
     * and no key here; the responsible person's own session with its second factor does it.
     */
    public ActivationOutcome orderForSystem(Actor actor, ActivationId id) {
        LocalGovernmentId government = actor.government();
        Activation activation = atOrder(actor, id);
        CertificateTerms terms = subjects.of(government, activation);
        CertificationRequest request = terms.request();
        if (request == null || !terms.profile().isOfSystem()) {
            throw new Conflict("stale");
        }
        return place(
                actor,
                id,
                order(government, terms, request.der()),
                OrderedTerms.of(terms),
                null,
                request.publicKeySpki(),
                "request");
    }

    private Activation atOrder(Actor actor, ActivationId id) {
        Activation activation = issuance.view(actor, id);
        permissions.require(actor, OwnSession.COMMAND, activation.step().name(), Set.of(Scope.OWN));
        if (activation.step() != ActivationStep.PASSPHRASE) {
            throw new Conflict("stale");
        }
        return activation;
    }

    static CertificateOrder order(
            LocalGovernmentId government, CertificateTerms terms, byte[] csrDer) {
        return new CertificateOrder(
                new RequestKey(UUID.randomUUID()),
                government,
                terms.profile(),
                terms.subject(),
                terms.hosts(),
                csrDer,
                terms.notAfter());
    }

    /**
     * Orders the certificate over a key that the owner's browser made and that never leaves it.
     *
     * @param sent the request, PEM or DER
     */
    public ActivationOutcome orderForHeldKey(Actor actor, ActivationId id, byte[] sent) {
        LocalGovernmentId government = actor.government();
        Activation activation = atOrder(actor, id);
        CertificateTerms terms = subjects.of(government, activation);
        return switch (held.check(government, terms, sent)) {
            case HeldKeys.Checked.Unfit(List<Finding> findings) ->
                    new ActivationOutcome.Refused(findings);
            case HeldKeys.Checked.Fit(CertificationRequest request) ->
                    place(
                            actor,
                            id,
                            order(government, terms, request.der()),
                            OrderedTerms.of(terms.over(request)),
                            null,
                            request.publicKeySpki(),
                            HeldKeys.FIELD);
        };
    }

    private ActivationOutcome place(
            Actor actor,
            ActivationId id,
            CertificateOrder order,
            OrderedTerms terms,
            @Nullable PreparedKey prepared,
            byte[] publicKeySpki,
            String field) {
        LocalGovernmentId government = actor.government();
        boolean together =
                orders.authorityOf(government, order.profile())
                        .capabilities()
                        .contains(Capability.SAME_TRANSACTION);
        ActivationOutcome intended =
                transactions.inTenant(
                        government,
                        () -> {
                            ActivationOutcome outcome =
                                    intend(actor, id, order, terms, prepared, publicKeySpki, field);
                            if (outcome instanceof ActivationOutcome.Done) {
                                if (together) {
                                    orders.place(order);
                                } else {
                                    orders.intend(order);
                                }
                            }
                            return outcome;
                        });
        if (!(intended instanceof ActivationOutcome.Done)) {
            return intended;
        }
        if (!together) {
            orders.place(order);
        }
        return result(actor, id, field);
    }

    private ActivationOutcome intend(
            Actor actor,
            ActivationId id,
            CertificateOrder order,
            OrderedTerms terms,
            @Nullable PreparedKey prepared,
            byte[] publicKeySpki,
            String field) {
        Activation activation = session.held(actor, id);
        if (activation.step() != ActivationStep.PASSPHRASE) {
            throw new Conflict("stale");
        }
        if (!suspension.isStillIdentified(actor.government(), activation)) {
            suspension.suspend(actor.government(), activation, "MEANS");
            return ActivationOutcome.Refused.because("issuance.suspended", field);
        }
        List<Finding> left = service.objections(actor.government(), activation.person());
        if (!left.isEmpty()) {
            return new ActivationOutcome.Refused(left);
        }
        if (activation.ground() instanceof IssuanceGround.ByDecision(ApplicationId application)
                && decisions.approval(actor.government(), application).isEmpty()) {
            throw new Conflict("issuance.no-approval");
        }
        rows.order(
                id,
                order.requestKey(),
                prepared == null ? null : custody.keep(actor.government(), prepared).id(),
                publicKeySpki,
                terms,
                clock.instant());
        advance(actor.government(), activation, Step.FORWARD);
        audit.record(
                new AuditRecord(
                        OwnSession.COMMAND,
                        actor.account().value(),
                        "activation",
                        id.value(),
                        "ORDERED",
                        Map.of("requestKey", order.requestKey().toString())));
        return new ActivationOutcome.Done(ActivationStep.ORDERED);
    }

    private ActivationOutcome result(Actor actor, ActivationId id, String field) {
        ActivationStep step = issuance.view(actor, id).step();
        return step == ActivationStep.PASSPHRASE
                ? ActivationOutcome.Refused.because("issuance.refused-by-authority", field)
                : new ActivationOutcome.Done(step);
    }

    private void advance(LocalGovernmentId government, Activation activation, Step step) {
        if (activation.ground() instanceof IssuanceGround.ByDecision(ApplicationId application)) {
            enrollment.advance(
                    government,
                    application,
                    enrollment.dossier(government, application).version(),
                    step);
        }
    }
}
