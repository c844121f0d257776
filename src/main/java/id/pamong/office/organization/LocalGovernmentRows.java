package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LocalGovernmentRows {
    private static final String SELECT =
            """
            select id, slug, name, kind, place, head_title, deputy_title, province, region_code, zone,
                   regulation_id, ra_office_agency, mail_domains, accent, address
            from local_government
            """;

    private final JdbcClient jdbc;

    LocalGovernmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<LocalGovernment> all() {
        return jdbc.sql(SELECT + "order by slug").query(LocalGovernmentRows::read).list();
    }

    Optional<LocalGovernment> byId(LocalGovernmentId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(LocalGovernmentRows::read)
                .optional();
    }

    Optional<LocalGovernment> bySlug(String slug) {
        return jdbc.sql(SELECT + "where slug = :slug")
                .param("slug", slug)
                .query(LocalGovernmentRows::read)
                .optional();
    }

    void add(LocalGovernmentId id, NewLocalGovernment government, Instant at) {
        jdbc.sql(
                        """
                        insert into local_government (id, slug, name, kind, place, head_title,
                            deputy_title, province, region_code, zone, regulation_id, mail_domains,
                            accent, address, created_at)
                        values (:id, :slug, :name, :kind, :place, :headTitle, :deputyTitle, :province,
                            :regionCode, :zone, :regulationId, :mailDomains, :accent, :address, :at)
                        """)
                .param("id", id.value())
                .param("slug", government.slug())
                .param("name", government.name())
                .param("kind", government.kind().name())
                .param("place", government.place())
                .param("headTitle", government.headTitle())
                .param("deputyTitle", government.deputyTitle())
                .param("province", government.province())
                .param("regionCode", government.regionCode())
                .param("zone", government.zone().name())
                .param("regulationId", government.regulationId())
                .param("mailDomains", government.mailDomains().toArray(String[]::new))
                .param("accent", government.accent())
                .param("address", government.address().toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void nameRaOffice(LocalGovernmentId id, AgencyId agency) {
        jdbc.sql("update local_government set ra_office_agency = :agency where id = :id")
                .param("agency", agency.value())
                .param("id", id.value())
                .update();
    }

    private static LocalGovernment read(ResultSet row, int number) throws SQLException {
        return new LocalGovernment(
                new LocalGovernmentId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("name"),
                GovernmentKind.valueOf(row.getString("kind")),
                row.getString("place"),
                row.getString("head_title"),
                row.getString("deputy_title"),
                row.getString("province"),
                row.getString("region_code"),
                Zone.valueOf(row.getString("zone")),
                row.getString("regulation_id"),
                agency(row.getObject("ra_office_agency", UUID.class)),
                texts(row.getArray("mail_domains")),
                row.getString("accent"),
                texts(row.getArray("address")));
    }

    private static @Nullable AgencyId agency(@Nullable UUID id) {
        return id == null ? null : new AgencyId(id);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
