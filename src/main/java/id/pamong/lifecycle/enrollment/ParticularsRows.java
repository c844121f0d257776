package id.pamong.lifecycle.enrollment;

import id.pamong.lifecycle.subscriber.PolicyId;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.SystemId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an application claims of posts, systems and sponsors. */
@Repository
class ParticularsRows {
    private final JdbcClient jdbc;

    ParticularsRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Particulars of(ApplicationId id) {
        return new Particulars(position(id), system(id), sponsorship(id));
    }

    void put(ApplicationId id, Particulars particulars) {
        if (particulars.position() != null) {
            put(id, particulars.position());
        }
        if (particulars.system() != null) {
            put(id, particulars.system());
        }
        if (particulars.sponsorship() != null) {
            put(id, particulars.sponsorship());
        }
    }

    /** Whether another application that may still lead to a certificate has a request over it. */
    boolean isKeyClaimed(ApplicationId but, String keySha256) {
        return jdbc.sql(
                        """
                        select exists (select from application_system s
                            join application a on a.tenant = s.tenant and a.id = s.application
                            where s.key_sha256 = :key and s.application <> :id
                              and a.state not in ('REJECTED', 'WITHDRAWN'))
                        """)
                .param("key", keySha256)
                .param("id", but.value())
                .query(Boolean.class)
                .single();
    }

    private void put(ApplicationId id, Particulars.PositionClaim claim) {
        jdbc.sql(
                        """
                        insert into application_position (application, kind, name, decree_number,
                            decree_on, decree_post, decree_from, decree_until, designation_number,
                            designation_on, designation_for, designation_until)
                        values (:id, :kind, :name, :decree, :decreeOn, :decreePost, :decreeFrom,
                            :decreeUntil, :designation, :designationOn, :designationFor,
                            :designationUntil)
                        on conflict (tenant, application) do update set kind = excluded.kind,
                            name = excluded.name, decree_number = excluded.decree_number,
                            decree_on = excluded.decree_on, decree_post = excluded.decree_post,
                            decree_from = excluded.decree_from,
                            decree_until = excluded.decree_until,
                            designation_number = excluded.designation_number,
                            designation_on = excluded.designation_on,
                            designation_for = excluded.designation_for,
                            designation_until = excluded.designation_until
                        """)
                .param("id", id.value())
                .param("kind", claim.kind().name())
                .param("name", claim.name())
                .param("decree", claim.decreeNumber())
                .param("decreeOn", claim.decreeOn())
                .param("decreePost", claim.decreePost())
                .param("decreeFrom", claim.decreeFrom())
                .param("decreeUntil", claim.decreeUntil())
                .param("designation", claim.designationNumber())
                .param("designationOn", claim.designationOn())
                .param("designationFor", claim.designationFor())
                .param("designationUntil", claim.designationUntil())
                .update();
    }

    private void put(ApplicationId id, Particulars.SystemClaim claim) {
        jdbc.sql(
                        """
                        insert into application_system (application, system, system_name, hosts,
                            request, key_sha256)
                        values (:id, :system, :name, :hosts, :request, :key)
                        on conflict (tenant, application) do update set system = excluded.system,
                            system_name = excluded.system_name, hosts = excluded.hosts,
                            request = excluded.request, key_sha256 = excluded.key_sha256
                        """)
                .param("id", id.value())
                .param("system", claim.system() == null ? null : claim.system().value())
                .param("name", claim.systemName())
                .param("hosts", claim.hosts().toArray(String[]::new))
                .param("request", claim.request())
                .param("key", claim.readRequest().map(request -> request.keySha256()).orElse(""))
                .update();
    }

    private void put(ApplicationId id, Particulars.Sponsorship claim) {
        jdbc.sql(
                        """
                        insert into application_sponsorship (application, policy, policy_number,
                            sponsor, sponsor_name, until_on)
                        values (:id, :policy, :number, :sponsor, :name, :until)
                        on conflict (tenant, application) do update set policy = excluded.policy,
                            policy_number = excluded.policy_number, sponsor = excluded.sponsor,
                            sponsor_name = excluded.sponsor_name, until_on = excluded.until_on
                        """)
                .param("id", id.value())
                .param("policy", claim.policy() == null ? null : claim.policy().value())
                .param("number", claim.policyNumber())
                .param("sponsor", claim.sponsor() == null ? null : claim.sponsor().value())
                .param("name", claim.sponsorName())
                .param("until", claim.until())
                .update();
    }

    private Particulars.@Nullable PositionClaim position(ApplicationId id) {
        return jdbc.sql(
                        """
                        select kind, name, decree_number, decree_on, decree_post, decree_from,
                            decree_until, designation_number, designation_on, designation_for,
                            designation_until
                        from application_position where application = :id
                        """)
                .param("id", id.value())
                .query((row, n) ->
                        new Particulars.PositionClaim(
                                PositionKind.valueOf(row.getString("kind")),
                                row.getString("name"),
                                row.getString("decree_number"),
                                date(row, "decree_on"),
                                row.getString("decree_post"),
                                date(row, "decree_from"),
                                date(row, "decree_until"),
                                row.getString("designation_number"),
                                date(row, "designation_on"),
                                row.getString("designation_for"),
                                date(row, "designation_until")))
                .optional()
                .orElse(null);
    }

    private Particulars.@Nullable SystemClaim system(ApplicationId id) {
        return jdbc.sql(
                        """
                        select system, system_name, hosts, request from application_system
                        where application = :id
                        """)
                .param("id", id.value())
                .query((row, n) ->
                        new Particulars.SystemClaim(
                                id(row, "system", SystemId::new),
                                row.getString("system_name"),
                                Arrays.asList((String[]) row.getArray("hosts").getArray()),
                                row.getString("request")))
                .optional()
                .orElse(null);
    }

    private Particulars.@Nullable Sponsorship sponsorship(ApplicationId id) {
        return jdbc.sql(
                        """
                        select policy, policy_number, sponsor, sponsor_name, until_on
                        from application_sponsorship where application = :id
                        """)
                .param("id", id.value())
                .query((row, n) ->
                        new Particulars.Sponsorship(
                                id(row, "policy", PolicyId::new),
                                row.getString("policy_number"),
                                id(row, "sponsor", AgencyId::new),
                                row.getString("sponsor_name"),
                                date(row, "until_on")))
                .optional()
                .orElse(null);
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static <T> @Nullable T id(ResultSet row, String column, Function<UUID, T> type)
            throws SQLException {
        UUID value = row.getObject(column, UUID.class);
        return value == null ? null : type.apply(value);
    }
}
