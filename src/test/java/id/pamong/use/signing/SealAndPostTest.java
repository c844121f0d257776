package id.pamong.use.signing;

import static org.assertj.core.api.Assertions.assertThat;

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
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.KeyCustody;
import id.pamong.lifecycle.certificate.NewCertificate;
import id.pamong.lifecycle.certificate.RegistrationOutcome;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.HeadshipKind;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.NewHolding;
import id.pamong.office.organization.PostRegister;
import id.pamong.office.organization.Posts;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.Forms;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.TestAuthority;
import id.pamong.testkit.Town;
import id.pamong.testkit.UnderEachLaw;
import id.pamong.use.verification.CheckResult;
import id.pamong.use.verification.SignerPosts;
import id.pamong.use.verification.Verification;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Letters signed in a post or by an authority, and sealed by an organisation (MDN-6b). */
@RoomTest
class SealAndPostTest {
    private static final String ACTING = "Plt. Kepala Dinas Pendidikan";
    private static final UUID BY = new UUID(7, 7);

    @Autowired private BeanFactory beans;
    @Autowired private Signing signing;
    @Autowired private Verification verification;
    @Autowired private BuiltinAuthority authority;
    @Autowired private PostRegister register;
    @Autowired private MockMvcTester mvc;
    @Autowired private MutableClock clock;

    private Town town;
    private LocalGovernment government;
    private Actor owner;
    private LocalDate today;

    @BeforeEach
    void build() {
        clock.reset();
        town = new Town(beans);
        government = beans.getBean(LocalGovernments.class).get(town.government);
        today = government.dateAt(clock.instant());
        TestAuthority.serve(authority, clock, town.government, government.slug());
        owner = town.as(town.teacher, clock.instant(), Role.PERSON);
    }

    @UnderEachLaw
    @Article({"MDN-6b", "MDN-8(2)", "CJR-7b", "CJR-9(2)"})
    void a_position_certificate_signs_in_its_post_and_the_check_names_it() throws Exception {
        hold(null);
        certify(ProfileId.POSITION_SIGNATURE, "Siti Aminah", ACTING, false);

        Letter signed = signed();

        byte[] file = SigningTest.bytes(signing.signedFile(town.government, signed));
        SigningTest.pdfsigAccepts(file);
        assertThat(signed.signature().post()).isEqualTo(ACTING);
        CheckResult result = check(file);
        assertThat(result.report().reason()).isEqualTo(ReasonCode.VALID_TRIAL);
        assertThat(result.posts().values())
                .singleElement()
                .satisfies(posts -> {
                    assertThat(posts.kind()).isEqualTo(SignerPosts.Kind.POST);
                    assertThat(posts.isHeld()).isTrue();
                });
        assertThat(page(file))
                .contains("Siti Aminah, S.Pd. sebagai " + ACTING)
                .contains("Tercatat pada hari penandatanganan")
                .doesNotContain("segel");
    }

    @UnderEachLaw
    @Article({"MDN-6b", "MDN-1.12", "CJR-7b"})
    void a_post_that_its_certificate_names_and_its_owner_no_longer_holds_is_refused()
            throws Exception {
        hold(today.plusDays(2));
        certify(ProfileId.POSITION_SIGNATURE, "Siti Aminah", ACTING, false);
        LetterId id = upload();
        assertThat(signing.readiness(government, town.teacher).isReady()).isTrue();
        clock.advance(Duration.ofDays(3));
        owner = town.as(town.teacher, clock.instant(), Role.PERSON);

        assertThat(signing.readiness(government, town.teacher).findings())
                .extracting(Finding::code)
                .containsExactly("signing.capacity-gone");
        assertThat(sign(id))
                .isInstanceOfSatisfying(
                        SigningOutcome.NotSigned.class,
                        refused ->
                                assertThat(refused.findings())
                                        .extracting(Finding::code)
                                        .containsExactly("signing.capacity-gone"));
        assertThat(signing.mine(owner, id).state()).isEqualTo(Letter.State.DRAFT);
    }

    @UnderEachLaw
    @Article({"MDN-6b", "MDN-8(2)", "CJR-7b", "CJR-9(2)"})
    void an_authority_by_designation_is_worded_as_one_and_needs_no_post() throws Exception {
        certify(ProfileId.POSITION_SIGNATURE, "Siti Aminah", "Bendahara Pengeluaran", true);

        byte[] file = SigningTest.bytes(signing.signedFile(town.government, signed()));

        assertThat(check(file).posts().values())
                .singleElement()
                .satisfies(posts -> {
                    assertThat(posts.kind()).isEqualTo(SignerPosts.Kind.AUTHORITY);
                    assertThat(posts.isContradicted()).isFalse();
                });
        assertThat(page(file))
                .contains("sebagai Bendahara Pengeluaran")
                .contains("Wewenang menurut surat penunjukan")
                .doesNotContain("tidak dipegang");
    }

    @UnderEachLaw
    @Article({"MDN-6b", "MDN-8(2)", "CJR-7b", "CJR-9(2)"})
    void a_seal_signs_for_the_organisation_and_the_check_words_it_as_a_seal() throws Exception {
        certify(ProfileId.ORGANISATION_SEAL, "Dinas Pendidikan", null, false);

        Letter signed = signed();

        byte[] file = SigningTest.bytes(signing.signedFile(town.government, signed));
        SigningTest.pdfsigAccepts(file);
        assertThat(signed.signature().name()).isEqualTo("Dinas Pendidikan");
        assertThat(check(file).report().reason()).isEqualTo(ReasonCode.VALID_TRIAL);
        assertThat(page(file))
                .contains("Dinas Pendidikan (segel elektronik organisasi")
                .contains("Segel bukan persetujuan seorang pejabat")
                .doesNotContain("tidak dipegang")
                .doesNotContain("Siti Aminah");
        assertThat(registered(signed))
                .contains("Organisasi penyegel")
                .contains("Segel bukan persetujuan seorang pejabat")
                .doesNotContain("tidak dipegang");
    }

    private void hold(@Nullable LocalDate until) {
        assertThat(
                        register.enter(
                                town.government,
                                new NewHolding(
                                        beans.getBean(Posts.class)
                                                .leading(town.government, town.education)
                                                .orElseThrow()
                                                .id(),
                                        town.teacher,
                                        HeadshipKind.PLT,
                                        "821/7/2026",
                                        today,
                                        today,
                                        until,
                                        false,
                                        true),
                                BY))
                .isInstanceOf(PostRegister.Outcome.Entered.class);
    }

    private LetterId upload() throws IOException {
        UploadOutcome kept =
                signing.upload(owner, "surat dinas.pdf", DocumentSource.of(SigningTest.letter()));
        LetterId id = ((UploadOutcome.Kept) kept).letter();
        assertThat(signing.place(owner, id, SigningTest.placement())).isEmpty();
        return id;
    }

    private SigningOutcome sign(LetterId id) {
        try (SecretBytes secret = SigningTest.secret(SigningTest.PASSPHRASE)) {
            return signing.sign(government, owner, id, secret);
        }
    }

    private Letter signed() throws IOException {
        SigningOutcome outcome = sign(upload());
        if (outcome instanceof SigningOutcome.Signed(Letter letter)) {
            return letter;
        }
        throw new AssertionError(outcome);
    }

    private CheckResult check(byte[] file) {
        return verification.check(town.government, DocumentSource.of(file), Optional.empty());
    }

    private String page(byte[] file) {
        return text(
                mvc.post()
                        .uri("/" + government.slug() + "/periksa")
                        .with(Forms.multipart(new Forms.Upload("document", "surat.pdf", file)))
                        .with(Forms.from("198.51.100.21"))
                        .exchange());
    }

    private String registered(Letter letter) {
        return text(
                mvc.get().uri("/" + government.slug() + "/periksa/" + letter.token()).exchange());
    }

    private static String text(org.springframework.test.web.servlet.assertj.MvcTestResult result) {
        assertThat(result).hasStatusOk();
        try {
            return result.getResponse()
                    .getContentAsString(java.nio.charset.StandardCharsets.UTF_8)
                    .replace("&#39;", "'");
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private void certify(
            ProfileId profile, String commonName, @Nullable String post, boolean designated) {
        SubjectName subject =
                new SubjectName(
                        commonName, post == null ? "" : post, "", "Pemerintah Kota Madiun", "ID");
        NewKey key;
        try (SecretBytes secret = SigningTest.secret(SigningTest.PASSPHRASE)) {
            key =
                    beans.getBean(Custody.class)
                            .create(
                                    town.government,
                                    KeyAlgorithm.EC_P256,
                                    secret,
                                    subject.rfc4514());
        }
        CertificateOrder order =
                new CertificateOrder(
                        new RequestKey(UUID.randomUUID()),
                        town.government,
                        profile,
                        subject,
                        List.of(),
                        key.csrDer());
        RegistrationOutcome outcome =
                beans.getBean(TenantTransactions.class)
                        .inTenant(
                                town.government,
                                () -> {
                                    OrderOutcome.Issued issued =
                                            (OrderOutcome.Issued)
                                                    beans.getBean(OrderBook.class).place(order);
                                    return beans.getBean(Certificates.class)
                                            .register(
                                                    town.government,
                                                    new NewCertificate(
                                                            order,
                                                            key.id(),
                                                            KeyCustody.BUILT_IN_SIGNING_SERVICE,
                                                            key.algorithm(),
                                                            key.publicKeySpki(),
                                                            town.teacher,
                                                            null,
                                                            Standing.TRIAL,
                                                            post,
                                                            designated,
                                                            "Dinas Pendidikan",
                                                            issued.certificateDer(),
                                                            issued.chainDer()));
                                });
        assertThat(outcome).isInstanceOf(RegistrationOutcome.Registered.class);
    }
}
