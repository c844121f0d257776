package id.pamong.lifecycle.revocation;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.regulation.Finding;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The emergency contact of a local government's certification authority. */
@Repository
public class AuthorityContacts {
    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Clock clock;

    AuthorityContacts(
            JdbcClient jdbc,
            TenantTransactions transactions,
            Permissions permissions,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The contact, or {@link AuthorityContact#NONE} while none is kept. */
    public AuthorityContact of(LocalGovernmentId government) {
        return transactions.inTenant(
                government,
                () ->
                        jdbc.sql("select name, phone, email, hours from authority_contact")
                                .query((row, _) ->
                                        new AuthorityContact(
                                                row.getString("name"),
                                                row.getString("phone"),
                                                row.getString("email"),
                                                row.getString("hours")))
                                .optional()
                                .orElse(AuthorityContact.NONE));
    }

    /**
     * Keeps the contact.
     *
     * @return everything wrong with it; empty when it is kept
     */
    public List<Finding> keep(Actor actor, AuthorityContact contact) {
        permissions.require(actor, "revocation.set-contact");
        List<Finding> findings = new ArrayList<>();
        if (contact.name().isEmpty()) {
            findings.add(Finding.blocking("revocation.contact-name", "name"));
        }
        if (!contact.phone().matches("[+0-9][0-9 ().-]{5,30}")) {
            findings.add(Finding.blocking("revocation.contact-phone", "phone"));
        }
        if (!contact.email().isEmpty() && !contact.email().matches("[^@\\s]+@[^@\\s]+")) {
            findings.add(Finding.blocking("revocation.contact-email", "email"));
        }
        if (findings.isEmpty()) {
            transactions.inTenant(
                    actor.government(),
                    () -> {
                        jdbc.sql(
                                        """
                                        insert into authority_contact
                                            (name, phone, email, hours, changed_at, changed_by)
                                        values (:name, :phone, :email, :hours, :at, :by)
                                        on conflict (tenant) do update set name = excluded.name,
                                            phone = excluded.phone, email = excluded.email,
                                            hours = excluded.hours,
                                            changed_at = excluded.changed_at,
                                            changed_by = excluded.changed_by
                                        """)
                                .param("name", contact.name())
                                .param("phone", contact.phone())
                                .param("email", contact.email())
                                .param("hours", contact.hours())
                                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                                .param("by", actor.account().value())
                                .update();
                        audit.record(
                                new AuditRecord(
                                        "revocation.set-contact",
                                        actor.account().value(),
                                        "local-government",
                                        actor.government().value(),
                                        "SET",
                                        Map.of()));
                    });
        }
        return findings;
    }
}
