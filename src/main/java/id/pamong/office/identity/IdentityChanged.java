package id.pamong.office.identity;

import id.pamong.office.database.LocalGovernmentId;
import java.time.Instant;

/**
 * A person changed a means of sign-in (password, second factor, passkey, single sign-on, official
 * e-mail): an issuance that was approved before waits until the person is identified again.
 */
public record IdentityChanged(
        LocalGovernmentId government, AccountId account, Means means, Instant at) {
    /** What changed. */
    public enum Means {
        PASSWORD,
        SECOND_FACTOR,
        PASSKEY,
        SINGLE_SIGN_ON,
        EMAIL,
        /** Two entries of people were found to be one, or two again. */
        OWNER
    }
}
