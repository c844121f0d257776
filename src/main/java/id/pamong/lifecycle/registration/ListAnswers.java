package id.pamong.lifecycle.registration;

import id.pamong.lifecycle.enrollment.CertificateWords;
import id.pamong.lifecycle.enrollment.CollectiveBatch;
import id.pamong.lifecycle.enrollment.Collectives;
import id.pamong.lifecycle.enrollment.Decision;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.archive.FileKind;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.letter.Letters;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.Agency;
import id.pamong.office.organization.Headship;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.regulation.Citation;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The answers to a list (MDN-11(2), 11(3)): one letter to the agency with the people in its annex,
 * and a notice to each person with the own outcome and reasons only.
 */
@Component
class ListAnswers {
    private static final Locale INDONESIAN = Locale.of("id", "ID");

    private final Collectives collectives;
    private final Enrollment enrollment;
    private final Letters letters;
    private final CertificateWords words;
    private final AnswerWords answerWords;
    private final Archive archive;
    private final Notifications notifications;
    private final People people;
    private final LocalGovernments governments;
    private final Regulations regulations;

    ListAnswers(
            Collectives collectives,
            Enrollment enrollment,
            Letters letters,
            CertificateWords words,
            AnswerWords answerWords,
            Archive archive,
            Notifications notifications,
            People people,
            LocalGovernments governments,
            Regulations regulations) {
        this.collectives = collectives;
        this.enrollment = enrollment;
        this.letters = letters;
        this.words = words;
        this.answerWords = answerWords;
        this.archive = archive;
        this.notifications = notifications;
        this.people = people;
        this.governments = governments;
        this.regulations = regulations;
    }

    /** Tells one person; joins the open transaction. */
    void tell(LocalGovernmentId tenant, Dossier dossier, DecisionDraft decision, String number) {
        notifications.tell(
                tenant,
                dossier.applicant().person(),
                switch (decision.decision()) {
                    case Decision.Approved _ -> "registration.list-approved";
                    case Decision.Returned _ -> "registration.list-returned";
                    case Decision.Rejected _ -> "registration.list-rejected";
                },
                Map.of(
                        "application",
                        dossier.number(),
                        "number",
                        number,
                        "reasons",
                        reasons(dossier, decision, "\n", "- ")),
                "/permohonan/" + dossier.id(),
                List.of());
    }

    /** A line of the annex. */
    public record Line(
            String name,
            String nip,
            String type,
            String application,
            String decision,
            String reasons) {
        @Override
        public String toString() {
            return "Line[" + decision + "]";
        }
    }

    /** Writes and archives the letter; joins the open transaction. */
    FileId letter(LocalGovernmentId tenant, DecisionList list, List<DecisionList.Entry> decided) {
        LocalGovernment government = governments.get(tenant);
        CollectiveBatch batch = collectives.find(tenant, list.batch()).orElseThrow();
        LocalDate on = government.dateAt(list.decidedAt());
        Person decider = people.get(tenant, list.officer());
        Map<String, Object> model = new HashMap<>();
        model.put("number", list.answerNumber());
        model.put("date", on);
        model.put(
                "recipient",
                people.headshipOf(tenant, batch.agency(), on)
                        .map(Headship::signatureTitle)
                        .or(() -> people.agency(tenant, batch.agency()).map(Agency::headPost))
                        .orElse(batch.agencyName()));
        model.put("title", batch.title());
        model.put("lines", decided.stream().map(entry -> line(tenant, entry)).toList());
        for (DecisionDraft.Outcome outcome : DecisionDraft.Outcome.values()) {
            model.put(
                    outcome.name().toLowerCase(Locale.ROOT),
                    (int)
                            decided.stream()
                                    .filter(entry -> entry.draft().outcome() == outcome)
                                    .count());
        }
        model.put("signatory", answerWords.signatory(government, decider, list.decidedAt()));
        model.put(
                "proof",
                answerWords.listProof(government, list.certificateSerial(), list.manifestSha256()));
        return archive.store(
                tenant,
                FileKind.ANSWER_LETTER,
                "application/pdf",
                letters.pdf(tenant, "answer-list", model));
    }

    private Line line(LocalGovernmentId tenant, DecisionList.Entry entry) {
        Dossier dossier = enrollment.dossier(tenant, entry.application());
        return new Line(
                dossier.applicant().displayName(),
                dossier.applicant().groupedNip(),
                words.of(dossier, INDONESIAN),
                dossier.number(),
                entry.draft().decision().code(),
                reasons(dossier, entry.draft(), "; ", ""));
    }

    private String reasons(Dossier dossier, DecisionDraft decision, String between, String before) {
        RegulationProfile profile = regulations.byHash(dossier.regulationHash());
        return decision.reasons().stream()
                .map(reason ->
                        before
                                + reason.text()
                                + reason.code().clauses(profile, dossier.type()).stream()
                                        .map(Citation::printedRef)
                                        .limit(1)
                                        .map(clause -> " (" + clause + ")")
                                        .collect(Collectors.joining()))
                .collect(Collectors.joining(between));
    }
}
