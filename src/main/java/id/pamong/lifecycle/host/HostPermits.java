package id.pamong.lifecycle.host;

import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.protection.KeyPurpose;
import id.pamong.office.protection.Seals;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Permits for hosts: an officer decides on one, the responsible person draws reference and secret
 * in their own session, and either ends it. So no one in the office holds what a host proves itself
 * with.
 */
@Component
public class HostPermits {
    /** Most certificates under one permit. */
    public static final int MOST_USES = 20;

    /** Longest permit, days. */
    public static final int LONGEST_DAYS = 398;

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int REFERENCE = 12;
    private static final int SECRET = 32;
    private static final int MOST_SHOWN = 20;

    private final HostRows rows;
    private final PermitGround ground;
    private final Certificates certificates;
    private final Seals seals;
    private final LocalGovernments governments;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    HostPermits(
            HostRows rows,
            PermitGround ground,
            Certificates certificates,
            Seals seals,
            LocalGovernments governments,
            Permissions permissions,
            AuditTrail audit,
            TenantTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.ground = ground;
        this.certificates = certificates;
        this.seals = seals;
        this.governments = governments;
        this.permissions = permissions;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A certificate with its permit.
     *
     * @param permit the newest one, or null
     * @param open whether it holds now
     * @param own whether the reader answers for the system
     * @param fetched under it, the newest first
     */
    public record Shown(
            RegisteredCertificate certificate,
            @Nullable HostPermit permit,
            boolean open,
            boolean own,
            List<FetchedCertificate> fetched) {
        public Shown {
            fetched = List.copyOf(fetched);
        }
    }

    /** Of another local government, or of somebody else without the right to read: NotFound. */
    public Shown view(Actor actor, CertificateId id) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    RegisteredCertificate certificate = found(actor, id, "host.view");
                    HostPermit permit = rows.of(id).orElse(null);
                    return new Shown(
                            certificate,
                            permit,
                            permit != null && permit.isOpenAt(clock.instant()),
                            isOwn(actor, certificate),
                            permit == null ? List.of() : rows.under(permit.id(), MOST_SHOWN));
                });
    }

    /**
     * An officer permits.
     *
     * @param uses how many certificates, or null if it cannot be read
     * @param until last day, or null if it cannot be read
     */
    public PermitOutcome grant(
            Actor actor, CertificateId id, @Nullable Integer uses, @Nullable LocalDate until) {
        LocalGovernment home = governments.get(actor.government());
        return transactions.inTenant(
                home.id(),
                () -> {
                    RegisteredCertificate certificate = found(actor, id, "host.permit");
                    Instant now = clock.instant();
                    LocalDate today = home.dateAt(now);
                    List<Finding> findings = new ArrayList<>();
                    ground.objection(home.id(), certificate)
                            .ifPresent(code -> findings.add(Finding.blocking(code, "uses")));
                    if (uses == null || uses < 1 || uses > MOST_USES) {
                        findings.add(Finding.blocking("permit.uses", "uses", MOST_USES));
                    }
                    if (until == null
                            || !until.isAfter(today)
                            || until.isAfter(today.plusDays(LONGEST_DAYS))) {
                        findings.add(Finding.blocking("permit.until", "until", LONGEST_DAYS));
                    }
                    if (uses == null || until == null || !findings.isEmpty()) {
                        return new PermitOutcome.Refused(findings);
                    }
                    rows.of(id)
                            .filter(before -> before.endedAt() == null)
                            .filter(before -> !before.isOpenAt(now))
                            .ifPresent(over -> rows.end(over.id(), over.until()));
                    HostPermit permit =
                            new HostPermit(
                                    UUID.randomUUID(),
                                    id,
                                    uses,
                                    0,
                                    until.plusDays(1).atStartOfDay(home.zone().id()).toInstant(),
                                    now,
                                    null,
                                    null,
                                    null);
                    if (!rows.grant(permit, actor.account().value())) {
                        return new PermitOutcome.Refused(
                                List.of(Finding.blocking("permit.open", "uses")));
                    }
                    record(
                            actor,
                            "host.permit",
                            permit,
                            "PERMITTED",
                            Map.of("uses", uses, "until", until.toString()));
                    return new PermitOutcome.Granted(permit);
                });
    }

    /**
     * The responsible person takes reference and secret, once; drawn anew they take the place of
     * those before.
     */
    public DrawnSecret draw(Actor actor, CertificateId id) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    found(actor, id, "host.draw");
                    HostPermit permit = held(id);
                    String reference = "host-" + drawn(REFERENCE);
                    byte[] secret = drawn(SECRET).getBytes(StandardCharsets.US_ASCII);
                    rows.draw(
                            permit.id(),
                            reference,
                            seals.seal(
                                    KeyPurpose.HOST_SECRET,
                                    actor.government(),
                                    secret,
                                    HostDesk.context(permit.id())),
                            clock.instant());
                    record(
                            actor,
                            "host.draw",
                            permit,
                            permit.reference() == null ? "DRAWN" : "DRAWN_AGAIN",
                            Map.of());
                    return new DrawnSecret(reference, SecretBytes.takeOver(secret));
                });
    }

    /** Nothing more is issued under it; what was issued stays. */
    public void end(Actor actor, CertificateId id) {
        transactions.inTenant(
                actor.government(),
                () -> {
                    found(actor, id, "host.end");
                    HostPermit permit = held(id);
                    rows.end(permit.id(), clock.instant());
                    record(actor, "host.end", permit, "ENDED", Map.of());
                });
    }

    private HostPermit held(CertificateId id) {
        return rows.of(id)
                .flatMap(known -> rows.hold(known.id()))
                .filter(permit -> permit.isOpenAt(clock.instant()))
                .orElseThrow(() -> new Conflict("stale"));
    }

    private RegisteredCertificate found(Actor actor, CertificateId id, String command) {
        RegisteredCertificate certificate =
                certificates
                        .byId(actor.government(), id)
                        .orElseThrow(() -> new NotFound("certificate.not-found"));
        Set<Scope> relation = Set.of(isOwn(actor, certificate) ? Scope.OWN : Scope.OTHERS);
        if (!permissions.mayTry(actor, "host.view", "*", relation.iterator().next())) {
            throw new NotFound("certificate.not-found");
        }
        permissions.require(actor, command, "*", relation);
        return certificate;
    }

    private static boolean isOwn(Actor actor, RegisteredCertificate certificate) {
        return certificate.person().equals(actor.person());
    }

    private String drawn(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private void record(
            Actor actor,
            String command,
            HostPermit permit,
            String outcome,
            Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(facts);
        all.put("certificate", permit.certificate().toString());
        audit.record(
                new AuditRecord(
                        command,
                        actor.account().value(),
                        "host-permit",
                        permit.id(),
                        outcome,
                        all));
    }
}
