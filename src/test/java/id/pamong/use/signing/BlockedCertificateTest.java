package id.pamong.use.signing;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.authority.signature.DocumentSource;
import id.pamong.authority.signature.ReasonCode;
import id.pamong.demo.Figure;
import id.pamong.lifecycle.certificate.BlockKind;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.CertifiedOwner;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Town;
import id.pamong.testkit.UnderEachLaw;
import id.pamong.use.verification.CheckResult;
import id.pamong.use.verification.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A block counts from its commit on: nothing is signed, and whoever checks is told. */
@RoomTest
class BlockedCertificateTest {
    @Autowired private BeanFactory beans;
    @Autowired private Signing signing;
    @Autowired private Verification verification;
    @Autowired private Certificates certificates;
    @Autowired private LocalGovernments governments;
    @Autowired private MutableClock clock;

    @UnderEachLaw
    @Article({"MDN-15(1)", "CJR-16(1)"})
    void a_blocked_certificate_signs_nothing_and_the_check_page_says_so() throws IOException {
        clock.reset();
        Town town = new Town(beans);
        LocalGovernment government = governments.get(town.government);
        Actor owner = town.as(town.teacher, clock.instant(), Role.PERSON);
        RegisteredCertificate certificate =
                CertifiedOwner.certify(beans, town.government, town.teacher);
        LetterId before = upload(owner);
        assertThat(sign(government, owner, before)).isInstanceOf(SigningOutcome.Signed.class);
        byte[] signed = bytes(signing.signedFile(town.government, signing.mine(owner, before)));
        assertThat(check(town, signed).blockedHere()).isEmpty();

        certificates.block(town.government, certificate.id(), BlockKind.LOST);

        LetterId after = upload(owner);
        assertThat(sign(government, owner, after))
                .isInstanceOfSatisfying(
                        SigningOutcome.NotSigned.class,
                        it ->
                                assertThat(it.findings())
                                        .extracting(Finding::code)
                                        .containsExactly("signing.certificate-blocked"));
        CheckResult result = check(town, signed);
        assertThat(result.report().reason())
                .as("what was signed before stays as it is")
                .isEqualTo(ReasonCode.VALID_TRIAL);
        assertThat(result.blockedHere().values()).containsExactly(clock.instant());

        certificates.unblock(town.government, certificate.id());
        assertThat(sign(government, owner, after)).isInstanceOf(SigningOutcome.Signed.class);
    }

    private CheckResult check(Town town, byte[] file) {
        return verification.check(town.government, DocumentSource.of(file), Optional.empty());
    }

    private LetterId upload(Actor owner) {
        UploadOutcome outcome =
                signing.upload(owner, "surat.pdf", DocumentSource.of(Figure.APPLICANT.letter()));
        return ((UploadOutcome.Kept) outcome).letter();
    }

    private SigningOutcome sign(LocalGovernment government, Actor owner, LetterId id) {
        try (SecretBytes passphrase =
                SecretBytes.takeOver(CertifiedOwner.PASSPHRASE.getBytes(StandardCharsets.UTF_8))) {
            return signing.sign(government, owner, id, passphrase);
        }
    }

    private static byte[] bytes(DocumentSource source) throws IOException {
        try (InputStream in = source.open()) {
            return in.readAllBytes();
        }
    }
}
