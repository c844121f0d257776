package id.pamong.testkit;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.protection.KeyPurpose;
import id.pamong.office.protection.Seals;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The e-mails that wait in the outbox of a house without a mail server, read as their receivers
 * would.
 */
public final class WaitingMails {
    private final JdbcClient jdbc;
    private final Seals seals;
    private final TenantTransactions transactions;

    public WaitingMails(BeanFactory beans) {
        jdbc = beans.getBean(JdbcClient.class);
        seals = beans.getBean(Seals.class);
        transactions = beans.getBean(TenantTransactions.class);
    }

    /**
     * The first match in the latest e-mail of a kind.
     *
     * @param messageKey the kind, such as {@code mailbox-code}
     */
    public String find(LocalGovernmentId government, String messageKey, Pattern pattern) {
        Matcher found = pattern.matcher(mails(government, messageKey).getFirst());
        if (!found.find()) {
            throw new AssertionError("the last " + messageKey + " has no " + pattern);
        }
        return found.group();
    }

    /** Every e-mail of a kind, latest first. */
    public List<String> mails(LocalGovernmentId government, String messageKey) {
        return transactions.inTenant(
                government,
                () ->
                        jdbc
                                .sql(
                                        """
                                        select content_sealed from outbox_mail
                                        where content_sealed is not null and message_key = :key
                                        order by created_at desc, id desc
                                        """)
                                .param("key", messageKey)
                                .query(byte[].class)
                                .list()
                                .stream()
                                .map(sealed ->
                                        new String(
                                                seals.open(
                                                        KeyPurpose.MAIL,
                                                        government,
                                                        sealed,
                                                        "outbox.content"),
                                                StandardCharsets.UTF_8))
                                .toList());
    }
}
