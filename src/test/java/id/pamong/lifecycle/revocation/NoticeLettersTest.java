package id.pamong.lifecycle.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.registration.OfficersOnDuty;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.DataUpdates;
import id.pamong.office.organization.People;
import id.pamong.office.organization.ServiceEnd;
import id.pamong.office.refusal.NotFound;
import id.pamong.testkit.Article;
import id.pamong.testkit.CertifiedOwner;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.WaitingMails;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Before a revocation its owner gets a numbered letter; in an emergency nobody waits for one. */
@RoomTest
class NoticeLettersTest {
    private static final String MINUTE =
            "Pemeriksaan tertanggal kemarin menemukan data jabatan yang tidak benar dalam sertifikat.";

    @Autowired private BeanFactory beans;
    @Autowired private RevocationDesk desk;
    @Autowired private OwnerRevocations owners;
    @Autowired private DataUpdates updates;
    @Autowired private People people;
    @Autowired private MutableClock clock;

    private OfficersOnDuty office;
    private Actor owner;
    private RegisteredCertificate certificate;

    @BeforeEach
    void build() {
        clock.reset();
        office = new OfficersOnDuty(beans);
        owner = office.town().as(office.town().teacher, clock.instant(), Role.PERSON);
        certificate = CertifiedOwner.certify(beans, owner.government(), owner.person());
    }

    @Test
    @Article("MDN-15(1)")
    void the_owner_gets_a_numbered_letter_with_the_reason_and_the_way_to_object() throws Exception {
        people.confirmEmail(
                owner.government(),
                owner.person(),
                "siti.aminah@madiunkota.go.id",
                clock.instant());
        RevocationCase it = open(false);
        CaseNotice letter = desk.notice(owner, it.id()).orElseThrow();

        assertThat(letter.number()).contains("PBT");
        String text = text(desk.noticePdf(owner, it.id()));
        assertThat(text)
                .contains(
                        letter.number(),
                        it.number(),
                        certificate.serial(),
                        "Data di dalam sertifikat salah",
                        "Pemeriksaan tertanggal kemarin",
                        "menyatakan keberatan",
                        "paling lambat tanggal");
        assertThat(text.replace(" ", "")).contains("/pencabutan/");
        assertThat(desk.noticePdf(office.asRina(), it.id())).isNotEmpty();
        Actor stranger = office.town().as(office.town().superior, clock.instant(), Role.PERSON);
        assertThatThrownBy(() -> desk.noticePdf(stranger, it.id())).isInstanceOf(NotFound.class);
        assertThat(new WaitingMails(beans).mails(owner.government(), "revocation-notice"))
                .singleElement()
                .asString()
                .contains(letter.number().replace('/', '-') + ".pdf");
    }

    @Test
    void in_an_emergency_there_is_no_letter_and_the_page_has_none() {
        RevocationCase it = open(true);
        assertThat(desk.notice(owner, it.id())).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> desk.noticePdf(owner, it.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void the_end_of_a_service_is_announced_by_letter_too() {
        leave(ServiceEnd.Kind.RETIREMENT);
        assertThat(desk.notice(owner, only().id())).isPresent();
    }

    @Test
    void nobody_writes_to_the_dead() {
        leave(ServiceEnd.Kind.DEATH);
        assertThat(desk.notice(office.asRina(), only().id())).isEmpty();
    }

    private void leave(ServiceEnd.Kind kind) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Jakarta"));
        assertThat(
                        updates.leave(
                                owner.government(),
                                owner.person(),
                                new ServiceEnd(
                                        kind,
                                        today.minusDays(1),
                                        "800/9/2026",
                                        today,
                                        "Menurut surat keputusan"),
                                UUID.randomUUID()))
                .isEmpty();
    }

    private RevocationCase only() {
        List<RevocationCase> mine = owners.mine(owner);
        assertThat(mine).hasSize(1);
        return mine.getFirst();
    }

    private RevocationCase open(boolean emergency) {
        return ((CaseOutcome.Done)
                        desk.open(
                                office.asRina(),
                                Origin.RA,
                                certificate.serial(),
                                new Opening(Ground.WRONG_DATA, emergency, MINUTE, null)))
                .revocation();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
