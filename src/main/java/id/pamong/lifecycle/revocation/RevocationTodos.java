package id.pamong.lifecycle.revocation;

import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.identity.Todo;
import id.pamong.office.identity.TodoSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What waits for an officer, for the head of the RA office, and for the owner. */
@Component
class RevocationTodos implements TodoSource {
    private static final int MOST = 20;

    private final CaseFile file;
    private final CaseRows rows;
    private final TenantTransactions transactions;

    RevocationTodos(CaseFile file, CaseRows rows, TenantTransactions transactions) {
        this.file = file;
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public List<Todo> todosFor(Actor actor) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    List<Todo> todos = new ArrayList<>();
                    Set<CaseState> mine = EnumSet.noneOf(CaseState.class);
                    if (actor.is(Role.RA_OFFICER)) {
                        mine.addAll(Set.of(CaseState.REQUESTED, CaseState.BY_HAND));
                    }
                    if (actor.is(Role.RA_HEAD)) {
                        mine.add(CaseState.OBJECTED);
                    }
                    if (actor.is(Role.RA_OFFICER)) {
                        rows.objectionsOver(file.today(actor.government()), MOST).stream()
                                .filter(it -> !it.person().equals(actor.person()))
                                .forEach(it -> todos.add(todo(it, Todo.State.MINE, "due")));
                    }
                    if (!mine.isEmpty()) {
                        rows.in(mine, MOST).stream()
                                .filter(it -> !it.person().equals(actor.person()))
                                .forEach(it -> todos.add(todo(it, Todo.State.MINE, "decide")));
                    }
                    rows.of(actor.person()).stream()
                            .filter(it -> !it.state().isFinal())
                            .forEach(it ->
                                    todos.add(
                                            it.state() == CaseState.NOTICED
                                                    ? todo(it, Todo.State.MINE, "answer")
                                                    : todo(it, Todo.State.THEIRS, "see")));
                    return todos;
                });
    }

    private static Todo todo(RevocationCase it, Todo.State state, String verb) {
        return new Todo(
                state,
                "revocation.todo." + verb,
                List.of(it.number()),
                "revocation.todo." + verb + ".verb",
                "/pencabutan/" + it.id(),
                it.openedAt(),
                state == Todo.State.THEIRS ? "RA" : "");
    }
}
