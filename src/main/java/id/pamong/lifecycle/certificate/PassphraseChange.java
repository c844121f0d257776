package id.pamong.lifecycle.certificate;

import id.pamong.authority.custody.Custody;
import id.pamong.authority.custody.OpenKey;
import id.pamong.authority.custody.OpeningOutcome;
import id.pamong.authority.custody.PassphraseRule;
import id.pamong.authority.custody.ResealedKey;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.page.Dates;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The owner puts the key kept here under another passphrase (MDN-1.14, 17d). A wrong old one counts
 * like a wrong one at signing; the key itself, and so the certificate, stays the same.
 */
@Component
public class PassphraseChange {
    private static final String COMMAND = "certificate.passphrase";

    private final Certificates certificates;
    private final Custody custody;
    private final PassphraseRule rule;
    private final People people;
    private final LocalGovernments governments;
    private final Notifications notifications;
    private final Dates dates;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    PassphraseChange(
            Certificates certificates,
            Custody custody,
            PassphraseRule rule,
            People people,
            LocalGovernments governments,
            Notifications notifications,
            Dates dates,
            Permissions permissions,
            AuditTrail audit,
            TenantTransactions transactions,
            Clock clock) {
        this.certificates = certificates;
        this.custody = custody;
        this.rule = rule;
        this.people = people;
        this.governments = governments;
        this.notifications = notifications;
        this.dates = dates;
        this.permissions = permissions;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The owner's own certificate whose key lies here; anything else is NotFound. */
    public RegisteredCertificate certificate(Actor actor, CertificateId id) {
        permissions.require(actor, COMMAND, "*", Set.of(Scope.OWN));
        return certificates
                .byId(actor.government(), id)
                .filter(one -> one.person().equals(actor.person()) && isOffered(one))
                .orElseThrow(() -> new NotFound("certificate.not-found"));
    }

    /** Whether there is a key here that can still be of use to its owner. */
    public boolean isOffered(RegisteredCertificate certificate) {
        return certificate.isKeyHere()
                && !certificate.isRevoked()
                && !certificate.isExpiredAt(clock.instant());
    }

    /**
     * Changes it.
     *
     * @param old that opens the key now; the caller keeps and closes all three
     */
    public PassphraseOutcome change(
            Actor actor,
            CertificateId id,
            SecretBytes old,
            SecretBytes fresh,
            SecretBytes repeated) {
        LocalGovernmentId government = actor.government();
        RegisteredCertificate certificate = certificate(actor, id);
        List<Finding> findings = new ArrayList<>();
        if (old.length() == 0) {
            findings.add(Finding.blocking("certificate.passphrase-missing", "passphrase"));
        } else if (old.sameAs(fresh)) {
            findings.add(Finding.blocking("certificate.passphrase-same", "newPassphrase"));
        }
        rule.check(fresh, repeated, KnownOwner.of(people.get(government, actor.person())))
                .forEach(one -> findings.add(atNewPassphrase(one)));
        if (!findings.isEmpty()) {
            return new PassphraseOutcome.Refused(findings);
        }
        return switch (custody.open(government, certificate.key(), old)) {
            case OpeningOutcome.WrongPassphrase(int left) -> {
                record(actor, id, "WRONG_PASSPHRASE", Map.of("left", left));
                yield refused("certificate.passphrase-wrong", left);
            }
            case OpeningOutcome.Blocked(Instant until) -> {
                record(actor, id, "KEY_BLOCKED", Map.of());
                yield refused(
                        "certificate.passphrase-blocked",
                        dates.time(until, governments.get(government)));
            }
            case OpeningOutcome.Opened(OpenKey key) -> {
                try (key) {
                    store(actor, certificate, custody.reseal(government, key, fresh));
                }
                yield new PassphraseOutcome.Changed();
            }
        };
    }

    private void store(Actor actor, RegisteredCertificate certificate, ResealedKey resealed) {
        LocalGovernmentId government = actor.government();
        transactions.inTenant(
                government,
                () -> {
                    if (!custody.replace(government, resealed)) {
                        throw new Conflict("stale");
                    }
                    notifications.tell(
                            government,
                            actor.person(),
                            "certificate-passphrase",
                            Map.of(
                                    "subject", certificate.subject(),
                                    "at", dates.at(clock.instant(), governments.get(government))),
                            "/kunci-hilang",
                            List.of());
                    record(actor, certificate.id(), "CHANGED", Map.of());
                });
    }

    private static PassphraseOutcome refused(String code, Object argument) {
        return new PassphraseOutcome.Refused(
                List.of(Finding.blocking(code, "passphrase", argument)));
    }

    /** The rule speaks of the field of activation. */
    private static Finding atNewPassphrase(Finding one) {
        return "passphrase".equals(one.field())
                ? Finding.blocking(one.code(), "newPassphrase", one.arguments().toArray())
                : one;
    }

    private void record(Actor actor, CertificateId id, String outcome, Map<String, Object> facts) {
        transactions.inTenant(
                actor.government(),
                () ->
                        audit.record(
                                new AuditRecord(
                                        COMMAND,
                                        actor.account().value(),
                                        "certificate",
                                        id.value(),
                                        outcome,
                                        facts)));
    }
}
