package id.pamong.authority.builtin.key;

import id.pamong.authority.gateway.Standing;
import id.pamong.office.database.LocalGovernmentId;
import java.io.IOException;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code ca} and {@code ca_signer}. */
@Repository
public class CaRows {
    private static final String COLUMNS =
            "name, government, organization, base_url, standing, certificate, shards, sealed_key";

    /** What a signer below a CA is for. */
    public enum SignerKind {
        OCSP,
        TSA,
        CMP
    }

    /** A signer below a CA, with its key under the service's key. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    public record Signer(UUID id, X509CertificateHolder certificate, byte[] sealedKey) {}

    private final JdbcClient jdbc;

    public CaRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Ca> byName(String name) {
        return jdbc.sql("select " + COLUMNS + " from ca where name = :name")
                .param("name", name)
                .query(CaRows::ca)
                .optional();
    }

    /** The newest issuing authority of a local government. */
    public Optional<Ca> issuing(LocalGovernmentId government) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                 from ca where government = :government
                                order by created_at desc, name desc limit 1
                                """)
                .param("government", government.value())
                .query(CaRows::ca)
                .optional();
    }

    /** The authority of a local government that issued the serial number. */
    public Optional<Ca> ofCertificate(LocalGovernmentId government, String serial) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                 from ca where government = :government and exists (
                                    select from ca_certificate issued
                                    where issued.ca = ca.name and issued.serial = :serial)
                                """)
                .param("government", government.value())
                .param("serial", serial)
                .query(CaRows::ca)
                .optional();
    }

    /** What time the database has. */
    public Instant databaseTime() {
        return jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    public List<Ca> all() {
        return jdbc.sql("select " + COLUMNS + " from ca order by created_at, name")
                .query(CaRows::ca)
                .list();
    }

    public int countOf(LocalGovernmentId government) {
        return jdbc.sql("select count(*) from ca where government = :government")
                .param("government", government.value())
                .query(Integer.class)
                .single();
    }

    /** Whether any authority stands below the root. */
    public boolean rootHasIssued() {
        return jdbc.sql("select exists (select from ca where government is not null)")
                .query(Boolean.class)
                .single();
    }

    public void insert(Ca ca, Instant createdAt) {
        jdbc.sql(
                        """
                        insert into ca (name, government, organization, base_url, standing,
                            certificate, shards, sealed_key, created_at)
                        values (:name, :government, :organization, :baseUrl, :standing,
                            :certificate, :shards, :sealedKey, :at)
                        """)
                .param("name", ca.name())
                .param("government", ca.government() == null ? null : ca.government().value())
                .param("organization", ca.organization())
                .param("baseUrl", ca.baseUrl().toString())
                .param("standing", ca.standing().name())
                .param("certificate", Der.of(ca.certificate()))
                .param("shards", ca.shards())
                .param("sealedKey", ca.sealedKey())
                .param("at", createdAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void delete(String name) {
        jdbc.sql("delete from ca where name = :name").param("name", name).update();
    }

    /** Lets only one transaction at a time number CRLs or change signers of a CA. */
    public void lock(String name) {
        jdbc.sql("select name from ca where name = :name for update")
                .param("name", name)
                .query(String.class)
                .optional();
    }

    public void setStanding(String name, Standing standing, String decision, LocalDate decidedOn) {
        jdbc.sql(
                        """
                        update ca set standing = :standing, standing_decision = :decision,
                            standing_on = :on
                        where name = :name
                        """)
                .param("standing", standing.name())
                .param("decision", decision)
                .param("on", decidedOn)
                .param("name", name)
                .update();
    }

    public Optional<byte[]> rootFile() {
        return jdbc.sql("select root_file from ca where name = 'root' and root_file is not null")
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    public void keepRootFile(byte[] pem) {
        jdbc.sql("update ca set root_file = :pem where name = 'root'").param("pem", pem).update();
    }

    public void eraseRootFile() {
        jdbc.sql("update ca set root_file = null where name = 'root'").update();
    }

    public void insertSigner(String ca, SignerKind kind, Signer signer, Instant createdAt) {
        jdbc.sql(
                        """
                        insert into ca_signer (id, ca, kind, certificate, sealed_key, not_after,
                            created_at)
                        values (:id, :ca, :kind, :certificate, :key, :notAfter, :at)
                        """)
                .param("id", signer.id())
                .param("ca", ca)
                .param("kind", kind.name())
                .param("certificate", Der.of(signer.certificate()))
                .param("key", signer.sealedKey())
                .param(
                        "notAfter",
                        signer.certificate().getNotAfter().toInstant().atOffset(ZoneOffset.UTC))
                .param("at", createdAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<Signer> signer(String ca, SignerKind kind) {
        return jdbc.sql(
                        """
                        select id, certificate, sealed_key from ca_signer
                        where ca = :ca and kind = :kind
                        order by created_at desc, id limit 1
                        """)
                .param("ca", ca)
                .param("kind", kind.name())
                .query((row, _) ->
                        new Signer(
                                row.getObject("id", UUID.class),
                                certificate(row.getBytes("certificate")),
                                row.getBytes("sealed_key")))
                .optional();
    }

    private static Ca ca(ResultSet row, int number) throws SQLException {
        UUID government = row.getObject("government", UUID.class);
        return new Ca(
                row.getString("name"),
                government == null ? null : new LocalGovernmentId(government),
                row.getString("organization"),
                URI.create(row.getString("base_url")),
                Standing.valueOf(row.getString("standing")),
                certificate(row.getBytes("certificate")),
                row.getInt("shards"),
                row.getBytes("sealed_key"));
    }

    private static X509CertificateHolder certificate(byte[] der) {
        try {
            return new X509CertificateHolder(der);
        } catch (IOException e) {
            throw new IllegalStateException("a certificate of the authority is damaged", e);
        }
    }
}
