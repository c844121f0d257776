package id.pamong.lifecycle.certificate;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Role;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.Duplicates.PeopleMerging;
import id.pamong.office.organization.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What follows for certificates when two entries are found to be one person: they go over to the
 * entry that stays, each with its key and passphrase, and none is revoked by itself. Where both
 * entries have one of the same kind in force, the owner and the head of the registration authority
 * are told, since one of them names data that are not the person's (MDN-15(1), MDN-17a).
 */
@Component
class MergedOwners {
    private final CertificateRows rows;
    private final Accounts accounts;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    MergedOwners(
            CertificateRows rows,
            Accounts accounts,
            Notifications notifications,
            AuditTrail audit,
            TenantTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.notifications = notifications;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** In the transaction of the merge, before anything moves. */
    @EventListener
    void on(PeopleMerging merging) {
        transactions.inTenant(
                merging.government(),
                () -> doubled(merging.government(), merging.kept(), merging.gone()));
    }

    private void doubled(LocalGovernmentId government, PersonId kept, PersonId gone) {
        Instant now = clock.instant();
        List<RegisteredCertificate> own = inForce(kept, now);
        for (RegisteredCertificate moving : inForce(gone, now)) {
            List<RegisteredCertificate> like =
                    own.stream()
                            .filter(one -> one.system() == null && moving.system() == null)
                            .filter(one -> one.profile() == moving.profile())
                            .toList();
            if (!like.isEmpty()) {
                tell(government, kept, like.getFirst(), moving);
            }
        }
    }

    private List<RegisteredCertificate> inForce(PersonId person, Instant now) {
        return rows.of(person).stream().filter(one -> one.isUsableAt(now)).toList();
    }

    private void tell(
            LocalGovernmentId government,
            PersonId kept,
            RegisteredCertificate own,
            RegisteredCertificate moving) {
        Map<String, String> arguments = Map.of("one", own.serial(), "other", moving.serial());
        Stream.concat(Stream.of(kept), accounts.holdersOf(government, Role.RA_HEAD).stream())
                .distinct()
                .forEach(reader ->
                        notifications.tell(
                                government,
                                reader,
                                reader.equals(kept)
                                        ? "certificate-doubled-own"
                                        : "certificate-doubled",
                                arguments,
                                reader.equals(kept) ? "/sertifikat" : "/petugas/sertifikat",
                                List.of()));
        audit.record(
                new AuditRecord(
                        "certificate.doubled",
                        null,
                        "certificate",
                        moving.id().value(),
                        "TOLD",
                        Map.of("other", own.id().toString())));
    }
}
