package id.pamong.lifecycle.certificate;

import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.custody.SealedKeyId;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.RequestKey;
import id.pamong.authority.gateway.RevocationReason;
import id.pamong.authority.gateway.Standing;
import id.pamong.office.database.Keyset;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.SystemId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code certificate}. */
@Repository
class CertificateRows {
    static final String SELECT =
            """
            select id, person, profile, request_key, sealed_key, custody, system, algorithm, standing, post, designated,
                agency, subject, issuer, serial, sha256, not_before, not_after, registered_at, revoked_at,
                revocation_reason, blocked_at, block_kind, der, chain
            from certificate
            """;

    private final JdbcClient jdbc;

    CertificateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(RegisteredCertificate certificate, byte[] publicKeySha256) {
        jdbc.sql(
                        """
                        insert into certificate (id, person, profile, request_key, sealed_key,
                            custody, system, algorithm, public_key_sha256, standing, post, designated, agency, subject,
                            issuer, serial, sha256, not_before, not_after, registered_at, der, chain)
                        values (:id, :person, :profile, :requestKey, :key, :custody, :system, :algorithm, :keySha256,
                            :standing, :post, :designated, :agency, :subject, :issuer, :serial, :sha256, :from,
                            :to, :at, :der, :chain)
                        """)
                .param("id", certificate.id().value())
                .param("person", certificate.person().value())
                .param("profile", certificate.profile().name())
                .param("requestKey", certificate.requestKey().value())
                .param(
                        "key",
                        certificate.sealedKey() == null ? null : certificate.sealedKey().value())
                .param("custody", certificate.custody().name())
                .param("system", certificate.system() == null ? null : certificate.system().value())
                .param("algorithm", certificate.algorithm().name())
                .param("keySha256", publicKeySha256)
                .param("standing", certificate.standing().name())
                .param("post", certificate.post())
                .param("designated", certificate.designated())
                .param("agency", certificate.agency())
                .param("subject", certificate.subject())
                .param("issuer", certificate.issuer())
                .param("serial", certificate.serial())
                .param("sha256", certificate.sha256())
                .param("from", utc(certificate.notBefore()))
                .param("to", utc(certificate.notAfter()))
                .param("at", utc(certificate.registeredAt()))
                .param("der", certificate.der())
                .param("chain", certificate.chainDer().toArray(byte[][]::new))
                .update();
    }

    boolean knowsKey(byte[] publicKeySha256) {
        return jdbc.sql("select exists (select from certificate where public_key_sha256 = :key)")
                .param("key", publicKeySha256)
                .query(Boolean.class)
                .single();
    }

    Optional<RegisteredCertificate> byId(CertificateId id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id.value())
                .query(CertificateRows::certificate)
                .optional();
    }

    Optional<RegisteredCertificate> bySha256(String sha256) {
        return jdbc.sql(SELECT + " where sha256 = :sha256")
                .param("sha256", sha256)
                .query(CertificateRows::certificate)
                .optional();
    }

    Optional<RegisteredCertificate> bySerial(String serial) {
        return jdbc.sql(SELECT + " where serial = :serial order by not_before desc limit 1")
                .param("serial", serial)
                .query(CertificateRows::certificate)
                .optional();
    }

    List<RegisteredCertificate> of(PersonId person) {
        return jdbc.sql(SELECT + " where person = :person order by not_before desc, id limit 100")
                .param("person", person.value())
                .query(CertificateRows::certificate)
                .list();
    }

    /** Usable ones that name a post of the register, by id. */
    List<RegisteredCertificate> ofPosts(Instant now, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        SELECT
                                + """
                                 where profile = 'POSITION_SIGNATURE' and not designated
                                  and post is not null and revoked_at is null and not_after >= :now
                                  and (cast(:after as uuid) is null or id > :after)
                                order by id limit :limit
                                """)
                .param("now", utc(now))
                .param("after", after)
                .param("limit", limit)
                .query(CertificateRows::certificate)
                .list();
    }

    private static String state(RegisterEntry.@Nullable Validity validity) {
        return switch (validity) {
            case null -> "";
            case IN_FORCE ->
                    " and c.revoked_at is null and c.blocked_at is null and c.not_after >= :now";
            case EXPIRED ->
                    " and c.revoked_at is null and c.blocked_at is null and c.not_after < :now";
            case BLOCKED -> " and c.revoked_at is null and c.blocked_at is not null";
            case REVOKED -> " and c.revoked_at is not null";
        };
    }

    /** Of one person, by the time of registration. */
    List<RegisteredCertificate> page(
            PersonId person,
            RegisterEntry.@Nullable Validity validity,
            Instant now,
            boolean descending,
            @Nullable UUID after,
            int limit) {
        Keyset keyset = new Keyset("certificate", "c", "registered_at", descending);
        return jdbc.sql(
                        SELECT
                                + "c where c.person = :person and "
                                + keyset.condition()
                                + state(validity)
                                + keyset.order())
                .param("person", person.value())
                .param("now", utc(now))
                .param("after", after)
                .param("limit", limit)
                .query(CertificateRows::certificate)
                .list();
    }

    List<RegisterEntry> register(
            String text,
            RegisterEntry.@Nullable Validity validity,
            Instant now,
            Keyset keyset,
            @Nullable UUID after,
            int limit) {
        String pattern = text.toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1");
        String state = state(validity);
        return jdbc.sql(
                        """
                        select c.id, c.subject, c.post, c.agency, c.serial, c.issuer,
                            c.registered_at, c.not_after, c.revoked_at, c.blocked_at
                        from certificate c
                        where
                        """
                                + keyset.condition()
                                + state
                                + (text.isEmpty()
                                        ? ""
                                        : " and (lower(c.subject) like :start or lower(c.subject)"
                                                + " like :word or c.serial = :serial)")
                                + keyset.order())
                .param("after", after)
                .param("limit", limit)
                .param("now", utc(now))
                .param("start", pattern + "%")
                .param("word", "% " + pattern + "%")
                .param("serial", text.toLowerCase(Locale.ROOT))
                .query(CertificateRows::entry)
                .list();
    }

    /** Those of the people who have an individual certificate in force at that instant. */
    Set<PersonId> holding(Collection<PersonId> people, Instant when) {
        return jdbc
                .sql(
                        """
                        select distinct person from certificate
                        where person in (:people) and profile = 'INDIVIDUAL_SIGNATURE'
                          and revoked_at is null and blocked_at is null and not_before <= :at and not_after > :at
                        """)
                .param("people", people.stream().map(PersonId::value).toList())
                .param("at", when.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static RegisterEntry entry(ResultSet row, int number) throws SQLException {
        return new RegisterEntry(
                new CertificateId(row.getObject("id", UUID.class)),
                row.getString("subject"),
                row.getString("post"),
                row.getString("agency"),
                row.getString("serial"),
                row.getString("issuer"),
                instant(row, "registered_at"),
                instant(row, "not_after"),
                optional(row, "revoked_at"),
                optional(row, "blocked_at"));
    }

    /** In force, without a newer one of the same owner, profile and system. */
    private static final String ENDING =
            """
             c.revoked_at is null and c.blocked_at is null and c.profile <> 'RA_OFFICER'
              and c.not_after >= :from and c.not_after < :until
              and not exists (select from certificate n
                  where n.tenant = c.tenant and n.person = c.person and n.profile = c.profile
                    and (c.profile <> 'POSITION_SIGNATURE' or n.post is not distinct from c.post)
                    and n.system is not distinct from c.system and n.not_after > c.not_after
                    and n.revoked_at is null and n.blocked_at is null)
              and not exists (select from certificate s
                  where s.tenant = c.tenant and s.predecessor = c.id)
            """;

    List<RegisteredCertificate> ending(Instant from, Instant until, int limit) {
        return jdbc.sql(
                        SELECT.replace("from certificate", "from certificate c")
                                + " where"
                                + ENDING
                                + " order by not_after, id limit :limit")
                .param("from", utc(from))
                .param("until", utc(until))
                .param("limit", limit)
                .query(CertificateRows::certificate)
                .list();
    }

    List<RegisterEntry> endingEntries(
            String text,
            Instant from,
            Instant until,
            Keyset keyset,
            @Nullable UUID after,
            int limit) {
        String pattern = text.toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1");
        return jdbc.sql(
                        """
                        select c.id, c.subject, c.post, c.agency, c.serial, c.issuer,
                            c.registered_at, c.not_after, c.revoked_at, c.blocked_at
                        from certificate c
                        where (:text = '' or lower(c.subject) like :pattern
                               or lower(c.agency) like :pattern or c.serial = :text)
                          and
                        """
                                + keyset.condition()
                                + " and"
                                + ENDING
                                + keyset.order())
                .param("text", text.toLowerCase(Locale.ROOT))
                .param("pattern", "%" + pattern + "%")
                .param("from", utc(from))
                .param("until", utc(until))
                .param("after", after)
                .param("limit", limit)
                .query(CertificateRows::entry)
                .list();
    }

    static RegisteredCertificate certificate(ResultSet row, int number) throws SQLException {
        UUID key = row.getObject("sealed_key", UUID.class);
        UUID system = row.getObject("system", UUID.class);
        return new RegisteredCertificate(
                new CertificateId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)),
                ProfileId.valueOf(row.getString("profile")),
                new RequestKey(row.getObject("request_key", UUID.class)),
                key == null ? null : new SealedKeyId(key),
                custody(row.getString("custody"), key),
                system == null ? null : new SystemId(system),
                KeyAlgorithm.valueOf(row.getString("algorithm")),
                Standing.valueOf(row.getString("standing")),
                state(row),
                row.getString("post"),
                row.getBoolean("designated"),
                row.getString("agency"),
                row.getString("subject"),
                row.getString("issuer"),
                row.getString("serial"),
                row.getString("sha256"),
                instant(row, "not_before"),
                instant(row, "not_after"),
                instant(row, "registered_at"),
                row.getBytes("der"),
                Arrays.asList((byte[][]) row.getArray("chain").getArray()));
    }

    private static KeyCustody custody(@Nullable String said, @Nullable UUID key) {
        if (said != null) {
            return KeyCustody.valueOf(said);
        }
        return key == null ? KeyCustody.SUBSCRIBER_HELD : KeyCustody.BUILT_IN_SIGNING_SERVICE;
    }

    private static CertificateState state(ResultSet row) throws SQLException {
        String reason = row.getString("revocation_reason");
        if (reason != null) {
            return new CertificateState.Revoked(
                    instant(row, "revoked_at"), RevocationReason.valueOf(reason));
        }
        String block = row.getString("block_kind");
        return block == null
                ? new CertificateState.InForce()
                : new CertificateState.Blocked(
                        instant(row, "blocked_at"), BlockKind.valueOf(block));
    }

    private static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
