package id.pamong.lifecycle.registration.web;

import static id.pamong.lifecycle.enrollment.ApplicationState.ACTIVATION;
import static id.pamong.lifecycle.enrollment.ApplicationState.APPROVED;
import static id.pamong.lifecycle.enrollment.ApplicationState.FORWARDED;
import static id.pamong.lifecycle.enrollment.ApplicationState.ISSUED;
import static id.pamong.lifecycle.enrollment.ApplicationState.RECEIVED;
import static id.pamong.lifecycle.enrollment.ApplicationState.REJECTED;
import static id.pamong.lifecycle.enrollment.ApplicationState.RETURNED;
import static id.pamong.lifecycle.enrollment.ApplicationState.SUBMITTED;
import static id.pamong.lifecycle.enrollment.ApplicationState.VERIFICATION;
import static id.pamong.lifecycle.enrollment.ApplicationState.WITHDRAWN;

import id.pamong.lifecycle.enrollment.ApplicationState;
import java.util.Arrays;
import java.util.Set;

/** The three parts of the queue. */
public enum QueuePart {
    /** Waits for an officer. */
    TODO("diperiksa", Set.of(SUBMITTED, VERIFICATION)),
    /** Waits for the applicant or the CA. */
    PENDING("ditunggu", Set.of(RETURNED, APPROVED, ACTIVATION, FORWARDED)),
    /** Done. */
    DONE("selesai", Set.of(ISSUED, RECEIVED, REJECTED, WITHDRAWN));

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable set of constants
    private final Set<ApplicationState> states;

    QueuePart(String word, Set<ApplicationState> states) {
        this.word = word;
        this.states = states;
    }

    /** As it stands in the address. */
    public String word() {
        return word;
    }

    Set<ApplicationState> states() {
        return states;
    }

    /** By the word of the address; the first part for anything else. */
    static QueuePart of(String word) {
        return Arrays.stream(values())
                .filter(part -> part.word.equals(word))
                .findFirst()
                .orElse(TODO);
    }
}
