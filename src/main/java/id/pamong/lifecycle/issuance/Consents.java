package id.pamong.lifecycle.issuance;

import id.pamong.authority.gateway.ProfileId;
import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.archive.FileKind;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.letter.LetterKind;
import id.pamong.office.letter.Letters;
import id.pamong.office.letter.StandardText;
import id.pamong.office.letter.TextKind;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What the applicant reads and accepts before a key is made (MDN-13(5), 16(1)): terms of use with
 * key protection, then the subscriber agreement. Each by the version that was shown.
 */
@Component
public class Consents {
    private final OwnSession session;
    private final ActivationRows rows;
    private final ActivationTexts texts;
    private final CertificateSubjects subjects;
    private final People people;
    private final LocalGovernments governments;
    private final Letters letters;
    private final Archive archive;
    private final TenantTransactions transactions;
    private final Clock clock;

    Consents(
            OwnSession session,
            ActivationRows rows,
            ActivationTexts texts,
            CertificateSubjects subjects,
            People people,
            LocalGovernments governments,
            Letters letters,
            Archive archive,
            TenantTransactions transactions,
            Clock clock) {
        this.session = session;
        this.rows = rows;
        this.texts = texts;
        this.subjects = subjects;
        this.people = people;
        this.governments = governments;
        this.letters = letters;
        this.archive = archive;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The text to be read and accepted at a step. */
    public StandardText text(LocalGovernmentId government, TextKind kind, ProfileId profile) {
        return texts.text(governments.get(government), kind, profile);
    }

    private ProfileId profile(LocalGovernmentId government, Activation activation) {
        return transactions
                .inTenant(government, () -> subjects.of(government, activation))
                .profile();
    }

    /** The statement that the applicant accepts first: of an own key, or of a system's. */
    public TextKind statementOf(LocalGovernmentId government, Activation activation) {
        return profile(government, activation).isOfSystem()
                ? TextKind.SYSTEM_KEY_PROTECTION
                : TextKind.KEY_PROTECTION;
    }

    /**
     * Accepts terms of use and key protection (MDN-16(1)).
     *
     * @param sha256 of the text that was read
     */
    public ActivationOutcome acceptStatement(
            Actor actor, ActivationId id, boolean accepted, String sha256) {
        return session.step(
                actor,
                id,
                ActivationStep.STATEMENT,
                (government, activation) -> {
                    StandardText text =
                            texts.text(
                                    government,
                                    statementOf(government.id(), activation),
                                    profile(government.id(), activation));
                    Optional<ActivationOutcome> refused = unread(text, accepted, sha256);
                    if (refused.isPresent()) {
                        return refused.get();
                    }
                    rows.acceptStatement(id, text, clock.instant());
                    session.record(actor, id, "STATEMENT_ACCEPTED", facts(text));
                    return new ActivationOutcome.Done(ActivationStep.AGREEMENT);
                });
    }

    /**
     * Accepts the subscriber agreement (MDN-13(5)); its PDF with both texts goes to the archive.
     *
     * @param sha256 of the text that was read
     */
    public ActivationOutcome acceptAgreement(
            Actor actor, ActivationId id, boolean accepted, String sha256) {
        return session.step(
                actor,
                id,
                ActivationStep.AGREEMENT,
                (government, activation) -> {
                    StandardText text =
                            texts.text(
                                    government,
                                    TextKind.SUBSCRIBER_AGREEMENT,
                                    profile(government.id(), activation));
                    Optional<ActivationOutcome> refused = unread(text, accepted, sha256);
                    if (refused.isPresent()) {
                        return refused.get();
                    }
                    Instant now = clock.instant();
                    String number =
                            letters.nextNumber(
                                            government.id(),
                                            LetterKind.AGREEMENT,
                                            government.dateAt(now))
                                    .text();
                    byte[] pdf =
                            texts.agreement(
                                    government,
                                    people.get(government.id(), activation.person()),
                                    statementOf(government.id(), activation),
                                    profile(government.id(), activation),
                                    number,
                                    now);
                    FileId file =
                            archive.store(
                                    government.id(), FileKind.AGREEMENT, "application/pdf", pdf);
                    rows.acceptAgreement(id, text, number, file, now);
                    session.record(actor, id, "AGREEMENT_ACCEPTED", facts(text));
                    return new ActivationOutcome.Done(ActivationStep.PASSPHRASE);
                });
    }

    private static Optional<ActivationOutcome> unread(
            StandardText text, boolean accepted, String sha256) {
        if (!text.sha256().equals(sha256)) {
            return Optional.of(
                    ActivationOutcome.Refused.because("issuance.text-changed", "accepted"));
        }
        return accepted
                ? Optional.empty()
                : Optional.of(
                        ActivationOutcome.Refused.because("issuance.not-accepted", "accepted"));
    }

    private static Map<String, Object> facts(StandardText text) {
        return Map.of("version", text.version(), "sha256", text.sha256());
    }
}
