package id.pamong.lifecycle.counter;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.PersonId;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What the rooms further down the road ask of the counter: whose hands were on an application, and
 * whether its applicant has yet to confirm what was keyed. Their commands ask for the right and
 * leave the audit record.
 */
@Component
public class CounterFiles {
    /** Longest sentence on what is wrong, in characters. */
    public static final int CORRECTION = 500;

    private final CounterRows rows;
    private final CounterGate gate;
    private final Notifications notifications;
    private final TenantTransactions transactions;

    CounterFiles(
            CounterRows rows,
            CounterGate gate,
            Notifications notifications,
            TenantTransactions transactions) {
        this.rows = rows;
        this.gate = gate;
        this.notifications = notifications;
        this.transactions = transactions;
    }

    /** The file that was last keyed into the application, if it came on paper. */
    public Optional<CounterFile> of(LocalGovernmentId government, ApplicationId application) {
        return transactions.inTenant(government, () -> lastKeyed(application));
    }

    private Optional<CounterFile> lastKeyed(ApplicationId application) {
        return rows.allOfApplication(application).stream()
                .max(
                        Comparator.comparing(file ->
                                file.last(CounterDeed.Deed.KEYED)
                                        .map(CounterDeed::at)
                                        .orElse(Instant.MIN)));
    }

    /**
     * Who keyed the application or marked its papers as true copies, by any of its files.
     *
     * @param receiversToo whether who only received it counts too
     */
    public Set<PersonId> hands(
            LocalGovernmentId government, ApplicationId application, boolean receiversToo) {
        Set<CounterDeed.Deed> deeds =
                EnumSet.of(
                        CounterDeed.Deed.KEYED,
                        CounterDeed.Deed.CERTIFIED,
                        CounterDeed.Deed.SUBMITTED);
        if (receiversToo) {
            deeds.add(CounterDeed.Deed.RECEIVED);
            deeds.add(CounterDeed.Deed.SCANNED);
            deeds.add(CounterDeed.Deed.DIVIDED);
        }
        return transactions.inTenant(
                government,
                () ->
                        rows.allOfApplication(application).stream()
                                .flatMap(file -> file.deeds().stream())
                                .filter(deed -> deeds.contains(deed.deed()))
                                .map(CounterDeed::person)
                                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether somebody keyed any file of it that the applicant has not confirmed yet. */
    public boolean awaitsConfirmation(LocalGovernmentId government, ApplicationId application) {
        return transactions.inTenant(
                government,
                () ->
                        rows.allOfApplication(application).stream()
                                .filter(file -> file.last(CounterDeed.Deed.KEYED).isPresent())
                                .anyMatch(file -> file.confirmedAt() == null));
    }

    /**
     * The applicant confirms in person what was keyed, from whichever of the files.
     *
     * @param dossierSha256 of what was read
     */
    public void confirmed(Actor applicant, ApplicationId application, String dossierSha256) {
        transactions.inTenant(
                applicant.government(),
                () ->
                        rows.allOfApplication(application).stream()
                                .filter(file -> file.confirmedAt() == null)
                                .forEach(file -> {
                                    rows.confirmed(file.id(), dossierSha256, gate.now());
                                    rows.did(
                                            file.id(),
                                            CounterDeed.Deed.CONFIRMED,
                                            applicant.person(),
                                            gate.now());
                                }));
    }

    /** The applicant found something wrong; whoever keyed it is told. */
    public void sentBack(Actor applicant, ApplicationId application, String what) {
        transactions.inTenant(
                applicant.government(),
                () ->
                        lastKeyed(application)
                                .ifPresent(file -> {
                                    rows.correction(file.id(), what);
                                    rows.move(file, CounterState.CORRECTION);
                                    rows.did(
                                            file.id(),
                                            CounterDeed.Deed.SENT_BACK,
                                            applicant.person(),
                                            gate.now());
                                    file.last(CounterDeed.Deed.KEYED)
                                            .ifPresent(keyed ->
                                                    notifications.tell(
                                                            applicant.government(),
                                                            keyed.person(),
                                                            "counter-sent-back",
                                                            Map.of("number", file.number()),
                                                            "/petugas/loket/" + file.id(),
                                                            List.of()));
                                }));
    }
}
