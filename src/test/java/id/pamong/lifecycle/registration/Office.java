package id.pamong.lifecycle.registration;

import id.pamong.authority.custody.Custody;
import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.custody.NewKey;
import id.pamong.lifecycle.counter.PaperFile;
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
import id.pamong.lifecycle.subscriber.Duty;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.Headship;
import id.pamong.office.organization.HeadshipKind;
import id.pamong.office.organization.NewPerson;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.PersonName;
import id.pamong.office.protection.SecretBytes;
import id.pamong.testkit.Law;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.TestPki;
import id.pamong.testkit.Town;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A registration authority's office in a town of its own, with two officers whose certificates come
 * from a PKI of the test, and applicants on demand.
 */
final class Office {
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
    final PaperFile onPaper;
    private final BeanFactory beans;
    private final MutableClock clock;

    /** Under the law that the test runs under. */
    Office(BeanFactory beans) {
        this(beans, Law.running().regulation());
    }

    Office(BeanFactory beans, String regulationId) {
        this.beans = beans;
        this.clock = beans.getBean(MutableClock.class);
        this.town = new Town(beans, regulationId);
        this.pki = new TestPki("Kota", clock.instant());
        this.mandates = beans.getBean(Mandates.class);
        this.officers = beans.getBean(RaOfficers.class);
        this.desk = beans.getBean(VerificationDesk.class);
        this.decisions = beans.getBean(DecisionDesk.class);
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
        this.onPaper = new PaperFile(beans, town, as(joko), town.teacher);
    }

    /** A further officer with a certificate. */
    PersonId officer(String name, int number) {
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
        register(person, key, pki.certify(key.publicKeySpki(), "CN=" + name + ",O=Contoh,C=ID"));
        return person;
    }

    void appoint(PersonId person) {
        mandates.enter(
                town.government,
                new Appointment(
                        person, Appointment.Post.OFFICER, "800/7/2026", SINCE, SINCE, null));
    }

    /** As issuance registers a certificate. */
    private void register(PersonId person, NewKey key, List<X509Certificate> chain) {
        try {
            byte[] der = chain.getFirst().getEncoded();
            byte[][] issuers = {chain.get(1).getEncoded(), chain.get(2).getEncoded()};
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            inTown(jdbc ->
                    jdbc.sql(
                                    """
                                    insert into certificate (id, person, profile, request_key, sealed_key,
                                        algorithm, public_key_sha256, standing, agency, subject, issuer,
                                        serial, sha256, not_before, not_after, registered_at, der, chain)
                                    values (?, ?, 'RA_OFFICER', ?, ?, 'EC_P256', ?, 'INTERNAL', '-', '-',
                                        '-', ?, ?, ?, ?, ?, ?, ?)
                                    """)
                            .params(
                                    UUID.randomUUID(),
                                    person.value(),
                                    UUID.randomUUID(),
                                    key.id().value(),
                                    sha256.digest(key.publicKeySpki()),
                                    chain.getFirst().getSerialNumber().toString(16),
                                    HexFormat.of().formatHex(sha256.digest(der)),
                                    utc(chain.getFirst().getNotBefore().toInstant()),
                                    utc(chain.getFirst().getNotAfter().toInstant()),
                                    at(),
                                    der,
                                    issuers)
                            .update());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The officer's certificate was revoked. */
    void revokeCertificate(PersonId person) {
        inTown(jdbc ->
                jdbc.sql(
                                """
                                update certificate set revoked_at = ?,
                                    revocation_reason = 'CESSATION_OF_OPERATION' where person = ?
                                """)
                        .params(at(), person.value())
                        .update());
    }

    /** The agreement with the CA ran out yesterday. */
    void endAgreement() {
        inTown(jdbc ->
                jdbc.sql("update ra_mandate set ends_on = ? where kind = 'CA_AGREEMENT'")
                        .param(LocalDate.of(2026, 11, 22))
                        .update());
    }

    private void inTown(Consumer<JdbcClient> work) {
        beans.getBean(TenantTransactions.class)
                .inTenant(town.government, () -> work.accept(beans.getBean(JdbcClient.class)));
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
        return submitted(town.teacher, town.address("siti.aminah"));
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

    /** As {@link #submitted()}, on paper that joko received, keyed and submitted. */
    ApplicationId submittedOnPaper() {
        clock.advance(Duration.ofSeconds(1));
        enrolMeans(town.teacher);
        return onPaper.submitted(town.address("siti.aminah"));
    }

    void submit(PersonId applicant, ApplicationId id) {
        ApplicationDesk.Submission outcome =
                beans.getBean(ApplicationDesk.class)
                        .submit(town.as(applicant), id, dossier(id).version(), "Benar.");
        if (!(outcome instanceof ApplicationDesk.Submission.Submitted)) {
            throw new AssertionError("not submitted: " + outcome);
        }
    }

    /** The person claimed the account and proved a second factor. */
    void enrolMeans(PersonId person) {
        UUID account = town.as(person).account().value();
        inTown(jdbc -> {
            jdbc.sql(
                            """
                            insert into account (id, person, password_hash,
                                password_changed_at, means_changed_at, claimed_at)
                            values (?, ?, '-', ?, ?, ?)
                            """)
                    .params(account, person.value(), at(), at(), at())
                    .update();
            jdbc.sql("insert into second_factor (account, secret, confirmed_at) values (?, ?, ?)")
                    .params(account, new byte[1], at())
                    .update();
        });
    }

    private OffsetDateTime at() {
        return utc(clock.instant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
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

    static byte[] card() {
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
