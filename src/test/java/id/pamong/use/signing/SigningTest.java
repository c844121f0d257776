package id.pamong.use.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.custody.Custody;
import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.custody.NewKey;
import id.pamong.authority.gateway.CertificateOrder;
import id.pamong.authority.gateway.OrderBook;
import id.pamong.authority.gateway.OrderOutcome;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.RequestKey;
import id.pamong.authority.gateway.Standing;
import id.pamong.authority.gateway.SubjectName;
import id.pamong.authority.signature.DocumentSource;
import id.pamong.authority.signature.ReasonCode;
import id.pamong.authority.signature.SignaturePlacement;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.NewCertificate;
import id.pamong.lifecycle.certificate.RegistrationOutcome;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.DataUpdates;
import id.pamong.office.organization.HeadshipKind;
import id.pamong.office.organization.HoldingId;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.NewHolding;
import id.pamong.office.organization.NewMandate;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.PostId;
import id.pamong.office.organization.PostRegister;
import id.pamong.office.organization.PostRole;
import id.pamong.office.organization.Posts;
import id.pamong.office.organization.ServiceEnd;
import id.pamong.office.organization.SigningCapacity;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.TestAuthority;
import id.pamong.testkit.Town;
import id.pamong.testkit.UnderEachLaw;
import id.pamong.use.verification.CheckResult;
import id.pamong.use.verification.SignerPosts;
import id.pamong.use.verification.Verification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An owner signs letters; everyone can check them. */
@RoomTest
class SigningTest {
    static final String PASSPHRASE = "pohon mangga di halaman 7";

    @Autowired private BeanFactory beans;
    @Autowired private Signing signing;
    @Autowired private Verification verification;
    @Autowired private Custody custody;
    @Autowired private OrderBook orders;
    @Autowired private Certificates certificates;
    @Autowired private BuiltinAuthority authority;
    @Autowired private LocalGovernments governments;
    @Autowired private People people;
    @Autowired private Posts posts;
    @Autowired private DataUpdates updates;
    @Autowired private PostRegister register;
    @Autowired private TenantTransactions transactions;
    @Autowired private JdbcClient jdbc;
    @Autowired private MutableClock clock;

    private Town town;
    private LocalGovernment government;
    private Actor owner;

    @BeforeEach
    void build() {
        clock.reset();
        town = new Town(beans);
        government = governments.get(town.government);
        TestAuthority.serve(authority, clock, town.government, government.slug());
        certify(town.teacher);
        owner = town.as(town.teacher, clock.instant(), Role.PERSON);
    }

    @UnderEachLaw
    @Article({"MDN-1.11", "MDN-7(5)a", "MDN-8(2)", "CJR-1.13", "CJR-8(5)a", "CJR-9(2)"})
    void a_letter_is_uploaded_placed_signed_and_checked_by_anyone() throws Exception {
        LetterId id = upload(letter());
        place(id);

        SigningOutcome outcome = sign(id, PASSPHRASE);

        assertThat(outcome).isInstanceOf(SigningOutcome.Signed.class);
        Letter signed = signing.mine(owner, id);
        byte[] file = bytes(signing.signedFile(town.government, signed));
        CheckResult result =
                verification.check(town.government, DocumentSource.of(file), Optional.empty());
        assertThat(result.report().reason()).isEqualTo(ReasonCode.VALID_TRIAL);
        assertThat(result.report().standing()).isEqualTo(Standing.TRIAL);
        assertThat(result.isRegisteredCopy()).isTrue();
        assertThat(result.registered()).map(Letter::id).contains(id);
        assertThat(verification.registered(town.government, signed.token()))
                .map(found -> found.signature().post())
                .contains(people.get(town.government, town.teacher).post());
        assertThat(outcomes("signing.sign")).containsExactly("SIGNED");
        assertThat(outcomes("signing.upload")).containsExactly("KEPT");
        assertThat(facts("signing.place")).singleElement().asString().contains("\"capacity\":\"\"");
        assertThat(facts("signing.sign"))
                .singleElement()
                .asString()
                .contains("\"capacity\":\"own\"");
        assertThat(outcomes("verification.check")).containsExactly("VALID_TRIAL");
        pdfsigAccepts(file);
    }

    @UnderEachLaw
    @Article({"MDN-8(2)", "CJR-9(2)"})
    void a_byte_changed_in_the_letter_is_named_with_its_page() throws Exception {
        LetterId id = upload(letter());
        sign(id, PASSPHRASE);
        byte[] file = bytes(signing.signedFile(town.government, signing.mine(owner, id)));
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("halaman kedua");
        file[at] = 'H';

        CheckResult result =
                verification.check(town.government, DocumentSource.of(file), Optional.empty());

        assertThat(result.report().reason()).isEqualTo(ReasonCode.WRONG_DIGEST);
        assertThat(result.changedPages()).containsExactly(2);
        assertThat(result.isRegisteredCopy()).isFalse();
    }

    @UnderEachLaw
    @Article({"MDN-17c", "CJR-18c"})
    void a_wrong_passphrase_keeps_the_letter_and_says_how_many_tries_are_left() throws Exception {
        LetterId id = upload(letter());
        place(id);
        Placement placed = signing.mine(owner, id).placement();

        assertThat(findings(sign(id, "bukan passphrase saya")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("signing.wrong-passphrase");
                    assertThat(finding.arguments()).containsExactly(4);
                });
        Letter kept = signing.mine(owner, id);
        assertThat(kept.state()).isEqualTo(Letter.State.DRAFT);
        assertThat(kept.placement()).isEqualTo(placed);
        assertThat(outcomes("signing.sign")).containsExactly("NOT_SIGNED");
        assertThat(sign(id, PASSPHRASE)).isInstanceOf(SigningOutcome.Signed.class);
    }

    @Test
    void sent_twice_at_once_it_is_signed_once() throws Exception {
        LetterId id = upload(letter());
        try (ExecutorService hands = Executors.newFixedThreadPool(2)) {
            Callable<SigningOutcome> click = () -> sign(id, PASSPHRASE);
            List<Future<SigningOutcome>> both = hands.invokeAll(List.of(click, click));
            assertThat(List.of(both.get(0).get(), both.get(1).get()))
                    .anyMatch(SigningOutcome.Signed.class::isInstance);
        }
        assertThat(outcomes("signing.sign")).containsOnlyOnce("SIGNED");
        assertThat(sign(id, PASSPHRASE)).isInstanceOf(SigningOutcome.Signed.class);
        assertThat(outcomes("signing.sign")).containsOnlyOnce("SIGNED");
    }

    @Test
    void a_signing_that_was_cut_off_can_be_done_again() throws Exception {
        LetterId id = upload(letter());
        transactions.inTenant(
                town.government,
                () ->
                        jdbc.sql(
                                        "update signing_letter set state = 'SIGNING', signing_at ="
                                                + " :at where id = :id")
                                .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                                .param("id", id.value())
                                .update());

        assertThat(findings(sign(id, PASSPHRASE)))
                .extracting(Finding::code)
                .containsExactly("signing.under-way");
        clock.advance(Duration.ofMinutes(3));
        assertThat(sign(id, PASSPHRASE)).isInstanceOf(SigningOutcome.Signed.class);
    }

    @UnderEachLaw
    @Article({"MDN-7(2)", "CJR-1.12", "CJR-8(2)"})
    void who_has_left_service_signs_no_letter_with_a_certificate_still_in_force() throws Exception {
        LetterId id = upload(letter());
        place(id);
        LocalDate today = government.dateAt(clock.instant());
        assertThat(
                        updates.leave(
                                town.government,
                                town.teacher,
                                new ServiceEnd(
                                        ServiceEnd.Kind.RETIREMENT,
                                        today,
                                        "800/9/2026",
                                        today,
                                        "Batas usia pensiun"),
                                UUID.randomUUID()))
                .isEmpty();
        assertThat(signing.readiness(government, town.teacher).isReady()).isTrue();

        clock.advance(Duration.ofDays(1));
        owner = town.as(town.teacher, clock.instant(), Role.PERSON);

        assertThat(signing.readiness(government, town.teacher).findings())
                .extracting(Finding::code)
                .containsExactly("subscriber.not-in-service");
        assertThat(findings(sign(id, PASSPHRASE)))
                .extracting(Finding::code)
                .contains("subscriber.not-in-service");
    }

    @Test
    void without_a_certificate_it_is_said_before_anything_else() throws Exception {
        Readiness readiness = signing.readiness(government, town.superior);

        assertThat(readiness.isReady()).isFalse();
        assertThat(readiness.findings())
                .extracting(Finding::code)
                .containsExactly("signing.no-certificate");
    }

    @Test
    void nobody_else_sees_or_signs_the_letter() throws Exception {
        LetterId id = upload(letter());
        Actor other = town.as(town.superior, clock.instant(), Role.PERSON);

        assertThatThrownBy(() -> signing.mine(other, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> signing.place(other, id, placement()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> signing.sign(government, other, id, secret(PASSPHRASE)))
                .isInstanceOf(NotFound.class);
        assertThat(signing.mine(other, Optional.empty(), 10)).isEmpty();
    }

    @Test
    void without_a_fresh_second_factor_nothing_is_signed() throws Exception {
        LetterId id = upload(letter());
        Actor stale = town.as(town.teacher, null, Role.PERSON);

        assertThatThrownBy(() -> signing.sign(government, stale, id, secret(PASSPHRASE)))
                .isInstanceOf(Forbidden.class);
        assertThat(outcomes("signing.sign")).isEmpty();
    }

    @Test
    void what_is_no_letter_is_refused_with_a_reason() {
        assertThat(
                        signing.upload(
                                owner,
                                "surat.pdf",
                                DocumentSource.of("halo".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(
                        UploadOutcome.Refused.class,
                        refused ->
                                assertThat(refused.findings())
                                        .extracting(Finding::code)
                                        .containsExactly("signing.not-pdf"));
    }

    @Test
    void letters_come_page_by_page_newest_first() throws Exception {
        LetterId first = upload(letter());
        clock.advance(Duration.ofMinutes(1));
        LetterId second = upload(letter());

        assertThat(signing.mine(owner, Optional.empty(), 1))
                .extracting(Letter::id)
                .containsExactly(second);
        assertThat(signing.mine(owner, Optional.of(second), 5))
                .extracting(Letter::id)
                .containsExactly(first);
    }

    @Test
    @Article("MDN-1.12")
    void a_letter_is_signed_in_the_post_chosen_among_those_held_on_the_day() throws Exception {
        LocalDate today = government.dateAt(clock.instant());
        HoldingId acting = hold(HeadshipKind.PLT, today, today);
        List<String> words =
                signing.capacities(government, town.teacher, null).stream()
                        .map(SigningCapacity::text)
                        .toList();
        LetterId id = upload(letter());
        signing.place(owner, id, in("holding-" + acting));

        sign(id, PASSPHRASE);

        assertThat(words).containsExactly("Guru Ahli Muda", "Plt. Kepala Dinas Pendidikan");
        Letter signed = signing.mine(owner, id);
        assertThat(signed.signature().post()).isEqualTo("Plt. Kepala Dinas Pendidikan");
        CheckResult result = check(signed);
        assertThat(result.posts().values())
                .singleElement()
                .satisfies(posts -> {
                    assertThat(posts.claimed()).isEqualTo("Plt. Kepala Dinas Pendidikan");
                    assertThat(posts.isHeld()).isTrue();
                });
        assertThat(text(signed)).contains("Plt. Kepala Dinas Pendidikan");
    }

    @Test
    @Article("MDN-1.12")
    void a_post_that_ended_before_the_signature_is_refused_and_the_letter_stays() throws Exception {
        LocalDate today = government.dateAt(clock.instant());
        HoldingId acting = hold(HeadshipKind.PLH, today, today);
        LetterId id = upload(letter());
        signing.place(owner, id, in("holding-" + acting));
        clock.advance(Duration.ofDays(1));
        owner = town.as(town.teacher, clock.instant(), Role.PERSON);

        assertThat(findings(sign(id, PASSPHRASE)))
                .extracting(Finding::code)
                .containsExactly("signing.capacity-gone");
        assertThat(signing.mine(owner, id).state()).isEqualTo(Letter.State.DRAFT);
    }

    @Test
    @Article("MDN-1.12")
    void the_check_says_when_the_block_names_a_post_that_was_not_held_on_the_day()
            throws Exception {
        LocalDate today = government.dateAt(clock.instant());
        HoldingId acting = hold(HeadshipKind.PLT, today.minusDays(9), null);
        LetterId id = upload(letter());
        signing.place(owner, id, in("holding-" + acting));
        sign(id, PASSPHRASE);
        Letter signed = signing.mine(owner, id);
        assertThat(check(signed).posts().values()).allMatch(SignerPosts::isHeld);

        register.end(town.government, acting, today.minusDays(1), "821/9/2026", UUID.randomUUID());

        assertThat(check(signed).posts().values())
                .singleElement()
                .satisfies(posts -> {
                    assertThat(posts.isContradicted()).isTrue();
                    assertThat(posts.registered()).containsExactly("Guru Ahli Muda");
                });
        assertThat(verification.posts(town.government, signed).isContradicted()).isTrue();
    }

    @Test
    @Article("MDN-1.12")
    void a_letter_in_anothers_name_says_so_in_block_and_register() throws Exception {
        LocalDate today = government.dateAt(clock.instant());
        PostId own =
                new PostId(
                        ((PostRegister.Outcome.Entered)
                                        register.add(
                                                town.government,
                                                null,
                                                "Asisten Administrasi Umum",
                                                UUID.randomUUID()))
                                .id());
        hold(own, HeadshipKind.DEFINITIVE, today, null);
        PostId mayor = posts.ofRole(town.government, PostRole.HEAD_OF_REGION).orElseThrow().id();
        UUID mandate =
                ((PostRegister.Outcome.Entered)
                                register.grant(
                                        town.government,
                                        new NewMandate(
                                                mayor,
                                                null,
                                                own,
                                                "Undangan",
                                                "100/1",
                                                today,
                                                today,
                                                today),
                                        UUID.randomUUID()))
                        .id();
        LetterId id = upload(letter());
        signing.place(owner, id, in("mandate-" + mandate));
        sign(id, PASSPHRASE);

        Letter signed = signing.mine(owner, id);
        assertThat(signed.signature().post())
                .isEqualTo("a.n. Wali Kota Madiun / Asisten Administrasi Umum");
        assertThat(text(signed))
                .containsSubsequence("a.n. Wali Kota Madiun", "Asisten Administrasi Umum");
        assertThat(check(signed).posts().values()).allMatch(SignerPosts::isHeld);
    }

    private HoldingId hold(HeadshipKind kind, LocalDate from, @Nullable LocalDate until) {
        return hold(
                posts.leading(town.government, town.education).orElseThrow().id(),
                kind,
                from,
                until);
    }

    private HoldingId hold(
            PostId post, HeadshipKind kind, LocalDate from, @Nullable LocalDate until) {
        PostRegister.Outcome outcome =
                register.enter(
                        town.government,
                        new NewHolding(
                                post,
                                town.teacher,
                                kind,
                                "821/7/2026",
                                from,
                                from,
                                until,
                                false,
                                true),
                        UUID.randomUUID());
        if (outcome instanceof PostRegister.Outcome.Entered(UUID id, List<Finding> findings)) {
            return new HoldingId(id);
        }
        throw new AssertionError(outcome);
    }

    private static Placement in(String capacity) {
        Placement it = placement();
        return new Placement(it.at(), it.duty(), capacity, it.number(), it.subject());
    }

    private CheckResult check(Letter signed) throws IOException {
        return verification.check(
                town.government,
                DocumentSource.of(bytes(signing.signedFile(town.government, signed))),
                Optional.empty());
    }

    /** What a reader of the file finds written in its blocks. */
    private String text(Letter signed) throws IOException {
        try (PDDocument pdf =
                org.apache.pdfbox.Loader.loadPDF(
                        bytes(signing.signedFile(town.government, signed)))) {
            StringBuilder all = new StringBuilder();
            for (var widget : pdf.getPage(1).getAnnotations()) {
                PDDocument drawn = new PDDocument();
                PDPage page = new PDPage();
                drawn.addPage(page);
                try (drawn) {
                    try (var out = new org.apache.pdfbox.pdmodel.PDPageContentStream(drawn, page)) {
                        out.drawForm(widget.getNormalAppearanceStream());
                    }
                    all.append(new org.apache.pdfbox.text.PDFTextStripper().getText(drawn));
                }
            }
            return all.toString();
        }
    }

    private LetterId upload(byte[] pdf) {
        return switch (signing.upload(owner, "surat dinas.pdf", DocumentSource.of(pdf))) {
            case UploadOutcome.Kept(LetterId letter) -> letter;
            case UploadOutcome.Refused(List<Finding> findings) ->
                    throw new AssertionError(findings.toString());
        };
    }

    private void place(LetterId id) {
        assertThat(signing.place(owner, id, placement())).isEmpty();
    }

    static Placement placement() {
        return new Placement(
                new SignaturePlacement(2, 300, 600, 230, 100),
                Duty.OFFICIAL_LETTER,
                "",
                "800/123/2026",
                "Undangan rapat");
    }

    private SigningOutcome sign(LetterId id, String passphrase) {
        try (SecretBytes secret = secret(passphrase)) {
            return signing.sign(government, owner, id, secret);
        }
    }

    private static List<Finding> findings(SigningOutcome outcome) {
        return switch (outcome) {
            case SigningOutcome.NotSigned(Letter letter, List<Finding> findings) -> findings;
            case SigningOutcome.Signed signed -> throw new AssertionError("signed");
        };
    }

    private List<String> outcomes(String command) {
        return transactions.inTenant(
                town.government,
                () ->
                        jdbc.sql(
                                        "select outcome from audit_record where command = :command"
                                                + " order by position")
                                .param("command", command)
                                .query(String.class)
                                .list());
    }

    private List<String> facts(String command) {
        return transactions.inTenant(
                town.government,
                () ->
                        jdbc.sql(
                                        "select canonical from audit_record where command = :command"
                                                + " order by position")
                                .param("command", command)
                                .query(String.class)
                                .list());
    }

    private void certify(PersonId id) {
        Person person = people.get(town.government, id);
        SubjectName subject = new SubjectName(person.displayName(), "Pemerintah Kota Madiun", "ID");
        NewKey key;
        try (SecretBytes secret = secret(PASSPHRASE)) {
            key = custody.create(town.government, KeyAlgorithm.EC_P256, secret, subject.rfc4514());
        }
        CertificateOrder order =
                new CertificateOrder(
                        new RequestKey(UUID.randomUUID()),
                        town.government,
                        ProfileId.INDIVIDUAL_SIGNATURE,
                        subject,
                        List.of(),
                        key.csrDer());
        RegistrationOutcome outcome =
                transactions.inTenant(
                        town.government,
                        () ->
                                switch (orders.place(order)) {
                                    case OrderOutcome.Issued(byte[] der, List<byte[]> chain) ->
                                            certificates.register(
                                                    town.government,
                                                    new NewCertificate(
                                                            order,
                                                            key,
                                                            id,
                                                            Standing.TRIAL,
                                                            person.post(),
                                                            person.agencyName(),
                                                            der,
                                                            chain));
                                    case OrderOutcome other ->
                                            throw new AssertionError(other.toString());
                                });
        assertThat(outcome).isInstanceOf(RegistrationOutcome.Registered.class);
    }

    static SecretBytes secret(String text) {
        return SecretBytes.takeOver(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] letter() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            for (String words : List.of("halaman pertama", "halaman kedua")) {
                PDPage page = new PDPage(org.apache.pdfbox.pdmodel.common.PDRectangle.A4);
                pdf.addPage(page);
                try (var out =
                        new org.apache.pdfbox.pdmodel.PDPageContentStream(
                                pdf,
                                page,
                                org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode.OVERWRITE,
                                false)) {
                    out.beginText();
                    out.setFont(
                            new org.apache.pdfbox.pdmodel.font.PDType1Font(
                                    org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName
                                            .HELVETICA),
                            12);
                    out.newLineAtOffset(72, 700);
                    out.showText("Surat dinas, " + words);
                    out.endText();
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    static byte[] bytes(DocumentSource source) throws IOException {
        try (InputStream in = source.open()) {
            return in.readAllBytes();
        }
    }

    static void pdfsigAccepts(byte[] pdf) throws Exception {
        Path file = Files.createTempFile("signed", ".pdf");
        try {
            Files.write(file, pdf);
            Process process =
                    new ProcessBuilder("pdfsig", file.toString()).redirectErrorStream(true).start();
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("Signature is Valid");
        } finally {
            Files.delete(file);
        }
    }
}
