package id.pamong.lifecycle.enrollment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.Absences;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.WaitingTimes;
import id.pamong.office.regulation.Regulations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Letters that wait go on by the clock. When whoever was asked is on leave, or no longer gives the
 * letter, it is asked of the one who does now. After some days that one is reminded, after more the
 * next superior is told. Each step is taken once for each time a letter was asked for, however
 * often this runs and on how many nodes.
 */
@Component
class LetterReminders {
    private final ApplicationLetters letters;
    private final Enrollment enrollment;
    private final LetterGivers givers;
    private final Regulations regulations;
    private final People people;
    private final Absences absences;
    private final MovedLists lists;
    private final LocalGovernments governments;
    private final Notifications notifications;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    LetterReminders(
            ApplicationLetters letters,
            Enrollment enrollment,
            LetterGivers givers,
            Regulations regulations,
            People people,
            Absences absences,
            MovedLists lists,
            LocalGovernments governments,
            Notifications notifications,
            TenantTransactions transactions,
            AuditTrail audit,
            Clock clock) {
        this.letters = letters;
        this.enrollment = enrollment;
        this.givers = givers;
        this.regulations = regulations;
        this.people = people;
        this.absences = absences;
        this.lists = lists;
        this.governments = governments;
        this.notifications = notifications;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every hour, for every local government. */
    @Configuration(proxyBeanMethods = false)
    static class Hourly {
        @Bean
        static RecurringTask<Void> letterReminders(
                LetterReminders reminders, LocalGovernments governments) {
            return Tasks.recurring("letter-reminders", FixedDelay.ofHours(1))
                    .execute((instance, context) -> {
                        governments.each(reminders::run);
                    });
        }
    }

    /** What is due now, letter by letter, each in a transaction of its own. */
    void run(LocalGovernmentId government) {
        List<LetterRequest> open =
                transactions.inTenant(government, () -> letters.waitingSince(clock.instant()));
        open.forEach(request -> transactions.inTenant(government, () -> step(government, request)));
    }

    private void step(LocalGovernmentId government, LetterRequest seen) {
        Optional<LetterRequest> still =
                letters.held(seen.application(), seen.kind())
                        .filter(request -> request.askedAt().equals(seen.askedAt()));
        if (still.isEmpty()) {
            return;
        }
        LetterRequest request = still.get();
        LocalGovernment home = governments.get(government);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Dossier dossier = enrollment.dossier(government, request.application());
        PersonId applicant = dossier.applicant().person();
        Optional<LetterGivers.Giver> giver =
                givers.expected(
                        home,
                        regulations.byHash(dossier.regulationHash()),
                        applicant,
                        request.kind(),
                        home.dateAt(now));
        if (giver.isPresent() && !giver.get().person().id().equals(request.asked())) {
            passOn(government, request, giver.get(), now);
            return;
        }
        WaitingTimes times = absences.waitingTimes(government);
        if (isDue(request, times.remindDays(), now)
                && letters.firstTime(request, "REMINDED", request.asked(), now)) {
            tell(government, request, request.asked(), "letter-reminder-");
            record(request, "REMINDED", request.asked());
        }
        if (isDue(request, times.escalateDays(), now)) {
            above(government, request.asked(), applicant, home.dateAt(now))
                    .filter(next -> letters.firstTime(request, "ESCALATED", next, now))
                    .ifPresent(next -> {
                        tell(government, request, next, "letter-escalated-");
                        record(request, "ESCALATED", next);
                    });
        }
    }

    private static boolean isDue(LetterRequest request, int days, Instant now) {
        return !now.isBefore(request.askedAt().plus(Duration.ofDays(days)));
    }

    private void passOn(
            LocalGovernmentId government,
            LetterRequest request,
            LetterGivers.Giver giver,
            Instant now) {
        PersonId to = giver.person().id();
        boolean toTell = letters.passOn(request, giver, now);
        record(request, "PASSED_ON", to);
        CollectiveBatchId batch = request.batch();
        if (batch != null && !giver.recordsMinute()) {
            if (toTell) {
                lists.tellMoved(government, batch, request.asked(), giver);
            }
            return;
        }
        notifications.tell(
                government,
                to,
                "letter-passed-on-" + request.kind().name(),
                Map.of(
                        "applicant",
                        request.applicantName(),
                        "asked",
                        people.get(government, request.asked()).displayName()),
                LetterRequest.path(request.kind(), request.application(), giver.recordsMinute()),
                List.of());
        notifications.tell(
                government,
                request.asked(),
                "letter-passed-from-" + request.kind().name(),
                Map.of(
                        "applicant",
                        request.applicantName(),
                        "now",
                        people.get(government, to).displayName()),
                "/beranda",
                List.of());
    }

    /** The superior of whoever was asked; neither that one nor the applicant, so it never turns. */
    private Optional<PersonId> above(
            LocalGovernmentId government, PersonId asked, PersonId applicant, LocalDate on) {
        return people.superiorOf(government, asked, on)
                .map(Person::id)
                .filter(next -> !next.equals(asked) && !next.equals(applicant));
    }

    private void tell(
            LocalGovernmentId government, LetterRequest request, PersonId person, String message) {
        boolean theirs = !message.startsWith("letter-escalated");
        notifications.tell(
                government,
                person,
                message + request.kind().name(),
                Map.of(
                        "applicant",
                        request.applicantName(),
                        "asked",
                        people.get(government, request.asked()).displayName()),
                theirs ? request.path() : "/beranda",
                List.of());
    }

    private void record(LetterRequest request, String outcome, PersonId person) {
        audit.record(
                new AuditRecord(
                        "enrollment.remind",
                        null,
                        "application",
                        request.application().value(),
                        outcome,
                        Map.of("letter", request.kind().name(), "person", person.toString())));
    }
}
