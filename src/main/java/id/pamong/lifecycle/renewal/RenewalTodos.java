package id.pamong.lifecycle.renewal;

import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Todo;
import id.pamong.office.identity.TodoSource;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.page.Dates;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** A certificate that ends soon waits for its owner. */
@Component
class RenewalTodos implements TodoSource {
    private final Certificates certificates;
    private final Renewals renewals;
    private final LocalGovernments governments;
    private final Dates dates;
    private final Clock clock;

    RenewalTodos(
            Certificates certificates,
            Renewals renewals,
            LocalGovernments governments,
            Dates dates,
            Clock clock) {
        this.certificates = certificates;
        this.renewals = renewals;
        this.governments = governments;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public List<Todo> todosFor(Actor actor) {
        LocalGovernment home = governments.get(actor.government());
        Instant now = clock.instant();
        return certificates.of(actor.government(), actor.person()).stream()
                .filter(one -> one.isUsableAt(now))
                .filter(one -> renewals.objections(actor.government(), one).isEmpty())
                .filter(one -> renewals.underWay(actor.government(), one.id()).isEmpty())
                .map(one ->
                        new Todo(
                                Todo.State.MINE,
                                "renewal.todo",
                                List.of(dates.on(one.notAfter(), home)),
                                "renewal.todo.verb",
                                "/sertifikat/" + one.id() + "/perbarui",
                                one.registeredAt(),
                                ""))
                .toList();
    }
}
