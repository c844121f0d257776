package id.pamong.lifecycle.host;

import id.pamong.authority.cmp.CmpOffice;
import id.pamong.authority.gateway.CertificateOrder;
import id.pamong.authority.gateway.CertificateStatuses;
import id.pamong.authority.gateway.CertificationRequest;
import id.pamong.authority.gateway.CertificationRequests;
import id.pamong.authority.gateway.OrderBook;
import id.pamong.authority.gateway.OrderListener;
import id.pamong.authority.gateway.OrderOutcome;
import id.pamong.authority.gateway.RequestKey;
import id.pamong.authority.gateway.RevocationReason;
import id.pamong.authority.gateway.StatusChange;
import id.pamong.authority.gateway.StatusOutcome;
import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.KeyCustody;
import id.pamong.lifecycle.certificate.NewCertificate;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.certificate.RegistrationOutcome;
import id.pamong.lifecycle.revocation.HostRevocations;
import id.pamong.lifecycle.revocation.RevocationCase;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.protection.KeyPurpose;
import id.pamong.office.protection.Seals;
import id.pamong.office.protection.SecretBytes;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What hosts ask for, by the office's permit: the same names, the same profile, no longer than the
 * permit, one certificate for one key. Everything joins the transaction of the message.
 */
@Component
class HostDesk implements CmpOffice, OrderListener {
    private final HostRows rows;
    private final PermitGround ground;
    private final Certificates certificates;
    private final CertificateStatuses statuses;
    private final OrderBook orders;
    private final HostRevocations revocations;
    private final Seals seals;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    HostDesk(
            HostRows rows,
            PermitGround ground,
            Certificates certificates,
            CertificateStatuses statuses,
            OrderBook orders,
            HostRevocations revocations,
            Seals seals,
            AuditTrail audit,
            TenantTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.ground = ground;
        this.certificates = certificates;
        this.statuses = statuses;
        this.orders = orders;
        this.revocations = revocations;
        this.seals = seals;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    static String context(UUID permit) {
        return "host-permit/" + permit;
    }

    @Override
    public Optional<Host> byReference(LocalGovernmentId government, String reference) {
        return rows.byReference(reference)
                .filter(permit -> permit.isOpenAt(clock.instant()))
                .map(permit -> new Host(permit.id(), null));
    }

    @Override
    public SecretBytes secret(LocalGovernmentId government, Host host) {
        UUID permit = Objects.requireNonNull(host.permit());
        return SecretBytes.takeOver(
                seals.open(
                        KeyPurpose.HOST_SECRET,
                        government,
                        rows.secret(permit).orElseThrow(),
                        context(permit)));
    }

    @Override
    public Optional<Host> byCertificate(LocalGovernmentId government, byte[] certificateDer) {
        return certificates
                .bySha256(government, HexFormat.of().formatHex(sha256(certificateDer)))
                .filter(one -> one.profile().isOfSystem())
                .filter(one -> one.isUsableAt(clock.instant()))
                .map(one -> new Host(permitOf(one.id()).orElse(null), one.sha256()));
    }

    /** The open permit under which a certificate was fetched, or that rests on it. */
    private Optional<UUID> permitOf(CertificateId certificate) {
        return rows.fetched(certificate)
                .map(FetchedCertificate::permit)
                .or(() -> rows.of(certificate).map(HostPermit::id))
                .flatMap(rows::hold)
                .filter(permit -> permit.isOpenAt(clock.instant()))
                .map(HostPermit::id);
    }

    @Override
    public Answer issue(
            LocalGovernmentId government, Host host, byte[] requestDer, boolean renewal) {
        HostPermit permit = rows.hold(Objects.requireNonNull(host.permit())).orElseThrow();
        if (!permit.isOpenAt(clock.instant())) {
            return new Answer.Refused("permit.over");
        }
        return switch (CertificationRequests.read(requestDer)) {
            case CertificationRequests.Reading.Unreadable(String code) -> new Answer.Refused(code);
            case CertificationRequests.Reading.Read(CertificationRequest request) ->
                    request.faults().isEmpty()
                            ? issue(government, host, permit, request, renewal)
                            : new Answer.Refused(request.faults().getFirst());
        };
    }

    private Answer issue(
            LocalGovernmentId government,
            Host host,
            HostPermit permit,
            CertificationRequest request,
            boolean renewal) {
        RequestKey key = orderOf(permit, request);
        RegisteredCertificate base =
                certificates.byId(government, permit.certificate()).orElseThrow();
        CertificateOrder before = orders.ordered(government, base.requestKey()).orElseThrow();
        Optional<FetchedCertificate> known = rows.fetched(key);
        if (known.isEmpty()) {
            Optional<String> objection =
                    permit.used() >= permit.uses()
                            ? Optional.of("permit.used-up")
                            : ground.objection(government, base);
            if (objection.isPresent()) {
                return new Answer.Refused(objection.get());
            }
            if (!new HashSet<>(before.dnsNames()).containsAll(request.hosts())
                    || !request.otherNames().isEmpty()) {
                return new Answer.Refused("request.hosts");
            }
            rows.order(
                    new FetchedCertificate(
                            key,
                            permit.id(),
                            renewal ? predecessor(government, host) : null,
                            Objects.requireNonNull(request.algorithm()),
                            request.publicKeySpki(),
                            FetchedCertificate.State.ORDERED,
                            null,
                            clock.instant()));
            rows.use(permit.id(), 1);
        }
        OrderOutcome outcome =
                orders.place(
                        new CertificateOrder(
                                key,
                                government,
                                before.profile(),
                                before.subject(),
                                before.dnsNames(),
                                request.der(),
                                permit.until().minusSeconds(1)));
        return answer(government, key, outcome, isModified(before, request));
    }

    private Answer answer(
            LocalGovernmentId government, RequestKey key, OrderOutcome outcome, boolean modified) {
        return switch (outcome) {
            case OrderOutcome.Issued(byte[] certificate, var chain) -> {
                boolean standing =
                        rows.fetched(key)
                                .flatMap(one -> Optional.ofNullable(one.certificate()))
                                .flatMap(id -> certificates.byId(government, id))
                                .filter(one -> one.isUsableAt(clock.instant()))
                                .isPresent();
                yield standing
                        ? new Answer.Issued(key, certificate, chain, modified)
                        : new Answer.Refused("certificate.revoked");
            }
            case OrderOutcome.Refused(String code) -> new Answer.Refused(code);
            case OrderOutcome.Accepted _, OrderOutcome.Unavailable _ -> new Answer.Waiting();
        };
    }

    /** Whether the host asked for other names than it gets. */
    private static boolean isModified(CertificateOrder order, CertificationRequest request) {
        return !new HashSet<>(order.dnsNames()).equals(new HashSet<>(request.hosts()))
                || !request.subject().equalsIgnoreCase(order.subject().rfc4514());
    }

    private @Nullable CertificateId predecessor(LocalGovernmentId government, Host host) {
        return host.certificate() == null
                ? null
                : certificates
                        .bySha256(government, host.certificate())
                        .map(RegisteredCertificate::id)
                        .orElse(null);
    }

    /** The same key under the same permit is the same order, in whatever message it comes. */
    private static RequestKey orderOf(HostPermit permit, CertificationRequest request) {
        ByteBuffer hash =
                ByteBuffer.wrap(
                        sha256(
                                (permit.id() + "/" + request.keySha256())
                                        .getBytes(StandardCharsets.US_ASCII)));
        return new RequestKey(new UUID(hash.getLong(), hash.getLong()));
    }

    @Override
    public void settled(CertificateOrder order, OrderOutcome outcome) {
        transactions.inTenant(
                order.government(),
                () ->
                        rows.fetched(order.requestKey())
                                .filter(one -> one.state() == FetchedCertificate.State.ORDERED)
                                .ifPresent(one -> settle(order, one, outcome)));
    }

    private void settle(CertificateOrder order, FetchedCertificate fetched, OrderOutcome outcome) {
        switch (outcome) {
            case OrderOutcome.Issued issued -> register(order, fetched, issued);
            case OrderOutcome.Refused(String code) -> {
                rows.state(order.requestKey(), FetchedCertificate.State.REFUSED, null);
                rows.use(fetched.permit(), -1);
                record("host.issue", fetched, "REFUSED", Map.of("code", code));
            }
            case OrderOutcome.Accepted _, OrderOutcome.Unavailable _ ->
                    throw new IllegalArgumentException("not settled: " + outcome);
        }
    }

    private void register(
            CertificateOrder order, FetchedCertificate fetched, OrderOutcome.Issued issued) {
        LocalGovernmentId government = order.government();
        RegisteredCertificate base =
                rows.hold(fetched.permit())
                        .flatMap(permit -> certificates.byId(government, permit.certificate()))
                        .orElseThrow();
        RegistrationOutcome outcome =
                certificates.register(
                        government,
                        new NewCertificate(
                                order,
                                null,
                                KeyCustody.SUBSCRIBER_HELD,
                                fetched.algorithm(),
                                fetched.publicKeySpki(),
                                base.person(),
                                base.system(),
                                orders.authorityOf(government, order.profile())
                                        .standing(government),
                                base.post(),
                                base.designated(),
                                base.agency(),
                                issued.certificateDer(),
                                issued.chainDer()));
        switch (outcome) {
            case RegistrationOutcome.Registered(RegisteredCertificate certificate) -> {
                rows.state(order.requestKey(), FetchedCertificate.State.ISSUED, certificate.id());
                if (fetched.predecessor() != null) {
                    certificates.follow(government, certificate.id(), fetched.predecessor());
                }
                record(
                        "host.issue",
                        fetched,
                        "ISSUED",
                        Map.of(
                                "certificate", certificate.id().toString(),
                                "sha256", certificate.sha256()));
            }
            case RegistrationOutcome.Unfit(var faults) ->
                    throw new IllegalStateException(
                            "the authority's certificate is not what was ordered: " + faults);
        }
    }

    @Override
    public void confirm(LocalGovernmentId government, Host host, RequestKey order, boolean taken) {
        FetchedCertificate fetched = rows.fetched(order).orElseThrow();
        if (fetched.state() != FetchedCertificate.State.ISSUED) {
            return;
        }
        rows.state(
                order,
                taken ? FetchedCertificate.State.CONFIRMED : FetchedCertificate.State.DECLINED,
                null);
        if (!taken) {
            certificates
                    .byId(government, Objects.requireNonNull(fetched.certificate()))
                    .ifPresent(one -> withdraw(government, one));
        }
        record("host.confirm", fetched, taken ? "CONFIRMED" : "DECLINED", Map.of());
    }

    @Override
    public Optional<String> revoke(
            LocalGovernmentId government, Host host, BigInteger serial, RevocationReason reason) {
        Optional<RegisteredCertificate> found =
                certificates
                        .bySerial(government, serial.toString(16))
                        .filter(one -> isOf(host, one));
        if (found.isEmpty()) {
            return Optional.of("certificate.not-found");
        }
        RegisteredCertificate certificate = found.get();
        if (certificate.isRevoked()) {
            return Optional.of("certificate.revoked");
        }
        RevocationCase opened = revocations.request(government, certificate, reason);
        audit.record(
                new AuditRecord(
                        "host.revoke",
                        null,
                        "certificate",
                        certificate.id().value(),
                        "BLOCKED_AND_REQUESTED",
                        Map.of("reason", reason.name(), "case", opened.id().toString())));
        return Optional.empty();
    }

    /** The certificate with which it speaks, and what was fetched under the same permit. */
    private boolean isOf(Host host, RegisteredCertificate certificate) {
        return certificate.sha256().equals(host.certificate())
                || (host.permit() != null
                        && rows.fetched(certificate.id())
                                .filter(one -> one.permit().equals(host.permit()))
                                .isPresent());
    }

    /** Takes back what its host never took; nobody has used it. */
    private void withdraw(LocalGovernmentId government, RegisteredCertificate certificate) {
        RevocationReason reason = RevocationReason.CESSATION_OF_OPERATION;
        StatusOutcome outcome =
                statuses.change(
                        government, certificate.requestKey(), new StatusChange.Revoke(reason));
        if (outcome instanceof StatusOutcome.Done(Instant since)) {
            certificates.revoked(government, certificate.id(), reason, since);
        }
    }

    private void record(
            String command, FetchedCertificate fetched, String outcome, Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(facts);
        all.put("order", fetched.order().toString());
        audit.record(new AuditRecord(command, null, "host-permit", fetched.permit(), outcome, all));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
