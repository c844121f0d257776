package id.pamong.office.notification;

import id.pamong.office.database.LocalGovernmentId;
import java.util.UUID;

/** Takes e-mail away: to the relay, or in the demo into a folder. */
interface MailCarrier {
    /**
     * Hands one e-mail over.
     *
     * @param content RFC 5322 bytes without From line
     */
    CarryOutcome carry(LocalGovernmentId government, UUID id, String address, byte[] content);
}
