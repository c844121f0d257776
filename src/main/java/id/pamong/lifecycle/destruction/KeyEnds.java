package id.pamong.lifecycle.destruction;

import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.archive.Archive;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.Keyset;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keys whose certificates have ended (MDN-17f, CJR-18f): the owner states that every copy is
 * destroyed, or has the one kept here destroyed at once.
 */
@Component
public class KeyEnds {
    private final KeyEndRows rows;
    private final Statements statements;
    private final Certificates certificates;
    private final Archive archive;
    private final LocalGovernments governments;
    private final Regulations regulations;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    KeyEnds(
            KeyEndRows rows,
            Statements statements,
            Certificates certificates,
            Archive archive,
            LocalGovernments governments,
            Regulations regulations,
            Permissions permissions,
            AuditTrail audit,
            TenantTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.statements = statements;
        this.certificates = certificates;
        this.archive = archive;
        this.governments = governments;
        this.regulations = regulations;
        this.permissions = permissions;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * An ended certificate with what became of its key.
     *
     * @param means among which the owner chooses
     */
    public record Shown(RegisteredCertificate certificate, KeyEnd end, Set<KeyEnd.Means> means) {}

    /** The owner's own; of one that has not ended, or of another person, NotFound. */
    public Shown view(Actor actor, CertificateId id) {
        permissions.require(actor, "key-end.state", "*", Set.of(Scope.OWN));
        return transactions.inTenant(
                actor.government(),
                () -> {
                    RegisteredCertificate certificate =
                            certificates
                                    .byId(actor.government(), id)
                                    .filter(one -> one.person().equals(actor.person()))
                                    .orElseThrow(() -> new NotFound("certificate.not-found"));
                    return new Shown(
                            certificate,
                            rows.byId(id)
                                    .or(() -> asked(actor.government(), certificate))
                                    .orElseThrow(() -> new NotFound("certificate.not-found")),
                            KeyEndRule.means(certificate));
                });
    }

    /** The actor's own that are awaited from them: kept by themselves and not yet stated. */
    public List<Shown> awaited(Actor actor) {
        return transactions.inTenant(
                actor.government(),
                () ->
                        certificates.of(actor.government(), actor.person()).stream()
                                .filter(one -> !one.isKeyHere())
                                .flatMap(one ->
                                        rows
                                                .byId(one.id())
                                                .filter(end -> end.done() == null)
                                                .map(end ->
                                                        new Shown(one, end, KeyEndRule.means(one)))
                                                .stream())
                                .toList());
    }

    /**
     * The owner's statement. The key kept here is destroyed with it.
     *
     * @param means how it was destroyed, or null when nothing was chosen
     */
    public KeyEndOutcome state(
            Actor actor, CertificateId id, KeyEnd.@Nullable Means means, boolean declared) {
        LocalGovernment home = governments.get(actor.government());
        return transactions.inTenant(
                home.id(),
                () -> {
                    Shown shown = view(actor, id);
                    rows.open(shown.end());
                    KeyEnd held = rows.hold(id).orElseThrow();
                    if (held.done() != null) {
                        return new KeyEndOutcome.Stated(held.done());
                    }
                    List<Finding> findings = new ArrayList<>();
                    if (means == null || !shown.means().contains(means)) {
                        findings.add(Finding.blocking("destruction.means", "means"));
                    }
                    if (!declared) {
                        findings.add(Finding.blocking("destruction.not-declared", "declared"));
                    }
                    if (means == null || !findings.isEmpty()) {
                        return new KeyEndOutcome.Refused(findings);
                    }
                    KeyEnd.Done done =
                            statements.end(
                                    home, shown.certificate(), KeyEnd.By.OWNER, means, now());
                    audit.record(
                            new AuditRecord(
                                    "key-end.state",
                                    actor.account().value(),
                                    "certificate",
                                    id.value(),
                                    "STATED",
                                    facts(done)));
                    return new KeyEndOutcome.Stated(done);
                });
    }

    /** The statement, PDF; for its owner, the officers and auditors. */
    public byte[] statement(Actor actor, CertificateId id) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    boolean own =
                            certificates
                                    .byId(actor.government(), id)
                                    .filter(one -> one.person().equals(actor.person()))
                                    .isPresent();
                    if (!permissions.allows(
                            actor, "key-end.paper", "*", Set.of(own ? Scope.OWN : Scope.OTHERS))) {
                        throw new NotFound("certificate.not-found");
                    }
                    return rows.byId(id)
                            .flatMap(end -> Optional.ofNullable(end.done()))
                            .map(done -> archive.read(actor.government(), done.file()))
                            .orElseThrow(() -> new NotFound("certificate.not-found"));
                });
    }

    /** A page of all, by the day of the end. */
    public List<KeyEnd> list(
            LocalGovernmentId government,
            boolean awaited,
            boolean descending,
            @Nullable UUID after,
            int limit) {
        return transactions.inTenant(
                government,
                () ->
                        rows.list(
                                new Keyset("key_end", "k", "ended_at", descending),
                                awaited,
                                after,
                                limit));
    }

    /** What is asked when this certificate has ended by now. */
    Optional<KeyEnd> asked(LocalGovernmentId government, RegisteredCertificate certificate) {
        LocalGovernment home = governments.get(government);
        RegulationProfile profile = regulations.profile(home.regulationId());
        return KeyEndRule.of(
                certificate,
                clock.instant(),
                home.dateAt(KeyEndRule.endOf(certificate)),
                profile.setting("custody.destroyDays").number(),
                profile.setting("custody.statementDays").number());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static Map<String, Object> facts(KeyEnd.Done done) {
        return Map.of(
                "means", done.means().name(),
                "statement", done.number(),
                "file", done.file().toString());
    }
}
