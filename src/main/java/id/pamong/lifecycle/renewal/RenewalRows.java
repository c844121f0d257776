package id.pamong.lifecycle.renewal;

import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.enrollment.ApplicationId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code renewal} and {@code renewal_reminder}. */
@Repository
class RenewalRows {
    private final JdbcClient jdbc;

    RenewalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(ApplicationId application, CertificateId certificate, Instant now) {
        jdbc.sql(
                        """
                        insert into renewal (application, certificate, begun_at)
                        values (:application, :certificate, :now)
                        on conflict (tenant, application) do update
                            set certificate = excluded.certificate
                        """)
                .param("application", application.value())
                .param("certificate", certificate.value())
                .param("now", utc(now))
                .update();
    }

    Optional<CertificateId> renewedBy(ApplicationId application) {
        return jdbc.sql("select certificate from renewal where application = :application")
                .param("application", application.value())
                .query((row, _) -> new CertificateId(row.getObject(1, UUID.class)))
                .optional();
    }

    Optional<ApplicationId> latestOf(CertificateId certificate) {
        return jdbc.sql(
                        """
                        select application from renewal where certificate = :certificate
                        order by begun_at desc limit 1
                        """)
                .param("certificate", certificate.value())
                .query((row, _) -> new ApplicationId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** True once for each certificate, mark and audience. */
    boolean firstTime(
            CertificateId certificate, int days, ReminderPlan.Audience audience, Instant now) {
        return jdbc.sql(
                                """
                                insert into renewal_reminder (certificate, days, audience, sent_at)
                                values (:certificate, :days, :audience, :now)
                                on conflict do nothing
                                """)
                        .param("certificate", certificate.value())
                        .param("days", days)
                        .param("audience", audience.name())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    Optional<Instant> lastReminder(CertificateId certificate) {
        return jdbc
                .sql("select max(sent_at) from renewal_reminder where certificate = :certificate")
                .param("certificate", certificate.value())
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .map(OffsetDateTime::toInstant)
                .findFirst();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
