package id.pamong.office.notification;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.PersonId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells people what happened: in their inbox and by e-mail, written in the transaction of the
 * command that causes it and sent after its commit.
 *
 * <p>A message is four keys of the message files in both languages: {@code
 * notification.<key>.subject}, {@code .text} (paragraphs parted by an empty line). The arguments
 * stand in them as {@code {name}}. The room that sends a message keeps its texts.
 */
@Component
public class Notifications {
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
        throw new UnsupportedOperationException(
                government
                        + " "
                        + person
                        + messageKey
                        + arguments.size()
                        + path
                        + attachments.size());
    }

    /**
     * Mails to an address that is being proved: codes and confirmation links. Nothing of it is
     * readable by an administrator, in the outbox or elsewhere.
     */
    public void mail(
            LocalGovernmentId government,
            String address,
            String messageKey,
            Map<String, String> arguments) {
        throw new UnsupportedOperationException(
                government + " " + address.length() + messageKey + arguments.size());
    }
}
