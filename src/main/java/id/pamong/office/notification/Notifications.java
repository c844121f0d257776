package id.pamong.office.notification;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.installation.PublicAddress;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells people what happened: in their inbox and by e-mail, written in the transaction of the
 * command that causes it and sent after its commit.
 *
 * <p>A message is two keys of the message files in both languages: {@code
 * notification.<key>.subject} and {@code notification.<key>.text} (paragraphs parted by an empty
 * line). The arguments stand in them as {@code {name}}. The room that sends a message keeps its
 * texts.
 */
@Component
public class Notifications {
    /** An argument of this name is a full address and becomes the button of an e-mail. */
    public static final String LINK = "link";

    private final Inbox inbox;
    private final Outbox outbox;
    private final MessageTexts texts;
    private final People people;
    private final LocalGovernments governments;
    private final PublicAddress address;
    private final TenantTransactions transactions;
    private final Clock clock;

    Notifications(
            Inbox inbox,
            Outbox outbox,
            MessageTexts texts,
            People people,
            LocalGovernments governments,
            PublicAddress address,
            TenantTransactions transactions,
            Clock clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.texts = texts;
        this.people = people;
        this.governments = governments;
        this.address = address;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Puts a message into the person's inbox, and mails it where the person has a confirmed
     * official e-mail.
     *
     * @param path page that the message leads to, below the local government, such as {@code
     *     /permohonan/…}
     * @param attachments go with the e-mail only
     */
    public void tell(
            LocalGovernmentId government,
            PersonId person,
            String messageKey,
            Map<String, String> arguments,
            String path,
            List<Attachment> attachments) {
        transactions.inTenant(
                government,
                () -> {
                    inbox.put(government, person, messageKey, arguments, path);
                    Person found = people.get(government, person);
                    String mailbox = found.officialEmail();
                    if (mailbox != null && found.hasConfirmedEmail()) {
                        LocalGovernment of = governments.get(government);
                        write(
                                of,
                                mailbox,
                                messageKey,
                                arguments,
                                address.web() + "/" + of.slug() + path,
                                attachments);
                    }
                });
    }

    /**
     * Mails to an address that is being proved: codes and confirmation links. Nothing of it is
     * readable by an administrator, in the outbox or elsewhere.
     */
    public void mail(
            LocalGovernmentId government,
            String mailbox,
            String messageKey,
            Map<String, String> arguments) {
        transactions.inTenant(
                government,
                () ->
                        write(
                                governments.get(government),
                                mailbox,
                                messageKey,
                                arguments,
                                arguments.get(LINK),
                                List.of()));
    }

    private void write(
            LocalGovernment government,
            String mailbox,
            String messageKey,
            Map<String, String> arguments,
            @Nullable String link,
            List<Attachment> attachments) {
        outbox.put(
                government.id(),
                mailbox,
                MailForm.write(
                        government.name(),
                        mailbox,
                        texts.word(messageKey, arguments, MessageTexts.INDONESIAN),
                        texts.word(messageKey, arguments, Locale.ENGLISH),
                        link,
                        attachments,
                        clock.instant()),
                messageKey);
    }
}
