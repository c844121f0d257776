package id.pamong.lifecycle.registration;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.ApplicationSummary;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.identity.Todo;
import id.pamong.office.identity.TodoSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits for an officer: the cases on the own desk and those on nobody's. */
@Component
class DeskTodos implements TodoSource {
    private static final int MOST = 20;

    private final Enrollment enrollment;
    private final VerificationDesk desk;
    private final OfficerWatch watch;

    DeskTodos(Enrollment enrollment, VerificationDesk desk, OfficerWatch watch) {
        this.enrollment = enrollment;
        this.desk = desk;
        this.watch = watch;
    }

    @Override
    public List<Todo> todosFor(Actor actor) {
        List<Todo> todos = new ArrayList<>(watch.todosFor(actor));
        if (!actor.is(Role.RA_OFFICER)) {
            return todos;
        }
        List<ApplicationSummary> waiting =
                enrollment.inStates(actor.government(), VerificationDesk.TO_VERIFY, "", null, MOST);
        Map<ApplicationId, VerificationDesk.Holder> holders =
                desk.holders(
                        actor.government(), waiting.stream().map(ApplicationSummary::id).toList());
        waiting.stream()
                .filter(one -> !one.applicant().equals(actor.person()))
                .filter(one -> isFreeFor(actor, holders.get(one.id())))
                .map(one ->
                        new Todo(
                                Todo.State.MINE,
                                "registration.todo",
                                List.of(one.number(), one.applicantName()),
                                "registration.todo.verb",
                                "/petugas/permohonan/" + one.id(),
                                one.queuedAt(),
                                ""))
                .forEach(todos::add);
        return todos;
    }

    private static boolean isFreeFor(Actor actor, VerificationDesk.@Nullable Holder holder) {
        return holder == null || holder.officer().equals(actor.person());
    }
}
