package id.pamong.lifecycle.enrollment;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.Post;
import id.pamong.office.organization.PostHolding;
import id.pamong.office.organization.PostId;
import id.pamong.office.organization.Posts;
import id.pamong.office.organization.PostsChanged;
import id.pamong.office.regulation.Regulations;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A letter that was asked for follows the post: when its holder changes, the request goes to the
 * successor or to whoever acts, and both are told. While nobody holds the post it stays where it is
 * and the applicant is told once.
 */
@Component
class LetterRouting {
    /** Longer than any machine is off between two years. */
    private static final int LOOKING_BACK_DAYS = 31;

    private final ApplicationLetters letters;
    private final Enrollment enrollment;
    private final LetterGivers givers;
    private final Posts posts;
    private final Regulations regulations;
    private final LocalGovernments governments;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final MovedLists lists;
    private final TenantTransactions transactions;
    private final Clock clock;

    LetterRouting(
            ApplicationLetters letters,
            Enrollment enrollment,
            LetterGivers givers,
            Posts posts,
            Regulations regulations,
            LocalGovernments governments,
            Notifications notifications,
            AuditTrail audit,
            MovedLists lists,
            TenantTransactions transactions,
            Clock clock) {
        this.letters = letters;
        this.enrollment = enrollment;
        this.givers = givers;
        this.posts = posts;
        this.regulations = regulations;
        this.governments = governments;
        this.notifications = notifications;
        this.audit = audit;
        this.lists = lists;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** In the transaction of the change. */
    @EventListener
    void on(PostsChanged changed) {
        transactions.inTenant(
                changed.government(),
                () -> follow(governments.get(changed.government()), changed.post()));
    }

    /** What the calendar changed: a term that ended or began without anyone doing anything. */
    void followCalendar() {
        for (LocalGovernment government : governments.all()) {
            transactions.inTenant(
                    government.id(),
                    () -> {
                        LocalDate today = government.dateAt(clock.instant());
                        posts
                                .changing(
                                        government.id(), today.minusDays(LOOKING_BACK_DAYS), today)
                                .stream()
                                .map(Post::id)
                                .forEach(post -> follow(government, post));
                    });
        }
    }

    private void follow(LocalGovernment government, PostId post) {
        List<LetterRequest> waiting =
                posts.history(government.id(), post).stream()
                        .map(PostHolding::person)
                        .distinct()
                        .flatMap(person -> letters.waitingFor(person).stream())
                        .toList();
        waiting.forEach(request -> follow(government, request));
    }

    private void follow(LocalGovernment government, LetterRequest request) {
        Dossier dossier = enrollment.dossier(government.id(), request.application());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LetterGivers.Answer answer =
                givers.look(
                        government,
                        regulations.byHash(dossier.regulationHash()),
                        dossier.applicant().person(),
                        request.kind(),
                        government.dateAt(now));
        switch (answer) {
            case LetterGivers.Answer.By(LetterGivers.Giver giver) -> {
                if (!giver.person().id().equals(request.asked())) {
                    move(government.id(), request, dossier, giver, now);
                }
            }
            case LetterGivers.Answer.Nobody(String post) -> {
                if (letters.tellVacantOnce(request.application(), request.kind())) {
                    tell(
                            government.id(),
                            dossier.applicant().person(),
                            "letter-vacant",
                            Map.of("post", post),
                            "/permohonan/" + dossier.id());
                }
            }
        }
    }

    private void move(
            LocalGovernmentId government,
            LetterRequest request,
            Dossier dossier,
            LetterGivers.Giver giver,
            Instant now) {
        PersonId successor = giver.person().id();
        boolean toTell = letters.passOn(request, giver, now);
        Map<String, String> names =
                Map.of(
                        "applicant", dossier.applicant().displayName(),
                        "giver", giver.person().displayName(),
                        "title", giver.title());
        CollectiveBatchId batch = request.batch();
        if (batch == null || giver.recordsMinute()) {
            tell(
                    government,
                    successor,
                    LetterRequest.message(request.kind(), giver.recordsMinute()),
                    Map.of("applicant", dossier.applicant().displayName()),
                    LetterRequest.path(
                            request.kind(), request.application(), giver.recordsMinute()));
            tell(government, request.asked(), "letter-moved-away", names, "/beranda");
        } else if (toTell) {
            lists.tellMoved(government, batch, request.asked(), giver);
        }
        tell(
                government,
                dossier.applicant().person(),
                "letter-moved",
                names,
                "/permohonan/" + dossier.id());
        audit.record(
                new AuditRecord(
                        "enrollment.route-letter",
                        null,
                        "application",
                        dossier.id().value(),
                        "MOVED",
                        Map.of(
                                "kind", request.kind().name(),
                                "from", request.asked().toString(),
                                "to", successor.toString())));
    }

    private void tell(
            LocalGovernmentId government,
            PersonId person,
            String message,
            Map<String, String> arguments,
            String path) {
        notifications.tell(government, person, message, arguments, path, List.of());
    }
}
