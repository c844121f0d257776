package id.pamong.lifecycle.registration;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.PersonId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The first run: the recorded ceremony by which an empty installation gets its local government,
 * its keys and its first officers (MDN-3(3), 18, 20(1)). Its power ends by itself when the second
 * officer's certificate is active.
 */
@Component
public class FirstRun {
    /**
     * A new one-time path {@code /perdana/<token>} for the console, in place of the one before;
     * empty when the first run is complete. Only the token's hash is kept.
     */
    public Optional<String> newPath() {
        throw new UnsupportedOperationException();
    }

    /**
     * The ceremony that gives the ground to issue this person's officer certificate without a
     * decision of the RA: the person was entered in it as head or officer, has no certificate from
     * it yet, and its power has not ended.
     */
    public Optional<CeremonyId> groundFor(LocalGovernmentId government, PersonId person) {
        throw new UnsupportedOperationException(government + " " + person);
    }

    /**
     * Issuance says in its own transaction that the officer's certificate is active; with the
     * second officer the ceremony's power ends.
     *
     * @param serial hexadecimal serial number of the certificate
     */
    public void certificateActive(LocalGovernmentId government, PersonId person, String serial) {
        throw new UnsupportedOperationException(government + " " + person + serial);
    }
}
