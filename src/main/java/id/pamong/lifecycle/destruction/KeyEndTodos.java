package id.pamong.lifecycle.destruction;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Todo;
import id.pamong.office.identity.TodoSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** A key that its owner kept waits for the statement of its destruction. */
@Component
class KeyEndTodos implements TodoSource {
    private final KeyEnds ends;

    KeyEndTodos(KeyEnds ends) {
        this.ends = ends;
    }

    @Override
    public List<Todo> todosFor(Actor actor) {
        return ends.awaited(actor).stream()
                .map(one ->
                        new Todo(
                                Todo.State.MINE,
                                "destruction.todo",
                                List.of(one.certificate().subject()),
                                "destruction.todo.verb",
                                "/sertifikat/" + one.certificate().id() + "/pemusnahan",
                                one.end().endedAt(),
                                ""))
                .toList();
    }
}
