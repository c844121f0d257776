package id.pamong.lifecycle.revocation.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.lifecycle.certificate.BlockKind;
import id.pamong.lifecycle.certificate.CertificateState;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.DossierPaper;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.enrollment.Reapplication;
import id.pamong.lifecycle.registration.OfficersOnDuty;
import id.pamong.lifecycle.revocation.CaseState;
import id.pamong.lifecycle.revocation.RevocationCases;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.People;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.CertifiedOwner;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.UnderEachLaw;
import id.pamong.testkit.WaitingMails;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A key is lost: the block, the case, the papers and the application for a new certificate. */
@RoomTest
class KeyLossTest {
    private static final Pattern LINK = Pattern.compile("/kunci-hilang/tautan/([A-Za-z0-9_-]+)");

    @Autowired private BeanFactory beans;
    @Autowired private KeyLoss loss;
    @Autowired private LossPapers papers;
    @Autowired private UrgentLane lane;
    @Autowired private RevocationCases cases;
    @Autowired private Certificates certificates;
    @Autowired private Enrollment enrollment;
    @Autowired private Reapplication reapplication;
    @Autowired private People people;
    @Autowired private TenantTransactions transactions;
    @Autowired private JdbcClient jdbc;
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

    @UnderEachLaw
    @Article({"MDN-15(2)a", "MDN-15(2)b", "MDN-15(3)", "CJR-16(2)a", "CJR-16(2)b", "CJR-16(3)"})
    void one_report_blocks_opens_the_case_and_begins_the_new_application() {
        assertThat(codes(loss.report(owner, null, Set.of(), null, "x".repeat(2001))))
                .containsExactly("keyloss.kind", "keyloss.choose", "keyloss.long");

        LossReport report = report(LossKind.LOST);

        assertThat(state()).isInstanceOf(CertificateState.Blocked.class);
        assertThat(((CertificateState.Blocked) state()).kind()).isEqualTo(BlockKind.LOST);
        assertThat(cases.find(owner.government(), report.cases().getFirst()))
                .map(it -> it.state())
                .contains(CaseState.REQUESTED);
        assertThat(report.application()).isNotNull();
        assertThat(enrollment.dossier(owner.government(), report.application()).state())
                .isEqualTo(ApplicationState.DRAFT);
        assertThat(report.missing())
                .containsExactly(
                        LossPaper.AUTHORITY_REPORT, LossPaper.STATEMENT, LossPaper.ACKNOWLEDGEMENT);
        assertThat(outcomes("revocation.report-loss")).containsExactly("BLOCKED_AND_REPORTED");
    }

    @UnderEachLaw
    @Article({"MDN-15(3)", "CJR-16(3)"})
    void the_statement_is_signed_by_the_owner_and_acknowledged_by_the_superior_only()
            throws Exception {
        LossReport report = report(LossKind.LOST);
        Actor superior = office.town().as(office.town().superior, clock.instant(), Role.PERSON);
        assertThatThrownBy(() -> papers.acknowledge(superior, report.id()))
                .as("before the owner has signed")
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> papers.sign(superior, report.id())).isInstanceOf(NotFound.class);

        LossReport signed = papers.sign(owner, report.id());

        assertThat(signed.statement().asked()).isEqualTo(office.town().superior);
        assertThat(
                        new String(
                                papers.paper(owner, report.id(), LossPaper.STATEMENT),
                                0,
                                5,
                                StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        Actor head = office.town().as(office.town().head, clock.instant(), Role.PERSON);
        assertThatThrownBy(() -> papers.acknowledge(head, report.id()))
                .isInstanceOf(NotFound.class);
        assertThat(papers.acknowledge(superior, report.id()).missing())
                .containsExactly(LossPaper.AUTHORITY_REPORT);

        assertThat(
                        papers.attach(
                                owner,
                                report.id(),
                                new LossPapers.Typed("X", "", "2027-01-01", ""),
                                null,
                                null))
                .extracting(Finding::code)
                .containsExactly(
                        "keyloss.authority-kind",
                        "keyloss.authoritynumber",
                        "keyloss.authorityoffice",
                        "keyloss.authority-date",
                        "keyloss.authority-file");
        byte[] scan = picture();
        assertThat(
                        papers.attach(
                                owner,
                                report.id(),
                                new LossPapers.Typed(
                                        "POLICE", "LP/12/XI/2026", "2026-11-23", "Polsek Taman"),
                                "laporan.png",
                                () -> new ByteArrayInputStream(scan)))
                .isEmpty();
        assertThat(papers.view(office.asRina(), report.id()).isComplete()).isTrue();
        assertThatThrownBy(() -> papers.view(office.town().as(office.town().head), report.id()))
                .isInstanceOf(NotFound.class);
    }

    @UnderEachLaw
    @Article({"MDN-15(3)", "CJR-16(3)"})
    void a_forgotten_passphrase_needs_the_lightest_papers_and_late_papers_show() {
        LossReport report = report(LossKind.INACCESSIBLE);

        assertThat(report.missing())
                .containsExactly(LossPaper.STATEMENT, LossPaper.ACKNOWLEDGEMENT);
        assertThat(((CertificateState.Blocked) state()).kind()).isEqualTo(BlockKind.INACCESSIBLE);
        assertThat(report.isOverdueOn(report.papersDue())).isFalse();
        assertThat(report.isOverdueOn(report.papersDue().plusDays(1))).isTrue();
    }

    @UnderEachLaw
    @Article({"MDN-15(2)a", "CJR-16(2)a"})
    void the_link_to_the_proved_mailbox_blocks_once_and_only_by_its_button() {
        proveMail();
        lane.sendLink(owner.government(), office.town().address("orang.lain"));
        lane.sendLink(owner.government(), office.town().address("siti.aminah"));
        String token = token();

        assertThat(lane.isOpen(owner.government(), token)).isTrue();
        assertThat(state())
                .as("looking blocks nothing")
                .isInstanceOf(CertificateState.InForce.class);
        assertThat(lane.blockByLink(owner.government(), token))
                .isInstanceOf(UrgentLane.Outcome.Blocked.class);
        assertThat(state()).isInstanceOf(CertificateState.Blocked.class);
        assertThat(lane.blockByLink(owner.government(), token))
                .isInstanceOf(UrgentLane.Outcome.Unknown.class);
        assertThat(outcomes("revocation.ask-urgent-link")).containsExactly("NOT_SENT", "SENT");
        assertThat(loss.of(owner.government(), owner.person()))
                .extracting(LossReport::channel)
                .containsExactly(LossReport.Channel.MAIL_LINK);
    }

    @Test
    void a_mailbox_gets_three_links_an_hour_and_an_old_one_opens_nothing() {
        proveMail();
        for (int i = 0; i < 5; i++) {
            lane.sendLink(owner.government(), office.town().address("siti.aminah"));
        }
        assertThat(outcomes("revocation.ask-urgent-link"))
                .containsExactly("SENT", "SENT", "SENT", "NOT_SENT", "NOT_SENT");
        String token = token();
        clock.advance(UrgentLane.LINK_LASTS.plus(Duration.ofSeconds(1)));
        assertThat(lane.isOpen(owner.government(), token)).isFalse();
        assertThat(lane.blockByLink(owner.government(), token))
                .isInstanceOf(UrgentLane.Outcome.Unknown.class);
        assertThat(state()).isInstanceOf(CertificateState.InForce.class);
    }

    @UnderEachLaw
    @Article({"MDN-15(2)a", "CJR-16(2)a"})
    void the_code_on_paper_blocks_its_owner_and_nobody_else() {
        RegisteredCertificate another =
                CertifiedOwner.certify(beans, owner.government(), office.town().superior);
        String old = lane.newCode(owner);
        String code = lane.newCode(owner);

        assertThat(lane.blockByCode(owner.government(), old))
                .isInstanceOf(UrgentLane.Outcome.Unknown.class);
        assertThat(
                        lane.blockByCode(
                                owner.government(),
                                code.replace("-", " ").toLowerCase(Locale.ROOT)))
                .isInstanceOf(UrgentLane.Outcome.Blocked.class);
        assertThat(state()).isInstanceOf(CertificateState.Blocked.class);
        assertThat(certificates.byId(owner.government(), another.id()))
                .map(RegisteredCertificate::state)
                .contains(new CertificateState.InForce());
        assertThat(lane.blockByCode(owner.government(), code))
                .as("a code works once")
                .isInstanceOf(UrgentLane.Outcome.Unknown.class);
    }

    @UnderEachLaw
    @Article({"MDN-15(2)b", "CJR-16(2)b"})
    void the_new_application_brings_the_papers_and_letters_that_still_count() {
        ApplicationId earlier = office.submitted();
        Dossier before = enrollment.dossier(owner.government(), earlier);
        transactions.inTenant(
                owner.government(),
                () -> {
                    jdbc.sql("update application set state = 'RECEIVED' where id = ?")
                            .param(earlier.value())
                            .update();
                });

        Reapplication.Begun begun =
                reapplication.begin(owner.government(), owner.person(), Optional.of(earlier), null);

        Dossier after = enrollment.dossier(owner.government(), begun.id());
        assertThat(begun.existing()).isFalse();
        assertThat(begun.changes()).isEmpty();
        assertThat(after.type()).isEqualTo(before.type());
        assertThat(after.purpose()).isEqualTo(before.purpose());
        assertThat(after.paper(DossierPaper.IDENTITY_CARD).map(DossierPaper::sha256))
                .isEqualTo(before.paper(DossierPaper.IDENTITY_CARD).map(DossierPaper::sha256));
        assertThat(after.endorsements()).hasSameSizeAs(before.endorsements());
        assertThat(after.declaredAt()).as("the truth is declared anew").isNull();
        assertThat(
                        reapplication.begin(
                                owner.government(), owner.person(), Optional.of(earlier), null))
                .isEqualTo(new Reapplication.Begun(begun.id(), true, List.of()));
    }

    private void proveMail() {
        people.confirmEmail(
                owner.government(),
                owner.person(),
                office.town().address("siti.aminah"),
                clock.instant());
    }

    private String token() {
        String path = new WaitingMails(beans).find(owner.government(), "keyloss-link", LINK);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private LossReport report(LossKind kind) {
        KeyLoss.Outcome outcome =
                loss.report(owner, kind, Set.of(certificate.id()), null, "Tas saya hilang di bus.");
        if (outcome instanceof KeyLoss.Outcome.Reported(LossReport report)) {
            return papers.view(owner, report.id());
        }
        throw new AssertionError(outcome.toString());
    }

    private static List<String> codes(KeyLoss.Outcome outcome) {
        return outcome instanceof KeyLoss.Outcome.Refused(List<Finding> findings)
                ? findings.stream().map(Finding::code).toList()
                : List.of("reported");
    }

    private CertificateState state() {
        return certificates
                .byId(owner.government(), certificate.id())
                .map(RegisteredCertificate::state)
                .orElseThrow();
    }

    private static byte[] picture() throws java.io.IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private List<String> outcomes(String command) {
        return transactions.inTenant(
                owner.government(),
                () ->
                        jdbc.sql(
                                        "select outcome from audit_record where command = ?"
                                                + " order by position")
                                .param(command)
                                .query(String.class)
                                .list());
    }
}
