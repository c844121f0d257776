package id.pamong.office.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.People;
import id.pamong.office.refusal.NotFound;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Town;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class NotificationsTest {
    private static final String KEY = "letter-declined-RECOMMENDATION";

    @Autowired private Notifications notifications;
    @Autowired private Inbox inbox;
    @Autowired private Outbox outbox;
    @Autowired private People people;
    @Autowired private TenantTransactions transactions;
    @Autowired private JdbcClient jdbc;
    @Autowired private MutableClock clock;
    @Autowired private BeanFactory beans;
    private Town town;

    @BeforeEach
    void found() {
        town = new Town(beans);
    }

    @Test
    @Article("MDN-11(2)")
    void a_message_waits_in_the_inbox_in_the_readers_language_and_is_read_once() {
        tell();

        InboxMessage message =
                inbox.of(town.government, town.teacher, Locale.of("id"), null, 10).getFirst();
        assertThat(message.path()).isEqualTo("/permohonan/1");
        assertThat(inbox.unread(town.government, town.teacher)).isEqualTo(1);

        assertThat(inbox.read(town.government, town.teacher, message.id()))
                .isEqualTo("/permohonan/1");

        assertThat(inbox.unread(town.government, town.teacher)).isZero();
    }

    @Test
    void nobody_reads_the_message_of_another_person() {
        tell();
        UUID message =
                inbox.of(town.government, town.teacher, Locale.of("id"), null, 10).getFirst().id();

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> inbox.read(town.government, town.superior, message));
        assertThat(inbox.of(town.government, town.superior, Locale.of("id"), null, 10)).isEmpty();
    }

    @Test
    void mail_goes_only_to_a_mailbox_that_its_owner_has_proved() {
        tell();
        assertThat(outbox.unsent(town.government)).isZero();

        people.confirmEmail(town.government, town.teacher, town.address("guru"), clock.instant());
        tell();

        assertThat(outbox.newest(town.government, null, 10))
                .extracting(OutboxMail::addressHint)
                .containsExactly("g•••@madiunkota.go.id");
    }

    @Test
    void a_mail_lies_sealed_in_the_outbox() {
        people.confirmEmail(town.government, town.teacher, town.address("guru"), clock.instant());
        tell();

        transactions.inTenant(
                town.government,
                () -> {
                    byte[] content =
                            jdbc.sql("select content_sealed from outbox_mail")
                                    .query(byte[].class)
                                    .single();
                    byte[] address =
                            jdbc.sql("select address_sealed from outbox_mail")
                                    .query(byte[].class)
                                    .single();
                    assertThat(new String(content, StandardCharsets.ISO_8859_1))
                            .doesNotContain("Subject");
                    assertThat(new String(address, StandardCharsets.ISO_8859_1))
                            .doesNotContain("guru");
                });
    }

    @Test
    void what_is_rolled_back_tells_nobody() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        transactions.inTenant(
                                town.government,
                                () -> {
                                    tell();
                                    throw new IllegalStateException("rolled back");
                                }));

        assertThat(inbox.of(town.government, town.teacher, Locale.of("id"), null, 10)).isEmpty();
    }

    @Test
    void trying_again_is_recorded() {
        outbox.tryAgain(town.government, null);

        assertThat(outbox.newest(town.government, null, 10)).isEmpty();
        assertThat(trail()).isEqualTo(1);
    }

    private int trail() {
        return transactions.inTenant(
                town.government,
                () ->
                        jdbc.sql(
                                        """
                                        select count(*) from audit_record
                                        where command = 'notification.try-again'
                                        """)
                                .query(Integer.class)
                                .single());
    }

    private void tell() {
        notifications.tell(
                town.government,
                town.teacher,
                KEY,
                Map.of("reason", "Berkas belum lengkap."),
                "/permohonan/1",
                List.of());
    }
}
