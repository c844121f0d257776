package id.pamong.lifecycle.issuance;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.ApplicationSummary;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.enrollment.Step;
import id.pamong.lifecycle.registration.Decisions;
import id.pamong.lifecycle.registration.RaOfficers;
import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.archive.FileKind;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.AccountId;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.letter.LetterKind;
import id.pamong.office.letter.LetterNumber;
import id.pamong.office.letter.Letters;
import id.pamong.office.letter.Signatory;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.protection.Seals;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Regulations;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The officer at the counter: compares the e-KTP with the person, records the minute of presence
 * and hands over a one-time code (MDN-13(4)). Only the applicant's own session can use the code.
 */
@Component
public class Presence {
    /** What the officer confirms, each by itself. */
    public static final List<String> CHECKS =
            List.of("original", "face", "data", "alone", "contacts");

    private static final Locale INDONESIAN = Locale.of("id");
    private static final int LONGEST_PLACE = 120;

    private final Enrollment enrollment;
    private final ActivationRows rows;
    private final Decisions decisions;
    private final RaOfficers officers;
    private final PresenceBars bars;
    private final Accounts accounts;
    private final Permissions permissions;
    private final People people;
    private final LocalGovernments governments;
    private final Regulations regulations;
    private final Letters letters;
    private final Archive archive;
    private final Notifications notifications;
    private final Seals seals;
    private final MessageSource messages;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Presence(
            Enrollment enrollment,
            ActivationRows rows,
            Decisions decisions,
            RaOfficers officers,
            PresenceBars bars,
            Accounts accounts,
            Permissions permissions,
            People people,
            LocalGovernments governments,
            Regulations regulations,
            Letters letters,
            Archive archive,
            Notifications notifications,
            Seals seals,
            MessageSource messages,
            AuditTrail audit,
            TenantTransactions transactions,
            Clock clock) {
        this.enrollment = enrollment;
        this.rows = rows;
        this.decisions = decisions;
        this.officers = officers;
        this.bars = bars;
        this.accounts = accounts;
        this.permissions = permissions;
        this.people = people;
        this.governments = governments;
        this.regulations = regulations;
        this.letters = letters;
        this.archive = archive;
        this.notifications = notifications;
        this.seals = seals;
        this.messages = messages;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came of an identification. */
    public sealed interface Outcome {
        /** The code, shown this once; the minute's number. */
        record Released(String code, String minuteNumber, Instant expiresAt) implements Outcome {}

        /** Something is missing; nothing was recorded. */
        record Refused(List<Finding> findings) implements Outcome {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /** Approved applications whose applicants are to be identified, the oldest first. */
    public List<ApplicationSummary> waiting(Actor officer) {
        permissions.require(officer, "issuance.queue");
        return enrollment.inStates(
                officer.government(),
                Set.of(ApplicationState.APPROVED, ApplicationState.ACTIVATION),
                "",
                null,
                100);
    }

    /** The application to be compared with the person at the counter. */
    public Dossier dossier(Actor officer, ApplicationId id) {
        Dossier dossier = enrollment.dossier(officer.government(), id);
        permissions.require(
                officer, "issuance.identify", dossier.state().name(), scope(officer, dossier));
        return dossier;
    }

    /**
     * Records that the applicant was identified face to face. An earlier code ends.
     *
     * @param confirmed those of {@link #CHECKS} that the officer ticked
     * @param place where it was done
     */
    public Outcome identify(Actor officer, ApplicationId id, Set<String> confirmed, String place) {
        LocalGovernmentId government = officer.government();
        return transactions.inTenant(
                government,
                () -> {
                    Dossier dossier = dossier(officer, id);
                    List<Finding> findings = findings(officer, dossier, confirmed, place);
                    return findings.isEmpty()
                            ? release(officer, dossier, place.strip())
                            : new Outcome.Refused(findings);
                });
    }

    private List<Finding> findings(
            Actor officer, Dossier dossier, Set<String> confirmed, String place) {
        List<Finding> findings =
                new ArrayList<>(officers.objections(officer.government(), officer.person()));
        findings.addAll(bars.findings(officer, dossier));
        for (String check : CHECKS) {
            if (!confirmed.contains(check)) {
                findings.add(Finding.blocking("issuance.check-missing." + check, check));
            }
        }
        if (place.isBlank() || place.length() > LONGEST_PLACE) {
            findings.add(Finding.blocking("issuance.place", "place", LONGEST_PLACE));
        }
        if (decisions.approval(officer.government(), dossier.id()).isEmpty()) {
            findings.add(Finding.blocking("issuance.no-approval", null));
        }
        Optional<AccountId> account =
                accounts.accountOf(officer.government(), dossier.applicant().person());
        if (account.flatMap(it -> accounts.lastMeansChange(officer.government(), it)).isEmpty()) {
            findings.add(Finding.blocking("issuance.means-missing", null));
        }
        return findings;
    }

    private Outcome release(Actor officer, Dossier dossier, String place) {
        LocalGovernmentId government = officer.government();
        Instant now = clock.instant();
        String code = OneTimeCode.fresh(random);
        LocalGovernment of = governments.get(government);
        int hours =
                regulations.byHash(dossier.regulationHash()).setting("issue.codeHours").number();
        Instant expires = now.plus(Duration.ofHours(hours));
        LetterNumber number =
                letters.nextNumber(government, LetterKind.PRESENCE_MINUTE, of.dateAt(now));
        FileId minute = minute(officer, dossier, place, now, number);
        rows.identified(
                dossier.id(),
                dossier.applicant().person(),
                officer.person(),
                number.text(),
                minute,
                hash(seals, government, new ActivationId(dossier.id().value()), code),
                expires,
                now);
        if (dossier.state() == ApplicationState.APPROVED) {
            enrollment.advance(government, dossier.id(), dossier.version(), Step.BEGIN_ACTIVATION);
        }
        notifications.tell(
                government,
                dossier.applicant().person(),
                "issuance.identified",
                Map.of("application", dossier.number(), "minute", number.text()),
                "/aktivasi/" + dossier.id(),
                List.of());
        audit.record(
                new AuditRecord(
                        "issuance.identify",
                        officer.account().value(),
                        "application",
                        dossier.id().value(),
                        "IDENTIFIED",
                        Map.of("minute", number.text(), "file", minute.toString())));
        return new Outcome.Released(code, number.text(), expires);
    }

    private FileId minute(
            Actor officer, Dossier dossier, String place, Instant now, LetterNumber number) {
        Person signer = people.get(officer.government(), officer.person());
        byte[] pdf =
                letters.pdf(
                        officer.government(),
                        "presence-minute",
                        Map.of(
                                "number", number.text(),
                                "applicant",
                                        people.get(
                                                officer.government(), dossier.applicant().person()),
                                "officer", signer,
                                "at", now,
                                "place", place,
                                "checks", CHECKS.stream().map(this::sentence).toList(),
                                "signatory",
                                        signatory(governments.get(officer.government()), signer)));
        return archive.store(
                officer.government(), FileKind.PRESENCE_MINUTE, "application/pdf", pdf);
    }

    private Signatory signatory(LocalGovernment government, Person officer) {
        return new Signatory(
                messages.getMessage(
                        "issuance.minute.officer",
                        new Object[] {letters.registrationAuthority(government)},
                        INDONESIAN),
                officer.displayName(),
                officer.rank(),
                officer.groupedNip(),
                messages.getMessage("issuance.minute.note", null, INDONESIAN));
    }

    private String sentence(String check) {
        return messages.getMessage("issuance.check." + check, null, INDONESIAN);
    }

    /** Nobody identifies oneself. */
    private static Set<Scope> scope(Actor officer, Dossier dossier) {
        return Set.of(
                dossier.applicant().person().equals(officer.person()) ? Scope.OWN : Scope.OTHERS);
    }

    static byte[] hash(
            Seals seals, LocalGovernmentId government, ActivationId activation, String code) {
        return seals.blindIndex(
                government, "activation-code", activation + ":" + OneTimeCode.normal(code));
    }
}
