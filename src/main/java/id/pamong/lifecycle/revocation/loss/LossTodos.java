package id.pamong.lifecycle.revocation.loss;

import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Todo;
import id.pamong.office.identity.TodoSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Papers that wait for the owner or the superior, and the emergency code that is not printed. */
@Component
class LossTodos implements TodoSource {
    private final LossRows rows;
    private final UrgentRows urgent;
    private final Certificates certificates;
    private final TenantTransactions transactions;
    private final Clock clock;

    LossTodos(
            LossRows rows,
            UrgentRows urgent,
            Certificates certificates,
            TenantTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.urgent = urgent;
        this.certificates = certificates;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<Todo> todosFor(Actor actor) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    List<Todo> todos = new ArrayList<>();
                    rows.toAcknowledge(actor.person())
                            .forEach(report -> todos.add(todo(report, "acknowledge")));
                    rows.of(actor.person()).stream()
                            .filter(report -> !report.isComplete())
                            .filter(report -> !onlyAcknowledgement(report))
                            .forEach(report -> todos.add(todo(report, "papers")));
                    if (urgent.codeMadeAt(actor.person()).isEmpty()) {
                        certificates
                                .signing(actor.government(), actor.person(), clock.instant())
                                .stream()
                                .findFirst()
                                .ifPresent(one ->
                                        todos.add(
                                                new Todo(
                                                        Todo.State.MINE,
                                                        "keyloss.todo.code",
                                                        List.of(),
                                                        "keyloss.todo.code.verb",
                                                        "/kode-darurat",
                                                        one.registeredAt(),
                                                        "")));
                    }
                    return todos;
                });
    }

    private static boolean onlyAcknowledgement(LossReport report) {
        return report.missing().equals(List.of(LossPaper.ACKNOWLEDGEMENT));
    }

    private static Todo todo(LossReport report, String verb) {
        return new Todo(
                Todo.State.MINE,
                "keyloss.todo." + verb,
                List.of(report.number()),
                "keyloss.todo." + verb + ".verb",
                "/laporan-kunci/" + report.id(),
                report.reportedAt(),
                "");
    }
}
