package id.pamong.office.notification;

import id.pamong.office.database.Keyset;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.PersonId;
import id.pamong.office.protection.KeyPurpose;
import id.pamong.office.protection.Seals;
import id.pamong.office.refusal.NotFound;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people were told, kept for them. */
@Repository
public class Inbox {
    private static final String CONTEXT = "inbox.arguments";

    private final JdbcClient jdbc;
    private final Seals seals;
    private final MessageTexts texts;
    private final TenantTransactions transactions;
    private final Clock clock;

    Inbox(
            JdbcClient jdbc,
            Seals seals,
            MessageTexts texts,
            TenantTransactions transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.texts = texts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Newest first; the next page begins after the last of the one before. */
    public List<InboxMessage> of(
            LocalGovernmentId government,
            PersonId person,
            Locale locale,
            @Nullable UUID after,
            int limit) {
        return list(government, person, locale, null, true, after, limit);
    }

    /**
     * A page of what a person was told, by time.
     *
     * @param read whether read, or null for either
     * @param after last one of the page before, or null
     */
    public List<InboxMessage> list(
            LocalGovernmentId government,
            PersonId person,
            Locale locale,
            @Nullable Boolean read,
            boolean descending,
            @Nullable UUID after,
            int limit) {
        Keyset keyset = new Keyset("inbox_message", "m", "created_at", descending);
        return transactions.inTenant(
                government,
                () ->
                        jdbc.sql(
                                        """
                                        select m.id, m.message_key, m.arguments, m.path,
                                            m.created_at, m.read_at
                                        from inbox_message m
                                        where m.person = :person and
                                        """
                                                + keyset.condition()
                                                + (read == null
                                                        ? ""
                                                        : " and (m.read_at is not null) = " + read)
                                                + keyset.order())
                                .param("person", person.value())
                                .param("after", after)
                                .param("limit", limit)
                                .query((row, number) -> {
                                    MessageTexts.Worded worded =
                                            texts.word(
                                                    row.getString("message_key"),
                                                    open(government, row.getBytes("arguments")),
                                                    locale);
                                    OffsetDateTime readAt =
                                            row.getObject("read_at", OffsetDateTime.class);
                                    return new InboxMessage(
                                            row.getObject("id", UUID.class),
                                            worded.subject(),
                                            worded.paragraphs(),
                                            row.getString("path"),
                                            row.getObject("created_at", OffsetDateTime.class)
                                                    .toInstant(),
                                            readAt == null ? null : readAt.toInstant());
                                })
                                .list());
    }

    public int unread(LocalGovernmentId government, PersonId person) {
        return transactions.inTenant(
                government,
                () ->
                        jdbc.sql(
                                        """
                                        select count(*) from inbox_message
                                        where person = :person and read_at is null
                                        """)
                                .param("person", person.value())
                                .query(Integer.class)
                                .single());
    }

    /**
     * Marks a message of the person as read.
     *
     * @return the page it leads to
     */
    public String read(LocalGovernmentId government, PersonId person, UUID message) {
        return transactions.inTenant(
                government,
                () ->
                        jdbc.sql(
                                        """
                                        update inbox_message set read_at = coalesce(read_at, :at)
                                        where id = :id and person = :person returning path
                                        """)
                                .param("id", message)
                                .param("person", person.value())
                                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                                .query(String.class)
                                .optional()
                                .orElseThrow(() -> new NotFound("message.not-found")));
    }

    /** In the open transaction of the local government. */
    void put(
            LocalGovernmentId government,
            PersonId person,
            String key,
            Map<String, String> arguments,
            String path) {
        jdbc.sql(
                        """
                        insert into inbox_message (id, person, message_key, arguments, path, created_at)
                        values (:id, :person, :key, :arguments, :path, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("person", person.value())
                .param("key", key)
                .param("arguments", seal(government, arguments))
                .param("path", path)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Lines of name, tab, value; tabs and line ends within a value become spaces. */
    private byte[] seal(LocalGovernmentId government, Map<String, String> arguments) {
        String lines =
                new TreeMap<>(arguments)
                        .entrySet().stream()
                                .map(entry ->
                                        entry.getKey()
                                                + "\t"
                                                + entry.getValue().replaceAll("[\\t\\r\\n]+", " "))
                                .collect(Collectors.joining("\n"));
        return seals.seal(
                KeyPurpose.MAIL, government, lines.getBytes(StandardCharsets.UTF_8), CONTEXT);
    }

    private Map<String, String> open(LocalGovernmentId government, byte[] sealed) {
        return new String(
                        seals.open(KeyPurpose.MAIL, government, sealed, CONTEXT),
                        StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
