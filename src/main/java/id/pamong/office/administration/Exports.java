package id.pamong.office.administration;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.regulation.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets a list out of the house: asks for the right to it and leaves the record. */
@Component
public class Exports {
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 300;

    private final Permissions permissions;
    private final AuditTrail audit;
    private final TenantTransactions transactions;

    Exports(Permissions permissions, AuditTrail audit, TenantTransactions transactions) {
        this.permissions = permissions;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Before a list goes out with identity numbers masked.
     *
     * @param command of the list
     * @param filters in use; never what was typed
     */
    public void begin(Actor actor, String list, String command, Map<String, String> filters) {
        requireList(actor, command);
        record(actor, "page.export", list, Map.of("filters", List.copyOf(filters.keySet())));
    }

    /** Before it goes out with them in clear; the findings say why it does not. */
    public List<Finding> beginClear(
            Actor actor, String list, String command, Map<String, String> filters, String reason) {
        requireList(actor, command);
        permissions.require(actor, "page.export-clear");
        String why = reason.strip();
        boolean looksPersonal = why.contains("@") || why.matches("(?s).*(?:[0-9][ .]?){16,}.*");
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON || looksPersonal) {
            return List.of(Finding.blocking("page.export-reason", "reason", LONGEST_REASON));
        }
        record(
                actor,
                "page.export-clear",
                list,
                Map.of("filters", List.copyOf(filters.keySet()), "reason", why));
        return List.of();
    }

    /**
     * The list itself, however the reader stands to its things; it holds only what they may see.
     */
    private void requireList(Actor actor, String command) {
        boolean allowed = permissions.mayTry(actor, command, "*", Scope.values());
        if (!allowed) {
            permissions.require(actor, command);
        }
    }

    private void record(Actor actor, String command, String list, Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(facts);
        all.put("list", list);
        transactions.inTenant(
                actor.government(),
                () ->
                        audit.record(
                                new AuditRecord(
                                        command,
                                        actor.account().value(),
                                        "list",
                                        null,
                                        "EXPORTED",
                                        all)));
    }
}
