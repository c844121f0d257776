package id.pamong.office.notification;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.protection.KeyPurpose;
import id.pamong.office.protection.Seals;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.regulation.Finding;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mail relay of each local government; its password is sealed. */
@Repository
public class MailRelays {
    private static final String CONTEXT = "mail-relay.password";
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");

    private final JdbcClient jdbc;
    private final Seals seals;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    MailRelays(
            JdbcClient jdbc,
            Seals seals,
            TenantTransactions transactions,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<MailRelay> of(LocalGovernmentId government) {
        return transactions.inTenant(
                government,
                () ->
                        jdbc.sql("select host, port, security, username, sender from mail_relay")
                                .query((row, number) ->
                                        new MailRelay(
                                                row.getString("host"),
                                                row.getInt("port"),
                                                MailRelay.Security.valueOf(
                                                        row.getString("security")),
                                                row.getString("username"),
                                                row.getString("sender")))
                                .optional());
    }

    /** Everything wrong at once; empty when it may be set. */
    public List<Finding> check(MailRelay relay, boolean hasPassword) {
        List<Finding> findings = new ArrayList<>();
        if (!HOST.matcher(relay.host()).matches()) {
            findings.add(Finding.blocking("mail-relay.host", "host"));
        }
        if (relay.port() < 1 || relay.port() > 65_535) {
            findings.add(Finding.blocking("mail-relay.port", "port"));
        }
        if (relay.sender().length() > 254 || !ADDRESS.matcher(relay.sender()).matches()) {
            findings.add(Finding.blocking("mail-relay.sender", "sender"));
        }
        if (relay.username().length() > 254) {
            findings.add(Finding.blocking("mail-relay.username", "username"));
        }
        if (hasPassword
                && relay.security() == MailRelay.Security.NONE
                && !relay.host().equals("localhost")
                && !relay.host().equals("127.0.0.1")) {
            findings.add(Finding.blocking("mail-relay.password-in-clear", "security"));
        }
        return findings;
    }

    /**
     * Sets or replaces the relay.
     *
     * @param password of the user name, or null when the relay asks for none
     * @param by account that does it, null for the first run
     */
    public void set(
            LocalGovernmentId government,
            MailRelay relay,
            @Nullable SecretBytes password,
            @Nullable UUID by) {
        transactions.inTenant(
                government,
                () -> {
                    jdbc.sql(
                                    """
                                    insert into mail_relay (host, port, security, username,
                                        password_sealed, sender, set_at)
                                    values (:host, :port, :security, :username, :password, :sender, :at)
                                    on conflict (tenant) do update set host = excluded.host,
                                        port = excluded.port, security = excluded.security,
                                        username = excluded.username,
                                        password_sealed = excluded.password_sealed,
                                        sender = excluded.sender, set_at = excluded.set_at
                                    """)
                            .param("host", relay.host())
                            .param("port", relay.port())
                            .param("security", relay.security().name())
                            .param("username", relay.username())
                            .param("password", seal(government, password))
                            .param("sender", relay.sender())
                            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                            .update();
                    audit.record(
                            new AuditRecord(
                                    "notification.set-relay",
                                    by,
                                    "mail-relay",
                                    government.value(),
                                    "SET",
                                    Map.of(
                                            "port", relay.port(),
                                            "security", relay.security().name())));
                });
    }

    private byte @Nullable [] seal(LocalGovernmentId government, @Nullable SecretBytes password) {
        return password == null
                ? null
                : password.reveal(bytes -> seals.seal(KeyPurpose.MAIL, government, bytes, CONTEXT));
    }

    /** In clear for the moment of sending; empty without one. */
    Optional<String> password(LocalGovernmentId government) {
        return transactions.inTenant(
                government,
                () ->
                        jdbc.sql(
                                        """
                                        select password_sealed from mail_relay
                                        where password_sealed is not null
                                        """)
                                .query(byte[].class)
                                .optional()
                                .map(sealed ->
                                        new String(
                                                seals.open(
                                                        KeyPurpose.MAIL,
                                                        government,
                                                        sealed,
                                                        CONTEXT),
                                                StandardCharsets.UTF_8)));
    }
}
