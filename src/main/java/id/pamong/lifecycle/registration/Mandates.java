package id.pamong.lifecycle.registration;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decrees of officers, the appointment as RA and the agreement with the CA, as they were entered.
 * The command that enters one leaves the audit record.
 */
@Component
class Mandates {
    private final JdbcClient jdbc;
    private final TenantTransactions transactions;

    Mandates(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    void enter(LocalGovernmentId government, Appointment appointment) {
        transactions.inTenant(
                government,
                () ->
                        jdbc.sql(
                                        """
                                        insert into officer_appointment
                                            (id, person, post, decree, decreed_on, begins_on, ends_on)
                                        values (:id, :person, :post, :decree, :decreed, :begins, :ends)
                                        """)
                                .param("id", UUID.randomUUID())
                                .param("person", appointment.person().value())
                                .param("post", appointment.post().name())
                                .param("decree", appointment.decree())
                                .param("decreed", appointment.decreedOn())
                                .param("begins", appointment.beginsOn())
                                .param("ends", appointment.endsOn())
                                .update());
    }

    void enter(LocalGovernmentId government, Mandate mandate) {
        transactions.inTenant(
                government,
                () ->
                        jdbc.sql(
                                        """
                                        insert into ra_mandate
                                            (id, kind, authority, number, dated_on, begins_on, ends_on)
                                        values (:id, :kind, :authority, :number, :dated, :begins, :ends)
                                        """)
                                .param("id", UUID.randomUUID())
                                .param("kind", mandate.kind().name())
                                .param("authority", mandate.authority())
                                .param("number", mandate.number())
                                .param("dated", mandate.datedOn())
                                .param("begins", mandate.beginsOn())
                                .param("ends", mandate.endsOn())
                                .update());
    }

    /** The latest appointment of a person to a post that has begun. */
    Optional<Appointment> latest(
            LocalGovernmentId government, PersonId person, Appointment.Post post, LocalDate on) {
        return transactions.inTenant(
                government,
                () ->
                        jdbc.sql(
                                        """
                                        select decree, decreed_on, begins_on, ends_on
                                        from officer_appointment
                                        where person = :person and post = :post and begins_on <= :on
                                        order by begins_on desc, recorded_at desc limit 1
                                        """)
                                .param("person", person.value())
                                .param("post", post.name())
                                .param("on", on)
                                .query((row, line) ->
                                        new Appointment(
                                                person,
                                                post,
                                                row.getString("decree"),
                                                row.getObject("decreed_on", LocalDate.class),
                                                row.getObject("begins_on", LocalDate.class),
                                                date(row.getObject("ends_on", LocalDate.class))))
                                .optional());
    }

    /** Mandates of a kind in force on a day, the newest first. */
    List<Mandate> inForce(LocalGovernmentId government, Mandate.Kind kind, LocalDate on) {
        return transactions.inTenant(
                government,
                () ->
                        jdbc.sql(
                                        """
                                        select authority, number, dated_on, begins_on, ends_on
                                        from ra_mandate
                                        where kind = :kind and begins_on <= :on
                                          and (ends_on is null or ends_on > :on)
                                        order by begins_on desc, recorded_at desc
                                        """)
                                .param("kind", kind.name())
                                .param("on", on)
                                .query((row, line) ->
                                        new Mandate(
                                                kind,
                                                row.getString("authority"),
                                                row.getString("number"),
                                                row.getObject("dated_on", LocalDate.class),
                                                row.getObject("begins_on", LocalDate.class),
                                                date(row.getObject("ends_on", LocalDate.class))))
                                .list());
    }

    /** Ends an officer's appointments; what was decided under them stays. */
    void end(LocalGovernmentId government, PersonId person, Appointment.Post post, LocalDate on) {
        transactions.inTenant(
                government,
                () ->
                        jdbc.sql(
                                        """
                                        update officer_appointment set ends_on = :on
                                        where person = :person and post = :post
                                          and (ends_on is null or ends_on > :on)
                                        """)
                                .param("on", on)
                                .param("person", person.value())
                                .param("post", post.name())
                                .update());
    }

    private static @Nullable LocalDate date(@Nullable LocalDate value) {
        return value;
    }
}
