package id.pamong.lifecycle.enrollment;

import id.pamong.lifecycle.subscriber.MailboxRequest;
import id.pamong.lifecycle.subscriber.MailboxRequests;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Todo;
import id.pamong.office.identity.TodoSource;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What waits on the home pages of applicants, superiors and heads of agencies. */
@Component
class EnrollmentTodos implements TodoSource {
    private final Applications applications;
    private final ApplicationLetters letters;
    private final CollectiveRows collectives;
    private final People people;
    private final MailboxRequests mailboxes;
    private final MessageSource messages;
    private final TenantTransactions transactions;

    EnrollmentTodos(
            Applications applications,
            ApplicationLetters letters,
            CollectiveRows collectives,
            People people,
            MailboxRequests mailboxes,
            MessageSource messages,
            TenantTransactions transactions) {
        this.applications = applications;
        this.letters = letters;
        this.collectives = collectives;
        this.people = people;
        this.mailboxes = mailboxes;
        this.messages = messages;
        this.transactions = transactions;
    }

    @Override
    public List<Todo> todosFor(Actor actor) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    List<Todo> todos = new ArrayList<>();
                    letters.askedOf(actor.person(), 50).forEach(asked -> todos.add(toGive(asked)));
                    collectives
                            .batchesAskedOf(actor.person())
                            .forEach(asked -> todos.add(toGive(asked)));
                    applications.ofPerson(actor.person()).stream()
                            .limit(10)
                            .forEach(own -> ownTodo(actor, own, todos));
                    mailboxes
                            .of(actor.government(), actor.person())
                            .ifPresent(wish -> mailboxTodo(actor, wish, todos));
                    return todos;
                });
    }

    private static Todo toGive(LetterRequest asked) {
        return new Todo(
                Todo.State.MINE,
                asked.minute()
                        ? "enrollment.todo.minute"
                        : switch (asked.kind()) {
                            case RECOMMENDATION -> "enrollment.todo.recommend";
                            case COVER_LETTER -> "enrollment.todo.cover";
                        },
                List.of(asked.applicantName()),
                asked.minute() ? "enrollment.todo.verb.record" : "enrollment.todo.verb.give",
                asked.path(),
                asked.askedAt(),
                "");
    }

    private static Todo toGive(CollectiveRows.AskedBatch asked) {
        return new Todo(
                Todo.State.MINE,
                "enrollment.todo.give-list",
                List.of(asked.people(), asked.title()),
                "enrollment.todo.verb.give",
                ListGiverDesk.path(asked.batch()),
                asked.since(),
                "");
    }

    private void ownTodo(Actor actor, ApplicationSummary own, List<Todo> todos) {
        switch (own.state()) {
            case DRAFT -> todos.add(mine(own, "enrollment.todo.continue"));
            case RETURNED -> todos.add(mine(own, "enrollment.todo.returned"));
            case ENDORSEMENT -> {
                Map<Endorsement.Kind, LetterRequest> requests = letters.requests(own.id());
                Set<Endorsement.Kind> given =
                        letters.of(own.id()).stream()
                                .map(Endorsement::kind)
                                .collect(Collectors.toSet());
                boolean complete = !given.isEmpty() && given.containsAll(requests.keySet());
                boolean unconfirmed =
                        collectives
                                .member(own.id())
                                .filter(member ->
                                        member.standing() == CollectiveMember.Standing.TO_CONFIRM)
                                .isPresent();
                if (unconfirmed) {
                    todos.add(mine(own, "enrollment.todo.confirm"));
                } else if (complete) {
                    todos.add(mine(own, "enrollment.todo.ready"));
                } else if (requests.isEmpty()) {
                    todos.add(mine(own, "enrollment.todo.continue"));
                } else {
                    String names =
                            requests.values().stream()
                                    .map(LetterRequest::asked)
                                    .distinct()
                                    .map(asked -> people.get(actor.government(), asked))
                                    .map(Person::displayName)
                                    .collect(Collectors.joining(", "));
                    todos.add(theirs(own, "enrollment.todo.waits-letters", names));
                }
            }
            case SUBMITTED, VERIFICATION ->
                    todos.add(
                            theirs(
                                    own,
                                    "enrollment.todo.waits-office",
                                    messages.getMessage(
                                            "enrollment.todo.office",
                                            new Object[0],
                                            LocaleContextHolder.getLocale())));
            case REJECTED ->
                    todos.add(done(own, "enrollment.todo.rejected", "/permohonan/" + own.id()));
            case RECEIVED -> todos.add(done(own, "enrollment.todo.received", "/sertifikat"));
            case WITHDRAWN -> {
                if (!own.number().isEmpty()) {
                    todos.add(done(own, "enrollment.todo.withdrawn", "/permohonan/" + own.id()));
                }
            }
            case APPROVED, ACTIVATION, FORWARDED, ISSUED -> {
                // From the approval on the room of issuance says what comes next.
            }
        }
    }

    private void mailboxTodo(Actor actor, MailboxRequest wish, List<Todo> todos) {
        applications.ofPerson(actor.person()).stream()
                .filter(own -> own.state().isEditable())
                .findFirst()
                .ifPresent(own ->
                        todos.add(
                                wish.awaitsProof()
                                        ? mine(own, "enrollment.todo.mailbox-proposed")
                                        : theirs(
                                                own,
                                                "enrollment.todo.waits-mailbox",
                                                messages.getMessage(
                                                        "enrollment.todo.mail-administrator",
                                                        new Object[0],
                                                        LocaleContextHolder.getLocale()))));
    }

    private static Todo mine(ApplicationSummary own, String title) {
        return todo(Todo.State.MINE, own, title, "enrollment.todo.verb.continue", "");
    }

    private static Todo theirs(ApplicationSummary own, String title, String whom) {
        return todo(Todo.State.THEIRS, own, title, "enrollment.todo.verb.look", whom);
    }

    private static Todo done(ApplicationSummary own, String title, String path) {
        return new Todo(
                Todo.State.DONE,
                title,
                List.of(own.number()),
                "enrollment.todo.verb.look",
                path,
                own.changedAt(),
                "");
    }

    private static Todo todo(
            Todo.State state, ApplicationSummary own, String title, String verb, String whom) {
        return new Todo(
                state,
                title,
                List.of(own.number()),
                verb,
                "/permohonan/" + own.id(),
                own.changedAt(),
                whom);
    }
}
