package id.pamong.office.administration;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.identity.Todo;
import id.pamong.office.identity.TodoSource;
import id.pamong.office.organization.MoveDecree;
import id.pamong.office.organization.MoveDecrees;
import java.time.Instant;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * A transfer decree waits for its second person; lines that failed on the day wait for the office.
 */
@Component
class MoveTodos implements TodoSource {
    private final MoveDecrees decrees;
    private final MessageSource messages;

    MoveTodos(MoveDecrees decrees, MessageSource messages) {
        this.decrees = decrees;
        this.messages = messages;
    }

    @Override
    public List<Todo> todosFor(Actor actor) {
        if (!actor.is(Role.ADMINISTRATOR) && !actor.is(Role.RA_HEAD)) {
            return List.of();
        }
        return decrees.waiting(actor.government()).stream()
                .map(it ->
                        switch (it.state()) {
                            case AWAITING ->
                                    decrees.isOwn(
                                                    actor.government(),
                                                    it,
                                                    actor.account().value(),
                                                    actor.person())
                                            ? todo(it, Todo.State.THEIRS, "awaiting")
                                            : todo(it, Todo.State.MINE, "second");
                            case APPROVED -> todo(it, Todo.State.MINE, "stuck");
                            case DONE, UNDONE -> todo(it, Todo.State.MINE, "open");
                        })
                .toList();
    }

    private Todo todo(MoveDecree it, Todo.State state, String what) {
        Instant ended = it.endedAt();
        return new Todo(
                state,
                "administration.moves.todo." + what,
                List.of(it.decree(), it.moves(), it.open()),
                "administration.moves.todo." + what + ".verb",
                "/pengelola/sk-mutasi/" + it.id(),
                ended == null ? it.enteredAt() : ended,
                state == Todo.State.MINE
                        ? ""
                        : messages.getMessage(
                                "administration.moves.second-someone",
                                null,
                                LocaleContextHolder.getLocale()));
    }
}
