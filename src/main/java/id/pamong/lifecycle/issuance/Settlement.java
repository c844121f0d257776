package id.pamong.lifecycle.issuance;

import id.pamong.authority.custody.Custody;
import id.pamong.authority.gateway.CertificateOrder;
import id.pamong.authority.gateway.OrderBook;
import id.pamong.authority.gateway.OrderListener;
import id.pamong.authority.gateway.OrderOutcome;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.KeyCustody;
import id.pamong.lifecycle.certificate.NewCertificate;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.certificate.RegistrationOutcome;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.enrollment.Step;
import id.pamong.lifecycle.registration.FirstRun;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What the authority's answer does to the taking into use (MDN-13(1)): the certificate is checked,
 * registered and told of, or the order is refused and the applicant chooses anew. All in the
 * transaction that records the answer.
 */
@Component
class Settlement implements OrderListener {
    private final ActivationRows rows;
    private final CertificateSubjects subjects;
    private final OrderBook orders;
    private final Certificates certificates;
    private final Custody custody;
    private final Enrollment enrollment;
    private final FirstRun firstRun;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settlement(
            ActivationRows rows,
            CertificateSubjects subjects,
            OrderBook orders,
            Certificates certificates,
            Custody custody,
            Enrollment enrollment,
            FirstRun firstRun,
            AuditTrail audit,
            TenantTransactions transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.subjects = subjects;
        this.orders = orders;
        this.certificates = certificates;
        this.custody = custody;
        this.enrollment = enrollment;
        this.firstRun = firstRun;
        this.audit = audit;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<String> faults(CertificateOrder order, OrderOutcome.Issued answer) {
        return transactions.inTenant(
                order.government(),
                () ->
                        rows.byRequest(order.requestKey())
                                .filter(one -> one.step() == ActivationStep.ORDERED)
                                .map(one ->
                                        certificates.faults(
                                                order.government(), returned(order, one, answer)))
                                .orElse(List.of()));
    }

    @Override
    public void settled(CertificateOrder order, OrderOutcome outcome) {
        transactions.inTenant(
                order.government(),
                () ->
                        rows.byRequest(order.requestKey())
                                .filter(one -> one.step() == ActivationStep.ORDERED)
                                .ifPresent(activation -> settle(order, activation, outcome)));
    }

    private void settle(CertificateOrder order, Activation activation, OrderOutcome outcome) {
        switch (outcome) {
            case OrderOutcome.Issued issued -> issued(order, activation, issued);
            case OrderOutcome.Refused(String code) -> {
                rows.refused(activation.id(), clock.instant());
                if (activation.key() != null) {
                    custody.destroy(order.government(), activation.key());
                }
                advance(order.government(), activation, Step.CA_REFUSE);
                record(activation, "REFUSED", Map.of("code", code));
            }
            case OrderOutcome.Accepted _, OrderOutcome.Unavailable _ ->
                    throw new IllegalArgumentException("not settled: " + outcome);
        }
    }

    private void issued(CertificateOrder order, Activation activation, OrderOutcome.Issued issued) {
        LocalGovernmentId government = order.government();
        RegistrationOutcome outcome =
                certificates.register(government, returned(order, activation, issued));
        switch (outcome) {
            case RegistrationOutcome.Registered(RegisteredCertificate certificate) -> {
                rows.issued(activation.id(), certificate.id(), clock.instant());
                advance(government, activation, Step.ISSUE);
                if (activation.ground() instanceof IssuanceGround.ByCeremony) {
                    firstRun.certificateActive(
                            government, activation.person(), certificate.serial());
                }
                if (activation.ground()
                        instanceof IssuanceGround.ByDecision(ApplicationId application)) {
                    events.publishEvent(
                            new CertificateIssued(government, application, certificate.id()));
                }
                record(
                        activation,
                        "ISSUED",
                        Map.of(
                                "certificate", certificate.id().toString(),
                                "serial", certificate.serial(),
                                "sha256", certificate.sha256()));
            }
            case RegistrationOutcome.Unfit(List<String> faults) ->
                    throw new IllegalStateException("not what was ordered: " + faults);
        }
    }

    private NewCertificate returned(
            CertificateOrder order, Activation activation, OrderOutcome.Issued issued) {
        LocalGovernmentId government = order.government();
        OrderedTerms terms =
                rows.ordered(activation.id())
                        .orElseGet(() -> OrderedTerms.of(subjects.of(government, activation)));
        return new NewCertificate(
                order,
                activation.key(),
                activation.key() == null
                        ? KeyCustody.SUBSCRIBER_HELD
                        : KeyCustody.BUILT_IN_SIGNING_SERVICE,
                terms.algorithm(),
                Objects.requireNonNull(activation.publicKey()),
                activation.person(),
                terms.system(),
                orders.placedWith(government, order.requestKey()).standing(government),
                terms.post(),
                terms.designated(),
                terms.agency(),
                issued.certificateDer(),
                issued.chainDer());
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

    private void record(Activation activation, String outcome, Map<String, Object> facts) {
        audit.record(
                new AuditRecord(
                        "issuance.settle",
                        null,
                        "activation",
                        activation.id().value(),
                        outcome,
                        facts));
    }
}
