package id.pamong.lifecycle.enrollment;

import id.pamong.office.database.Keyset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Applications as lists, inside an open transaction. */
@Repository
class ApplicationLists {
    private final JdbcClient jdbc;

    ApplicationLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ApplicationSummary> list(ApplicationSearch wanted, @Nullable UUID after, int limit) {
        Keyset keyset =
                new Keyset(
                        "application", "application", wanted.order().column(), wanted.descending());
        return jdbc.sql(
                        "select "
                                + Applications.SUMMARY
                                + " from application where state = any (:states)"
                                + (wanted.text().isEmpty()
                                        ? ""
                                        : " and (lower(display_name) like :text"
                                                + " or lower(number) like :text)")
                                + (wanted.applicant() == null ? "" : " and person = :applicant")
                                + (wanted.type() == null ? "" : " and type = :type")
                                + (wanted.agency() == null ? "" : " and agency = :agency")
                                + (wanted.from() == null ? "" : " and changed_at >= :from")
                                + (wanted.before() == null ? "" : " and changed_at < :before")
                                + " and "
                                + keyset.condition()
                                + keyset.order())
                .param("states", Applications.names(wanted.states()))
                .param(
                        "text",
                        "%" + Applications.escaped(wanted.text().toLowerCase(Locale.ROOT)) + "%")
                .param("applicant", wanted.applicant() == null ? null : wanted.applicant().value())
                .param("type", wanted.type() == null ? null : wanted.type().name())
                .param("agency", wanted.agency() == null ? null : wanted.agency().value())
                .param("from", wanted.from() == null ? null : Applications.at(wanted.from()))
                .param("before", wanted.before() == null ? null : Applications.at(wanted.before()))
                .param("after", after)
                .param("limit", limit)
                .query(Applications::summary)
                .list();
    }
}
