package id.pamong.lifecycle.registration;

import static java.util.Map.entry;

import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.CertificateWords;
import id.pamong.lifecycle.enrollment.Decision;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.archive.FileKind;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.letter.LetterKind;
import id.pamong.office.letter.LetterLine;
import id.pamong.office.letter.LetterNumber;
import id.pamong.office.letter.Letters;
import id.pamong.office.notification.Attachment;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.regulation.Citation;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The answer to the applicant (MDN-11(2), 11(3)): letter, archive, inbox and e-mail. */
@Component
class AnswerLetters {
    private static final Locale INDONESIAN = Locale.of("id", "ID");

    private final Letters letters;
    private final CertificateWords words;
    private final AnswerWords answerWords;
    private final Archive archive;
    private final Notifications notifications;
    private final People people;
    private final LocalGovernments governments;
    private final Regulations regulations;

    AnswerLetters(
            Letters letters,
            CertificateWords words,
            AnswerWords answerWords,
            Archive archive,
            Notifications notifications,
            People people,
            LocalGovernments governments,
            Regulations regulations) {
        this.letters = letters;
        this.words = words;
        this.answerWords = answerWords;
        this.archive = archive;
        this.notifications = notifications;
        this.people = people;
        this.governments = governments;
        this.regulations = regulations;
    }

    /** Where the letter went. */
    record Sent(LetterNumber number, FileId file) {}

    /** Writes, archives and sends the answer; joins the open transaction. */
    Sent send(
            LocalGovernmentId tenant,
            Dossier dossier,
            DecisionDraft decision,
            PersonId officer,
            String certificateSerial,
            String statementSha256,
            Instant decidedAt) {
        LocalGovernment government = governments.get(tenant);
        Person applicant = people.get(tenant, dossier.applicant().person());
        Person decider = people.get(tenant, officer);
        LetterNumber number =
                letters.nextNumber(tenant, LetterKind.ANSWER, government.dateAt(decidedAt));
        byte[] pdf =
                letters.pdf(
                        tenant,
                        "answer",
                        Map.ofEntries(
                                entry("number", number),
                                entry("date", government.dateAt(decidedAt)),
                                entry("applicant", applicant),
                                entry("type", words.of(dossier, INDONESIAN)),
                                entry("applicationNumber", dossier.number()),
                                entry(
                                        "submittedAt",
                                        dossier.reachedAt(ApplicationState.SUBMITTED)
                                                .orElse(decidedAt)),
                                entry("decision", decision.decision().code()),
                                entry("reasons", reasons(dossier, decision)),
                                entry(
                                        "signatory",
                                        answerWords.signatory(government, decider, decidedAt)),
                                entry(
                                        "proof",
                                        answerWords.proof(
                                                government, certificateSerial, statementSha256))));
        FileId file = archive.store(tenant, FileKind.ANSWER_LETTER, "application/pdf", pdf);
        notifications.tell(
                tenant,
                applicant.id(),
                switch (decision.decision()) {
                    case Decision.Approved _ -> "registration.approved";
                    case Decision.Returned _ -> "registration.returned";
                    case Decision.Rejected _ -> "registration.rejected";
                },
                Map.of(
                        "application",
                        dossier.number(),
                        "number",
                        number.text(),
                        "reasons",
                        decision.reasons().stream()
                                .map(reason -> "- " + reason.text())
                                .collect(Collectors.joining("\n"))),
                "/permohonan/" + dossier.id(),
                List.of(
                        new Attachment(
                                number.text().replace('/', '-') + ".pdf", "application/pdf", pdf)));
        return new Sent(number, file);
    }

    private List<LetterLine> reasons(Dossier dossier, DecisionDraft decision) {
        RegulationProfile profile = regulations.byHash(dossier.regulationHash());
        return decision.reasons().stream()
                .map(reason ->
                        new LetterLine(
                                reason.code().clauses(profile, dossier.type()).stream()
                                        .map(Citation::printedRef)
                                        .limit(1)
                                        .collect(Collectors.joining()),
                                reason.text()))
                .toList();
    }
}
