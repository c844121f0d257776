package id.pamong.lifecycle.subscriber;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Todo;
import id.pamong.office.identity.TodoSource;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many people wait for an address, on the mail administrator's home page. */
@Component
class MailboxTodos implements TodoSource {
    private final MailboxList list;
    private final Permissions permissions;
    private final Clock clock;

    MailboxTodos(MailboxList list, Permissions permissions, Clock clock) {
        this.list = list;
        this.permissions = permissions;
        this.clock = clock;
    }

    @Override
    public List<Todo> todosFor(Actor actor) {
        if (!permissions.isOpenTo(actor.roles(), MailboxList.COMMAND)) {
            return List.of();
        }
        int waiting = list.count(actor.government(), false);
        return waiting == 0
                ? List.of()
                : List.of(
                        new Todo(
                                Todo.State.MINE,
                                "subscriber.todo.mailboxes",
                                List.of(waiting),
                                "subscriber.todo.mailboxes.verb",
                                MailboxList.PATH,
                                clock.instant(),
                                ""));
    }
}
