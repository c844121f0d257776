package id.pamong.lifecycle.registration;

import id.pamong.authority.custody.Custody;
import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.custody.NewKey;
import id.pamong.authority.signature.RawSignatures;
import id.pamong.lifecycle.enrollment.ApplicationDesk;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.DossierPaper;
import id.pamong.lifecycle.enrollment.DossierPapers;
import id.pamong.lifecycle.enrollment.Endorsement;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.enrollment.GiverDesk;
import id.pamong.lifecycle.enrollment.IntendedUse;
import id.pamong.lifecycle.enrollment.LetterDesk;
import id.pamong.lifecycle.enrollment.MailboxStep;
import id.pamong.lifecycle.registration.rules.OfficerCase;
import id.pamong.lifecycle.subscriber.Duty;
import id.pamong.office.archive.Archive;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.Headship;
import id.pamong.office.organization.HeadshipKind;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.NewPerson;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.PersonName;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.regulation.Regulations;
import id.pamong.office.regulation.Rule;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.TestPki;
import id.pamong.testkit.Town;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A registration authority's office in a town of its own, with two officers whose certificates come
 * from a PKI of the test, and applicants on demand.
 */
final class Office implements OfficerCertificates {
    static final String PASSPHRASE = "kereta sore menuju Madiun";
    private static final LocalDate SINCE = LocalDate.of(2026, 1, 5);

    final Town town;
    final TestPki pki;
    final PersonId rina;
    final PersonId joko;
    final RaOfficers officers;
    final VerificationDesk desk;
    final DecisionDesk decisions;
    final Mandates mandates;
    private final BeanFactory beans;
    private final MutableClock clock;
    private final Map<PersonId, OfficerCertificate> certificates = new HashMap<>();

    Office(BeanFactory beans) {
        this.beans = beans;
        this.clock = beans.getBean(MutableClock.class);
        this.town = new Town(beans);
        this.pki = new TestPki("Kota", clock.instant());
        this.mandates = beans.getBean(Mandates.class);
        this.officers =
                new RaOfficers(
                        mandates,
                        beans.getBean(People.class),
                        beans.getBean(LocalGovernments.class),
                        beans.getBean(Regulations.class),
                        thisAsProvider(),
                        beans.<Rule<OfficerCase>>getBeanProvider(
                                        ResolvableType.forClassWithGenerics(
                                                Rule.class, OfficerCase.class))
                                .orderedStream()
                                .toList(),
                        clock);
        this.desk =
                new VerificationDesk(
                        beans.getBean(Enrollment.class),
                        beans.getBean(VerificationRows.class),
                        beans.getBean(DecisionRows.class),
                        beans.getBean(Evidence.class),
                        beans.getBean(DecisionRules.class),
                        officers,
                        beans.getBean(People.class),
                        beans.getBean(Permissions.class),
                        beans.getBean(AuditTrail.class),
                        beans.getBean(TenantTransactions.class),
                        clock);
        this.decisions =
                new DecisionDesk(
                        desk,
                        beans.getBean(VerificationRows.class),
                        beans.getBean(DecisionRows.class),
                        beans.getBean(DecisionRules.class),
                        beans.getBean(Evidence.class),
                        officers,
                        beans.getBean(AnswerLetters.class),
                        beans.getBean(Enrollment.class),
                        beans.getBean(Custody.class),
                        beans.getBean(RawSignatures.class),
                        beans.getBean(Archive.class),
                        beans.getBean(Permissions.class),
                        beans.getBean(AuditTrail.class),
                        beans.getBean(TenantTransactions.class),
                        clock);
        for (Mandate.Kind kind : Mandate.Kind.values()) {
            mandates.enter(
                    town.government,
                    new Mandate(kind, "builtin", "555/1/2026", SINCE, SINCE, null));
        }
        beans.getBean(People.class)
                .appointHead(
                        town.government,
                        new Headship(
                                town.raOffice,
                                town.head,
                                HeadshipKind.PLT,
                                "Kepala Dinas Komunikasi dan Informatika",
                                "821/2/2026",
                                SINCE,
                                null),
                        null);
        this.rina = officer("Rina Kartika", 71);
        this.joko = officer("Joko Prasetyo", 72);
    }

    private org.springframework.beans.factory.ObjectProvider<OfficerCertificates> thisAsProvider() {
        DefaultListableBeanFactory factory = new DefaultListableBeanFactory();
        factory.registerSingleton("certificates", this);
        return factory.getBeanProvider(OfficerCertificates.class);
    }

    @Override
    public Optional<OfficerCertificate> usable(
            LocalGovernmentId government, PersonId person, Instant when) {
        return Optional.ofNullable(certificates.get(person));
    }

    private PersonId officer(String name, int number) {
        PersonId person =
                beans.getBean(People.class)
                        .enter(
                                town.government,
                                new NewPerson(
                                        new PersonName("", name, "S.Kom."),
                                        EmploymentClass.PNS,
                                        "35770152038500%02d".formatted(number),
                                        "198503122010012%03d".formatted(number),
                                        null,
                                        town.raOffice,
                                        "Pranata Komputer",
                                        "Penata (III/c)"),
                                SINCE,
                                null);
        appoint(person);
        NewKey key;
        try (SecretBytes passphrase = secret(PASSPHRASE)) {
            key =
                    beans.getBean(Custody.class)
                            .create(
                                    town.government,
                                    KeyAlgorithm.EC_P256,
                                    passphrase,
                                    "CN=" + name + ",O=Contoh,C=ID");
        }
        certificates.put(
                person,
                new OfficerCertificate(
                        key.id(),
                        pki.certify(key.publicKeySpki(), "CN=" + name + ",O=Contoh,C=ID")));
        return person;
    }

    void appoint(PersonId person) {
        mandates.enter(
                town.government,
                new Appointment(
                        person, Appointment.Post.OFFICER, "800/7/2026", SINCE, SINCE, null));
    }

    /** The officer's certificate was revoked or never came. */
    void withdrawCertificate(PersonId person) {
        certificates.remove(person);
    }

    Actor as(PersonId officer) {
        return town.as(officer, clock.instant(), Role.PERSON, Role.RA_OFFICER);
    }

    Enrollment enrollment() {
        return beans.getBean(Enrollment.class);
    }

    Dossier dossier(ApplicationId id) {
        return enrollment().dossier(town.government, id);
    }

    /** An application of the town's teacher, complete and in the queue. */
    ApplicationId submitted() {
        return submitted(town.teacher, "siti.aminah@madiunkota.go.id");
    }

    ApplicationId submitted(PersonId applicant, String email) {
        clock.advance(Duration.ofSeconds(1));
        enrolMeans(applicant);
        beans.getBean(People.class)
                .nameSuperior(town.government, applicant, town.superior, SINCE, null);
        Actor actor = town.as(applicant);
        ApplicationDesk desk = beans.getBean(ApplicationDesk.class);
        ApplicationId id = desk.start(actor);
        desk.save(
                actor,
                id,
                dossier(id).version(),
                new ApplicationDesk.Fields(
                        Set.of(IntendedUse.DIGITAL_SIGNATURE), Set.of(Duty.LETTER), "", email));
        beans.getBean(MailboxStep.class).sendCode(actor, id);
        beans.getBean(MailboxStep.class).confirmCode(actor, id, town.mailedCode());
        try {
            beans.getBean(DossierPapers.class)
                    .addPaper(
                            actor,
                            id,
                            DossierPaper.IDENTITY_CARD,
                            "ktp.png",
                            () -> new ByteArrayInputStream(card()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        beans.getBean(LetterDesk.class).ask(actor, id);
        GiverDesk givers = beans.getBean(GiverDesk.class);
        givers.give(
                town.as(town.superior),
                id,
                Endorsement.Kind.RECOMMENDATION,
                "Menandatangani rapor.",
                Set.of());
        givers.give(town.as(town.head), id, Endorsement.Kind.COVER_LETTER, "", Set.of());
        submit(applicant, id);
        return id;
    }

    void submit(PersonId applicant, ApplicationId id) {
        ApplicationDesk.Submission outcome =
                beans.getBean(ApplicationDesk.class)
                        .submit(town.as(applicant), id, dossier(id).version(), "Benar.");
        if (!(outcome instanceof ApplicationDesk.Submission.Submitted)) {
            throw new AssertionError("not submitted: " + outcome);
        }
    }

    /** The applicant claimed the account and proved a second factor. */
    private void enrolMeans(PersonId person) {
        UUID account = town.as(person).account().value();
        beans.getBean(TenantTransactions.class)
                .inTenant(
                        town.government,
                        () -> {
                            JdbcClient jdbc = beans.getBean(JdbcClient.class);
                            jdbc.sql(
                                            """
                                            insert into account (id, person, password_hash,
                                                password_changed_at, means_changed_at, claimed_at)
                                            values (?, ?, '-', ?, ?, ?)
                                            """)
                                    .params(account, person.value(), at(), at(), at())
                                    .update();
                            jdbc.sql(
                                            """
                                            insert into second_factor (account, secret, confirmed_at)
                                            values (?, '\\x00', ?)
                                            """)
                                    .params(account, at())
                                    .update();
                        });
    }

    private java.time.OffsetDateTime at() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static SecretBytes secret(String text) {
        return SecretBytes.takeOver(text.getBytes(StandardCharsets.UTF_8));
    }

    static CheckAnswer ok() {
        return new CheckAnswer(CheckResult.OK, "");
    }

    /** All groups in order. */
    static Map<CheckGroup, CheckAnswer> allOk() {
        return Map.of(
                CheckGroup.WRITTEN_APPLICATION,
                ok(),
                CheckGroup.IDENTITY,
                ok(),
                CheckGroup.RECOMMENDATION,
                ok(),
                CheckGroup.OTHER_DATA,
                ok());
    }

    /** All groups in order but the identity. */
    static Map<CheckGroup, CheckAnswer> cardUnreadable() {
        Map<CheckGroup, CheckAnswer> answers = new HashMap<>(allOk());
        answers.put(
                CheckGroup.IDENTITY, new CheckAnswer(CheckResult.NOT_OK, "Foto kartu terpotong."));
        return answers;
    }

    static DecisionDraft approve() {
        return new DecisionDraft(DecisionDraft.Outcome.APPROVED, List.of());
    }

    static DecisionDraft refuse(DecisionDraft.Outcome outcome, String sentence) {
        return new DecisionDraft(
                outcome,
                List.of(new DecisionDraft.DraftReason(ReasonCode.PAPER_UNREADABLE, sentence)));
    }

    private static byte[] card() {
        BufferedImage picture = new BufferedImage(1000, 630, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 1000; x++) {
            for (int y = 0; y < 630; y++) {
                picture.setRGB(x, y, (x * 31 + y * 17) & 0xffffff);
            }
        }
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
