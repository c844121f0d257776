package id.pamong.lifecycle.registration;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.PersonId;
import id.pamong.office.refusal.Conflict;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The first run: the recorded ceremony by which an empty installation gets its local government,
 * its keys and its first officers (MDN-3(3), 18, 20(1)). Its power ends by itself when the second
 * officer's certificate is active.
 */
@Component
public class FirstRun {
    private final CeremonyRows rows;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    FirstRun(
            CeremonyRows rows,
            LocalGovernments governments,
            TenantTransactions transactions,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.governments = governments;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A new one-time path {@code /perdana/<token>} for the console, in place of the one before;
     * empty when the first run is complete. Only the token's hash is kept.
     */
    public Optional<String> newPath() {
        return transactions.withoutTenant(() ->
                rows.unfinished().isEmpty() && !governments.all().isEmpty()
                        ? Optional.empty()
                        : Optional.of(path()));
    }

    /**
     * A new one-time path for the ceremony of a further local government in this installation; for
     * the one that is under way, if there is one.
     */
    public String furtherPath() {
        return transactions.withoutTenant(this::path);
    }

    private String path() {
        String token = FirstRunToken.random();
        byte[] hash = FirstRunToken.hash(token);
        rows.unfinished()
                .ifPresentOrElse(
                        begun -> rows.renewToken(begun.id(), hash),
                        () ->
                                rows.begin(
                                        new CeremonyId(UUID.randomUUID()),
                                        new LocalGovernmentId(UUID.randomUUID()),
                                        hash,
                                        clock.instant()));
        return "/perdana/" + token;
    }

    /**
     * The ceremony that gives the ground to issue this person's officer certificate without a
     * decision of the RA: the person was entered in it as officer, has no certificate from it yet,
     * and its power has not ended.
     */
    public Optional<CeremonyId> groundFor(LocalGovernmentId government, PersonId person) {
        return transactions.inTenant(
                government,
                () ->
                        rows.of(government)
                                .filter(found -> found.step() == CeremonyStep.OFFICERS)
                                .filter(found ->
                                        officers().stream()
                                                .anyMatch(member ->
                                                        member.person().equals(person)
                                                                && !member.isCertified()))
                                .map(CeremonyView::id));
    }

    /**
     * Issuance says in its own transaction that the officer's certificate is active; with the
     * second officer the ceremony's power ends.
     *
     * @param serial hexadecimal serial number of the certificate
     */
    public void certificateActive(LocalGovernmentId government, PersonId person, String serial) {
        transactions.inTenant(
                government,
                () -> {
                    CeremonyId ceremony =
                            groundFor(government, person)
                                    .orElseThrow(() -> new Conflict("first-run.no-ground"));
                    rows.certified(person, serial, clock.instant());
                    rows.record(ceremony, "certificate", serial, clock.instant());
                    if (officers().stream().allMatch(CeremonyMember::isCertified)) {
                        rows.record(ceremony, "complete", "", clock.instant());
                        rows.complete(ceremony, clock.instant());
                        audit.record(
                                new AuditRecord(
                                        "registration.end-first-run",
                                        null,
                                        "ceremony",
                                        ceremony.value(),
                                        "COMPLETE",
                                        Map.of("officers", officers().size())));
                    }
                });
    }

    private List<CeremonyMember> officers() {
        return rows.members().stream()
                .filter(member -> member.post() == Appointment.Post.OFFICER)
                .toList();
    }
}
