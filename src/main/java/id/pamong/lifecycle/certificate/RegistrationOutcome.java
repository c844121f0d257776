package id.pamong.lifecycle.certificate;

import java.util.List;

/** What came of checking and registering a certificate. */
public sealed interface RegistrationOutcome {
    /** It is what was ordered, and stands in the register. */
    record Registered(RegisteredCertificate certificate) implements RegistrationOutcome {}

    /** It is not what was ordered; nothing was registered. Stable codes, all at once. */
    record Unfit(List<String> faults) implements RegistrationOutcome {
        public Unfit {
            faults = List.copyOf(faults);
        }
    }
}
