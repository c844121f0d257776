package id.pamong.use.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.Pamong;
import id.pamong.authority.signature.DocumentSource;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.revocation.CaseOutcome;
import id.pamong.lifecycle.revocation.Ground;
import id.pamong.lifecycle.revocation.Opening;
import id.pamong.lifecycle.revocation.OwnerRevocations;
import id.pamong.lifecycle.revocation.RevocationCase;
import id.pamong.lifecycle.revocation.RevocationDesk;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.CertifiedOwner;
import id.pamong.testkit.Forms;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.OtherRegulations;
import id.pamong.testkit.TestClock;
import id.pamong.testkit.Town;
import id.pamong.use.signing.Signing;
import id.pamong.use.signing.UploadOutcome;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Another value in a regulation's file is another behaviour: a province beside a city. */
@SpringBootTest(classes = Pamong.class)
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ContextConfiguration(initializers = OtherRegulations.class)
@Import(TestClock.class)
class SettingsActTest {
    private static final int MEGABYTE = 1 << 20;

    @Autowired private BeanFactory beans;
    @Autowired private CheckTerms terms;
    @Autowired private Signing signing;
    @Autowired private OwnerRevocations owners;
    @Autowired private RevocationDesk desk;
    @Autowired private LocalGovernments governments;
    @Autowired private MutableClock clock;
    @Autowired private MockMvcTester http;

    private Town province;
    private Town city;

    @BeforeEach
    void found() {
        clock.reset();
        province = new Town(beans, OtherRegulations.PROVINCE);
        city = new Town(beans, "perwal-30-2019");
    }

    @Test
    void a_letter_to_sign_is_as_large_as_the_regulation_says() {
        assertThat(refusals(province, MEGABYTE + 1)).containsExactly("signing.too-large");
        assertThat(refusals(province, MEGABYTE)).containsExactly("signing.not-pdf");
        assertThat(refusals(city, MEGABYTE + 1)).containsExactly("signing.not-pdf");
    }

    @Test
    void a_check_is_public_only_where_the_regulation_says_so() {
        assertThat(http.get().uri("/" + slug(city) + "/periksa")).hasStatus(HttpStatus.OK);
        assertThat(http.get().uri("/" + slug(province) + "/periksa"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(check(province, 10)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(check(city, 10)).hasStatus(HttpStatus.OK);
    }

    @Test
    void a_file_to_check_is_as_large_as_the_regulation_says() {
        assertThat(terms.objections(governments.get(province.government), MEGABYTE)).isEmpty();
        assertThat(terms.objections(governments.get(province.government), MEGABYTE + 1))
                .extracting(Finding::code)
                .containsExactly("verification.too-large");
        assertThat(check(city, MEGABYTE + 1)).hasStatus(HttpStatus.OK);
    }

    @Test
    void an_officer_is_to_decide_a_revocation_within_the_hours_of_the_regulation() {
        assertThat(decideWithin(province)).isEqualTo(Duration.ofHours(8));
        assertThat(decideWithin(city)).isEqualTo(Duration.ofHours(24));
    }

    private Duration decideWithin(Town town) {
        Actor owner = town.as(town.teacher, clock.instant(), Role.PERSON);
        RegisteredCertificate certificate =
                CertifiedOwner.certify(beans, owner.government(), town.teacher);
        CaseOutcome outcome =
                owners.request(
                        owner, certificate.id(), new Opening(Ground.REPLACED, false, "", null));
        RevocationCase asked = ((CaseOutcome.Done) outcome).revocation();
        return Duration.between(
                asked.openedAt(), desk.decideBy(owner.government(), asked).orElseThrow());
    }

    private List<String> refusals(Town town, int size) {
        Actor owner = town.as(town.teacher, clock.instant(), Role.PERSON);
        return switch (signing.upload(owner, "surat.pdf", zeros(size))) {
            case UploadOutcome.Refused(List<Finding> findings) ->
                    findings.stream().map(Finding::code).toList();
            case UploadOutcome.Kept kept -> throw new AssertionError(kept);
        };
    }

    private MvcTestResult check(Town town, int size) {
        return http.post()
                .uri("/" + slug(town) + "/api/periksa")
                .with(Forms.multipart(new Forms.Upload("document", "surat.pdf", new byte[size])))
                .with(Forms.from("198.51.100.22"))
                .exchange();
    }

    private String slug(Town town) {
        return governments.get(town.government).slug();
    }

    private static DocumentSource zeros(int size) {
        return new DocumentSource() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(new byte[size]);
            }
        };
    }
}
