package id.pamong.lifecycle.issuance.web;

import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.ApplicationSummary;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.issuance.Activation;
import id.pamong.lifecycle.issuance.ActivationStep;
import id.pamong.lifecycle.issuance.Issuance;
import id.pamong.lifecycle.registration.FirstRun;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Todo;
import id.pamong.office.identity.TodoSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What waits for the applicant, and for what the applicant waits. */
@Component
class ActivationTodos implements TodoSource {
    private final Issuance issuance;
    private final Enrollment enrollment;
    private final FirstRun firstRun;
    private final Clock clock;

    ActivationTodos(Issuance issuance, Enrollment enrollment, FirstRun firstRun, Clock clock) {
        this.issuance = issuance;
        this.enrollment = enrollment;
        this.firstRun = firstRun;
        this.clock = clock;
    }

    @Override
    public List<Todo> todosFor(Actor actor) {
        List<Todo> todos = new ArrayList<>();
        List<Activation> open = issuance.openOf(actor);
        for (Activation activation : open) {
            if (activation.step() != ActivationStep.PRESENCE) {
                todos.add(
                        new Todo(
                                activation.step() == ActivationStep.ORDERED
                                        ? Todo.State.THEIRS
                                        : Todo.State.MINE,
                                "issuance.todo." + activation.step(),
                                List.of(),
                                "issuance.todo.verb",
                                "/aktivasi/" + activation.id(),
                                activation.changedAt(),
                                ""));
            }
        }
        if (open.isEmpty() && firstRun.groundFor(actor.government(), actor.person()).isPresent()) {
            todos.add(
                    new Todo(
                            Todo.State.MINE,
                            "issuance.todo.officer",
                            List.of(),
                            "issuance.todo.verb",
                            "/aktivasi/pengelola",
                            clock.instant(),
                            ""));
        }
        for (ApplicationSummary mine : enrollment.ofPerson(actor.government(), actor.person())) {
            if (mine.state() == ApplicationState.APPROVED) {
                todos.add(
                        new Todo(
                                Todo.State.MINE,
                                "issuance.todo.PRESENCE",
                                List.of(mine.number()),
                                "issuance.todo.see",
                                "/aktivasi/" + mine.id(),
                                mine.changedAt(),
                                ""));
            }
        }
        return todos;
    }
}
