package id.pamong.lifecycle.enrollment;

import id.pamong.authority.gateway.CertificationRequest;
import id.pamong.authority.gateway.CertificationRequests;
import id.pamong.lifecycle.subscriber.IdentityNumbers;
import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.letter.LetterKind;
import id.pamong.office.letter.Letters;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.regulation.CertificateType;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Dossiers that the counter keys from paper in the applicant's name (MDN-10(1)). The caller's
 * command asks for the right and leaves the audit record; both happen in the caller's transaction.
 */
@Component
public class PaperDossiers {
    private final Enrollment enrollment;
    private final Applications applications;
    private final ApplicationLetters letters;
    private final DossierPapers papers;
    private final LetterDesk letterDesk;
    private final ParticularsDesk particulars;
    private final DossierReview review;
    private final OwnDossiers own;
    private final Archive archive;
    private final Letters register;
    private final Regulations regulations;
    private final LocalGovernments governments;
    private final People people;
    private final ApplicationEventPublisher events;
    private final TenantTransactions transactions;

    PaperDossiers(
            Enrollment enrollment,
            Applications applications,
            ApplicationLetters letters,
            DossierPapers papers,
            LetterDesk letterDesk,
            ParticularsDesk particulars,
            DossierReview review,
            OwnDossiers own,
            Archive archive,
            Letters register,
            Regulations regulations,
            LocalGovernments governments,
            People people,
            ApplicationEventPublisher events,
            TenantTransactions transactions) {
        this.enrollment = enrollment;
        this.applications = applications;
        this.letters = letters;
        this.papers = papers;
        this.letterDesk = letterDesk;
        this.particulars = particulars;
        this.review = review;
        this.own = own;
        this.archive = archive;
        this.register = register;
        this.regulations = regulations;
        this.governments = governments;
        this.people = people;
        this.events = events;
        this.transactions = transactions;
    }

    /** A letter on paper: what stands on it and its scan in the archive. */
    public record PaperLetter(LetterDesk.ScanFields fields, FileId scan) {}

    /**
     * What was keyed.
     *
     * @param papers scans in the archive by item of the checklist
     * @param request PKCS#10 of a system's host as it was handed over, PEM; empty without one
     */
    public record Keyed(
            ApplicationDesk.Fields fields,
            String request,
            Map<String, FileId> papers,
            Map<Endorsement.Kind, PaperLetter> letters) {
        public Keyed {
            papers = Map.copyOf(papers);
            letters = Map.copyOf(letters);
        }
    }

    /** What became of it. */
    public sealed interface Keying {
        record Kept(Dossier dossier) implements Keying {}

        /** Nothing was kept; every finding at once. */
        record Refused(List<Finding> findings) implements Keying {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /** What became of a submission. */
    public sealed interface Submission {
        record Submitted(Dossier dossier) implements Submission {}

        /** Not submitted; every finding at once. */
        record Refused(List<Finding> findings) implements Submission {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /**
     * The application that paper of the person belongs to: the open one, else a new draft.
     *
     * @param wants what the paper applies for
     * @param known the one that the paper was keyed into before, or null
     * @return empty while that application is being verified or taken into use
     * @throws Conflict {@code application.not-offered} when it cannot be had here
     */
    public Optional<ApplicationId> openFor(
            LocalGovernmentId government,
            PersonId person,
            CertificateOffers.Offer wants,
            @Nullable ApplicationId known) {
        return transactions.inTenant(
                government,
                () -> {
                    Optional<ApplicationId> open =
                            known != null && wants.type() != CertificateType.INDIVIDUAL
                                    ? Optional.of(known)
                                    : applications.openOf(person, wants.type());
                    if (open.isPresent()) {
                        return open.filter(
                                id -> enrollment.dossier(government, id).state().isEditable());
                    }
                    LocalGovernment of = governments.get(government);
                    RegulationProfile profile =
                            regulations.profile(of.regulationId(), of.dateAt(own.now()));
                    Dossier draft =
                            ApplicationDesk.draft(
                                    people.get(government, person),
                                    profile,
                                    wants.type(),
                                    wants.kind(),
                                    wants.uses().getFirst(),
                                    own.now());
                    if (!applications.begin(draft)) {
                        throw new Conflict("stale");
                    }
                    return Optional.of(draft.id());
                });
    }

    /** Keeps what was keyed, with the papers and letters that it was keyed from. */
    public Keying key(Actor officer, ApplicationId id, Keyed keyed) {
        LocalGovernmentId tenant = officer.government();
        return transactions.inTenant(
                tenant,
                () -> {
                    Dossier dossier = enrollment.dossier(tenant, id);
                    if (!dossier.state().isEditable()) {
                        throw new Conflict("application.state");
                    }
                    List<Finding> findings = new ArrayList<>();
                    ApplicationDesk.Fields fields = keyed.fields();
                    if (fields.purpose().length() > ApplicationDesk.PURPOSE) {
                        findings.add(
                                Finding.blocking(
                                        "enrollment.purpose-long",
                                        "purpose",
                                        ApplicationDesk.PURPOSE));
                    }
                    if (fields.officialEmail().length() > 254) {
                        findings.add(Finding.blocking("email.form", "officialEmail"));
                    }
                    keyed.letters()
                            .forEach((kind, letter) ->
                                    findings.addAll(
                                            letterDesk.check(officer, kind, letter.fields())));
                    Particulars claimed = claimed(tenant, dossier, keyed, findings);
                    if (!findings.isEmpty()) {
                        return new Keying.Refused(findings);
                    }
                    Instant now = own.now();
                    keyed.papers()
                            .forEach((item, file) -> papers.putScan(tenant, id, item, file, now));
                    keyed.letters()
                            .forEach((kind, letter) -> put(officer, dossier, kind, letter, now));
                    applications.change(
                            dossier, filled(tenant, dossier, fields, now).claiming(claimed, now));
                    return new Keying.Kept(enrollment.dossier(tenant, id));
                });
    }

    /**
     * The hash of what staff can compare with the paper: the dossier without the moment at which
     * the applicant proved the address.
     */
    public String paperSha256(LocalGovernmentId government, ApplicationId id) {
        Dossier dossier = enrollment.dossier(government, id);
        return DossierHash.sealed(
                        dossier.reachedBy(dossier.officialEmail(), null, dossier.changedAt()))
                .sha256();
    }

    /** What the type asks for besides, as keyed; the request is read as the host made it. */
    private Particulars claimed(
            LocalGovernmentId tenant, Dossier dossier, Keyed keyed, List<Finding> findings) {
        Particulars claimed = particulars.completed(tenant, dossier, keyed.fields().particulars());
        Particulars.SystemClaim system = claimed.system();
        if (system == null || keyed.request().isBlank()) {
            return claimed;
        }
        return switch (CertificationRequests.read(
                keyed.request().strip().getBytes(StandardCharsets.UTF_8))) {
            case CertificationRequests.Reading.Unreadable(String code) -> {
                findings.add(Finding.blocking("enrollment." + code.replace('.', '-'), "request"));
                yield claimed;
            }
            case CertificationRequests.Reading.Read(CertificationRequest request) ->
                    claimed.with(system.with(request));
        };
    }

    private Dossier filled(
            LocalGovernmentId tenant, Dossier dossier, ApplicationDesk.Fields fields, Instant now) {
        Person person = people.get(tenant, dossier.applicant().person());
        Dossier next =
                dossier.of(ApplicationDesk.factsOf(person), now)
                        .wanting(fields.uses(), fields.duties(), fields.purpose(), now);
        String typed = fields.officialEmail().strip();
        String email = IdentityNumbers.canonicalEmail(typed).orElse(typed);
        if (email.equals(dossier.officialEmail() == null ? "" : dossier.officialEmail())) {
            return next;
        }
        return next.reachedBy(
                email.isEmpty() ? null : email,
                email.equals(person.officialEmail()) ? person.emailConfirmedAt() : null,
                now);
    }

    private void put(
            Actor officer,
            Dossier dossier,
            Endorsement.Kind kind,
            PaperLetter letter,
            Instant now) {
        LocalGovernment government = governments.get(officer.government());
        LetterDesk.ScanFields fields = letter.fields();
        LocalDate datedOn = LocalDate.parse(fields.datedOn());
        Endorsement endorsement =
                new Endorsement(
                        UUID.randomUUID(),
                        kind,
                        Endorsement.Form.SCAN,
                        fields.number(),
                        datedOn,
                        letterDesk.recognise(government, dossier, datedOn, fields.giverName()),
                        fields.giverName(),
                        fields.giverTitle(),
                        letter.scan(),
                        archive.describe(officer.government(), letter.scan()).sha256(),
                        now);
        letterDesk.keepScan(government, dossier, endorsement);
        letters.link(dossier.id(), endorsement, now);
    }

    /**
     * Submits what was keyed; the written application is the scan of the wet-signed form.
     *
     * @param declaration names the paper on which the applicant declared the truth
     */
    public Submission submit(LocalGovernmentId tenant, ApplicationId id, String declaration) {
        return transactions.inTenant(
                tenant,
                () -> {
                    LocalGovernment government = governments.get(tenant);
                    Dossier dossier = enrollment.dossier(tenant, id);
                    Person person = people.get(tenant, dossier.applicant().person());
                    Dossier current =
                            dossier.of(ApplicationDesk.factsOf(person), dossier.changedAt());
                    List<Finding> findings =
                            new ArrayList<>(review.review(government, current, true));
                    if (dossier.paper(DossierPaper.APPLICATION_LETTER).isEmpty()) {
                        findings.add(
                                Finding.blocking(
                                        "enrollment.application-letter-missing",
                                        DossierPaper.APPLICATION_LETTER));
                    }
                    if (findings.stream().anyMatch(Finding::isBlocking)) {
                        return new Submission.Refused(findings);
                    }
                    Instant now = own.now();
                    String number =
                            dossier.number().isEmpty()
                                    ? register.nextNumber(
                                                    tenant,
                                                    LetterKind.APPLICATION,
                                                    government.dateAt(now))
                                            .text()
                                    : dossier.number();
                    Dossier submitted =
                            enrollment.moved(
                                    dossier,
                                    current.declared(number, DossierHash.sha256(declaration), now),
                                    Step.SUBMIT,
                                    List.of(),
                                    now);
                    events.publishEvent(new ApplicationSubmitted(tenant, id));
                    return new Submission.Submitted(submitted);
                });
    }
}
