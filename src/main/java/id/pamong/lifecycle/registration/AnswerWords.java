package id.pamong.lifecycle.registration;

import id.pamong.office.letter.Letters;
import id.pamong.office.letter.Signatory;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.Person;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What both answers, to one person and to a list, say below: who decided, when, and the proof. */
@Component
class AnswerWords {
    private static final Locale INDONESIAN = Locale.of("id", "ID");
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMMM uuuu HH.mm", INDONESIAN);

    private final Letters letters;
    private final MessageSource messages;

    AnswerWords(Letters letters, MessageSource messages) {
        this.letters = letters;
        this.messages = messages;
    }

    /** The block below the letter. */
    Signatory signatory(LocalGovernment government, Person decider, Instant decidedAt) {
        return new Signatory(
                text("registration.letter.officer", letters.registrationAuthority(government)),
                decider.displayName(),
                decider.rank(),
                decider.groupedNip(),
                text(
                        "registration.letter.decided",
                        WHEN.format(decidedAt.atZone(government.zone().id()))
                                + " "
                                + government.zone().name()));
    }

    /** Of one decision, by the hash of its signed statement. */
    String proof(LocalGovernment government, String certificateSerial, String sha256) {
        return text(
                "registration.letter.proof",
                letters.registrationAuthority(government),
                certificateSerial,
                sha256);
    }

    /** Of a list of decisions, by the hash of its signed manifest. */
    String listProof(LocalGovernment government, String certificateSerial, String sha256) {
        return text(
                "registration.letter.list-proof",
                letters.registrationAuthority(government),
                certificateSerial,
                sha256);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, INDONESIAN);
    }
}
