package id.pamong.office.identity;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.means.AccountRows;
import id.pamong.office.identity.means.AuditorRows;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.PersonId;
import id.pamong.office.regulation.Finding;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who audits a local government, from day to day (CJR-27(2)). Nobody audits the office they work
 * in: an auditor holds none of the roles {@link #AUDITED}, and nobody is given one of those while
 * they audit or are still to audit.
 */
@Component
public class Auditors {
    /** Longest number of a letter, in characters. */
    public static final int LETTER = 100;

    /** Roles whose work is audited. */
    public static final Set<Role> AUDITED =
            Set.copyOf(EnumSet.of(Role.RA_OFFICER, Role.RA_HEAD, Role.ADMINISTRATOR));

    private static final String COMMAND = "identity.name-auditor";

    private final AuditorRows rows;
    private final AccountRows accounts;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    Auditors(
            AuditorRows rows,
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

    /** As auditor now or from a coming day on. */
    public Optional<Auditor> of(LocalGovernmentId government, PersonId person) {
        return transactions.inTenant(
                government, () -> rows.of(person).filter(one -> !isOver(government, one)));
    }

    /**
     * Names an auditor; the naming before, if there was one, ends.
     *
     * @param letter number of the letter of assignment
     * @param from first day, or null when none could be read
     * @param until last day, or null
     * @return everything against it; empty when it was done
     */
    public List<Finding> name(
            LocalGovernmentId government,
            PersonId person,
            String letter,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable UUID by) {
        return transactions.inTenant(
                government,
                () -> {
                    accounts.hold(person);
                    List<Finding> findings = new ArrayList<>();
                    String number = letter.strip();
                    if (number.isEmpty() || number.length() > LETTER) {
                        findings.add(Finding.blocking("auditor.letter", "letter", LETTER));
                    }
                    if (from == null || (until != null && until.isBefore(from))) {
                        findings.add(Finding.blocking("auditor.dates", "from"));
                    } else if (until != null && until.isBefore(today(government))) {
                        findings.add(Finding.blocking("auditor.over", "until"));
                    }
                    if (accounts.holdsAny(person, AUDITED)) {
                        findings.add(Finding.blocking("auditor.not-independent", "letter"));
                    }
                    if (findings.isEmpty() && from != null) {
                        accounts.withdraw(person, Role.AUDITOR, clock.instant(), by);
                        Auditor named = new Auditor(person, number, from, until);
                        rows.add(named, clock.instant(), by);
                        record(
                                person,
                                "NAMED",
                                Map.of(
                                        "letter",
                                        number,
                                        "from",
                                        from.toString(),
                                        "until",
                                        String.valueOf(until)),
                                by);
                    }
                    return findings;
                });
    }

    /** Ends it at once. */
    public void end(LocalGovernmentId government, PersonId person, @Nullable UUID by) {
        transactions.inTenant(
                government,
                () -> {
                    boolean was = accounts.withdraw(person, Role.AUDITOR, clock.instant(), by);
                    record(person, was ? "ENDED" : "NOT_HELD", Map.of(), by);
                });
    }

    private boolean isOver(LocalGovernmentId government, Auditor one) {
        LocalDate until = one.until();
        return until != null && until.isBefore(today(government));
    }

    private LocalDate today(LocalGovernmentId government) {
        return governments.get(government).dateAt(clock.instant());
    }

    private void record(
            PersonId person, String outcome, Map<String, Object> facts, @Nullable UUID by) {
        audit.record(new AuditRecord(COMMAND, by, "person", person.value(), outcome, facts));
    }
}
