package id.pamong.lifecycle.enrollment;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.regulation.ChecklistItem;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An application made from an earlier one: for a renewal (MDN-14) or after a key was lost
 * (MDN-15(2)b). Type, uses and papers come along; the letters too while the owner is in the same
 * agency and post. What no longer counts is left out and named, and the truth is declared anew.
 */
@Component
public class Reapplication {
    private final Applications applications;
    private final ApplicationLetters letters;
    private final People people;
    private final LocalGovernments governments;
    private final Regulations regulations;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    Reapplication(
            Applications applications,
            ApplicationLetters letters,
            People people,
            LocalGovernments governments,
            Regulations regulations,
            AuditTrail audit,
            TenantTransactions transactions,
            Clock clock) {
        this.applications = applications;
        this.letters = letters;
        this.people = people;
        this.governments = governments;
        this.regulations = regulations;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What has to be given anew, since it changed or no longer counts. */
    public enum Change {
        /** Another agency or post: both letters are asked for again. */
        POSTING,
        /** A decree or designation has ended. */
        DECREE_ENDED,
        /** A system's host makes a new request for its new key. */
        NEW_REQUEST,
        /** There is no earlier dossier here: everything is given anew. */
        NO_DOSSIER
    }

    /**
     * What was begun.
     *
     * @param existing whether an application of the type was open already and nothing was changed
     * @param changes what the owner still has to give
     */
    public record Begun(ApplicationId id, boolean existing, List<Change> changes) {
        public Begun {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Begins a draft for the person from an earlier dossier. Joins the open transaction.
     *
     * @param source the earlier application, or empty for a certificate from before
     * @param by account on whose command, or null
     */
    public Begun begin(
            LocalGovernmentId government,
            PersonId owner,
            Optional<ApplicationId> source,
            @Nullable UUID by) {
        return transactions.inTenant(
                government,
                () -> {
                    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    LocalGovernment home = governments.get(government);
                    RegulationProfile profile =
                            regulations.profile(home.regulationId(), home.dateAt(now));
                    Person person = people.get(government, owner);
                    Dossier blank = ApplicationDesk.draft(person, profile, now);
                    Optional<Dossier> earlier =
                            source.flatMap(applications::find)
                                    .filter(found -> found.applicant().person().equals(owner));
                    List<Change> changes = new ArrayList<>();
                    Dossier draft =
                            earlier.map(from -> copied(blank, from, home.dateAt(now), changes))
                                    .orElse(blank);
                    if (!applications.begin(draft)) {
                        ApplicationId open =
                                applications
                                        .openOf(owner, draft.type())
                                        .orElseThrow(() -> new Conflict("stale"));
                        return new Begun(open, true, List.of());
                    }
                    earlier.ifPresentOrElse(
                            from -> bring(profile, from, draft, changes, now),
                            () -> changes.add(Change.NO_DOSSIER));
                    audit.record(
                            new AuditRecord(
                                    "enrollment.start",
                                    by,
                                    "application",
                                    draft.id().value(),
                                    "STARTED",
                                    Map.of(
                                            "from",
                                            source.map(ApplicationId::toString).orElse(""),
                                            "changes",
                                            changes.stream().map(Enum::name).toList())));
                    return new Begun(draft.id(), false, changes);
                });
    }

    private static Dossier copied(
            Dossier blank, Dossier from, LocalDate today, List<Change> changes) {
        Particulars particulars = from.particulars();
        Particulars.SystemClaim system = particulars.system();
        if (system != null) {
            changes.add(Change.NEW_REQUEST);
            particulars =
                    new Particulars(
                            particulars.position(),
                            new Particulars.SystemClaim(
                                    system.system(), system.systemName(), system.hosts(), ""),
                            particulars.sponsorship());
        }
        if (particulars.endsOn().filter(end -> end.isBefore(today)).isPresent()) {
            changes.add(Change.DECREE_ENDED);
        }
        return new Dossier(
                blank.id(),
                "",
                0,
                blank.state(),
                from.type(),
                from.uses(),
                blank.regulationId(),
                blank.regulationHash(),
                blank.applicant(),
                blank.officialEmail(),
                blank.emailConfirmedAt(),
                from.duties(),
                from.purpose(),
                particulars,
                List.of(),
                List.of(),
                null,
                null,
                blank.createdAt(),
                blank.changedAt(),
                List.of(),
                "");
    }

    private void bring(
            RegulationProfile profile,
            Dossier from,
            Dossier draft,
            List<Change> changes,
            Instant now) {
        Set<String> asked =
                profile.checklist(draft.type()).stream()
                        .map(ChecklistItem::item)
                        .collect(Collectors.toUnmodifiableSet());
        Set<String> decrees =
                Set.of(DossierPaper.APPOINTMENT_DECREE, DossierPaper.AUTHORITY_DESIGNATION);
        from.papers().stream()
                .filter(paper -> asked.contains(paper.item()))
                .filter(paper -> !paper.item().equals(DossierPaper.APPLICATION_LETTER))
                .filter(paper ->
                        !changes.contains(Change.DECREE_ENDED) || !decrees.contains(paper.item()))
                .forEach(paper -> applications.putPaper(draft.id(), paper));
        boolean samePost =
                from.applicant().agency().equals(draft.applicant().agency())
                        && from.applicant().post().equals(draft.applicant().post());
        if (samePost) {
            from.endorsements().forEach(letter -> letters.link(draft.id(), letter, now));
        } else if (!from.endorsements().isEmpty()) {
            changes.add(Change.POSTING);
        }
    }
}
