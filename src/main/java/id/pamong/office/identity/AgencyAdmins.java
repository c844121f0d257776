package id.pamong.office.identity;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.means.AccountRows;
import id.pamong.office.identity.means.AgencyAdminRows;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is admin of which agency, from when to when; one agency for a person. */
@Component
public class AgencyAdmins {
    private static final String COMMAND = "identity.name-agency-admin";

    private final AgencyAdminRows rows;
    private final AccountRows accounts;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    AgencyAdmins(
            AgencyAdminRows rows,
            AccountRows accounts,
            LocalGovernments governments,
            TenantTransactions transactions,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.governments = governments;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The agency that the person is admin of today. */
    public Optional<AgencyId> agencyOf(LocalGovernmentId government, PersonId person) {
        return transactions.inTenant(
                government,
                () -> {
                    LocalDate today = governments.get(government).dateAt(clock.instant());
                    return rows.of(person)
                            .filter(admin -> admin.isInForceOn(today))
                            .map(AgencyAdmin::agency);
                });
    }

    /**
     * Names an admin; one who was admin before, of this agency or another, is that no longer.
     *
     * @param by account that names, null in the demo
     */
    public void name(LocalGovernmentId government, AgencyAdmin admin, @Nullable UUID by) {
        transactions.inTenant(
                government,
                () -> {
                    Instant now = clock.instant();
                    accounts.withdraw(admin.person(), Role.AGENCY_ADMIN, now, by);
                    rows.add(admin, now, by);
                    audit.record(
                            new AuditRecord(
                                    COMMAND,
                                    by,
                                    "person",
                                    admin.person().value(),
                                    "NAMED",
                                    Map.of(
                                            "agency",
                                            admin.agency().toString(),
                                            "from",
                                            admin.from().toString(),
                                            "until",
                                            String.valueOf(admin.until()))));
                });
    }

    /** Ends it at once. */
    public void end(LocalGovernmentId government, PersonId person, @Nullable UUID by) {
        transactions.inTenant(
                government,
                () -> {
                    boolean was = accounts.withdraw(person, Role.AGENCY_ADMIN, clock.instant(), by);
                    audit.record(
                            new AuditRecord(
                                    COMMAND,
                                    by,
                                    "person",
                                    person.value(),
                                    was ? "ENDED" : "NOT_HELD",
                                    Map.of()));
                });
    }
}
