package id.pamong.lifecycle.registration.rules;

import java.util.List;

/**
 * What only the registration authority can see of an application, as the rules see it.
 *
 * @param meansEnrolled whether the applicant's account has a confirmed second factor
 * @param emailCurrent whether the dossier's address is the one the applicant has proved
 * @param changedFacts what is different today, in words for the officer; empty when nothing is
 * @param earlierNumbers numbers of the applicant's other applications that led to a certificate
 */
public record VerificationCase(
        boolean meansEnrolled,
        boolean emailCurrent,
        List<String> changedFacts,
        List<String> earlierNumbers) {
    public VerificationCase {
        changedFacts = List.copyOf(changedFacts);
        earlierNumbers = List.copyOf(earlierNumbers);
    }

    static VerificationCase example() {
        return new VerificationCase(true, true, List.of(), List.of());
    }

    VerificationCase with(boolean means, boolean email) {
        return new VerificationCase(means, email, changedFacts, earlierNumbers);
    }

    VerificationCase changed(List<String> facts) {
        return new VerificationCase(meansEnrolled, emailCurrent, facts, earlierNumbers);
    }

    VerificationCase after(List<String> numbers) {
        return new VerificationCase(meansEnrolled, emailCurrent, changedFacts, numbers);
    }
}
