package id.pamong.office.identity.means;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.letter.Letters;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.refusal.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Claim codes on paper: a list to be signed and one slip per person, as one PDF. The codes are in
 * the paper alone.
 */
@Component
public class ClaimSheets {
    private final TenantTransactions transactions;
    private final People people;
    private final Claims claims;
    private final Letters letters;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Clock clock;

    ClaimSheets(
            TenantTransactions transactions,
            People people,
            Claims claims,
            Letters letters,
            Permissions permissions,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.people = people;
        this.claims = claims;
        this.letters = letters;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A slip.
     *
     * @param code as typed by its person
     */
    public record Slip(String name, String nip, String agency, String code) {
        @Override
        public String toString() {
            return "Slip[REDACTED]";
        }
    }

    /** Makes new codes for these people and prints them; older codes on paper end. */
    public byte[] print(Actor actor, LocalGovernment government, List<PersonId> chosen) {
        permissions.require(actor, "identity.claim-sheet");
        return transactions.inTenant(
                government.id(),
                () -> {
                    List<Slip> slips =
                            chosen.stream().map(id -> slip(actor, government, id)).toList();
                    byte[] pdf =
                            letters.pdf(
                                    government.id(),
                                    "claim-sheet",
                                    Map.of(
                                            "slips",
                                            slips,
                                            "on",
                                            government.dateAt(clock.instant()),
                                            "path",
                                            "/" + government.slug() + "/akun/klaim"));
                    audit.record(
                            new AuditRecord(
                                    "identity.claim-sheet",
                                    actor.account().value(),
                                    "claim-sheet",
                                    null,
                                    "PRINTED",
                                    Map.of(
                                            "people",
                                            chosen.stream().map(PersonId::toString).toList())));
                    return pdf;
                });
    }

    private Slip slip(Actor actor, LocalGovernment government, PersonId id) {
        Person person =
                people.byId(government.id(), id)
                        .orElseThrow(() -> new NotFound("person.not-found"));
        return new Slip(
                person.displayName(),
                person.groupedNip(),
                person.agencyName(),
                claims.sheetCode(government.id(), id, actor.account().value()));
    }
}
