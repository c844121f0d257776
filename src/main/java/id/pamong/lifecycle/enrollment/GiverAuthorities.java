package id.pamong.lifecycle.enrollment;

import id.pamong.office.organization.HeadshipKind;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The right by which each letter was given. */
@Repository
class GiverAuthorities {
    private final JdbcClient jdbc;

    GiverAuthorities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps it with its letter, once. */
    void keep(UUID letter, GiverAuthority it) {
        HeadshipKind kind = it.kind();
        jdbc.sql(
                        """
                        insert into letter_authority (letter, basis, title, kind, decree, from_on,
                            until_on)
                        values (:letter, :basis, :title, :kind, :decree, :from, :until)
                        """)
                .param("letter", letter)
                .param("basis", it.basis().name())
                .param("title", it.title())
                .param("kind", kind == null ? null : kind.name())
                .param("decree", it.decree())
                .param("from", it.from())
                .param("until", it.until())
                .update();
    }

    /** Of the letters in a dossier, by letter. */
    Map<UUID, GiverAuthority> of(ApplicationId id) {
        return jdbc
                .sql(
                        """
                        select l.letter, l.basis, l.title, l.kind, l.decree, l.from_on, l.until_on
                        from application_letter a
                        join letter_authority l on l.tenant = a.tenant and l.letter = a.letter
                        where a.application = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> {
                    String kind = row.getString("kind");
                    return Map.entry(
                            row.getObject("letter", UUID.class),
                            new GiverAuthority(
                                    GiverAuthority.Basis.valueOf(row.getString("basis")),
                                    row.getString("title"),
                                    kind == null ? null : HeadshipKind.valueOf(kind),
                                    row.getString("decree"),
                                    row.getObject("from_on", LocalDate.class),
                                    row.getObject("until_on", LocalDate.class)));
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
