package id.pamong.lifecycle.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.lifecycle.certificate.BlockKind;
import id.pamong.lifecycle.certificate.CertificateState;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.registration.OfficersOnDuty;
import id.pamong.lifecycle.subscriber.TimeOfService;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Role;
import id.pamong.office.notification.Inbox;
import id.pamong.office.notification.InboxMessage;
import id.pamong.office.organization.Contracts;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.PersonId;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.CertifiedOwner;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** From the end of a contract to the hold, and back with its extension. */
@RoomTest
class OverContractsTest {
    private static final UUID BY = UUID.randomUUID();

    @Autowired private BeanFactory beans;
    @Autowired private Contracts contracts;
    @Autowired private Certificates certificates;
    @Autowired private OwnerRevocations owners;
    @Autowired private RevocationDesk desk;
    @Autowired private CaseDecisions decisions;
    @Autowired private AuthorityRoad road;
    @Autowired private TimeOfService service;
    @Autowired private Accounts accounts;
    @Autowired private Inbox inbox;
    @Autowired private AuditTrail audit;
    @Autowired private MutableClock clock;

    private OfficersOnDuty office;
    private LocalGovernmentId government;
    private PersonId owner;
    private RegisteredCertificate certificate;
    private LocalDate today;

    @BeforeEach
    void build() {
        clock.reset();
        office = new OfficersOnDuty(beans);
        owner = office.town().enter("Rahmat Hidayat", EmploymentClass.PPPK, "Guru Ahli Pertama");
        government = office.town().government;
        certificate = CertifiedOwner.certify(beans, government, owner);
        accounts.grant(government, office.rina(), Role.RA_OFFICER, null);
        today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Jakarta"));
    }

    @AfterEach
    void setBack() {
        clock.reset();
    }

    @Test
    void ninety_and_thirty_days_before_the_end_its_person_is_warned_once_each() {
        assertThat(enter(today.plusDays(100))).isEmpty();
        int before = messages("contract ends");
        contracts.tellDue(government);
        assertThat(messages("contract ends")).isEqualTo(before);

        clock.advance(Duration.ofDays(10));
        contracts.tellDue(government);
        contracts.tellDue(government);
        assertThat(messages("contract ends")).isEqualTo(before + 1);
        clock.advance(Duration.ofDays(59));
        contracts.tellDue(government);
        assertThat(messages("contract ends")).isEqualTo(before + 1);
        clock.advance(Duration.ofDays(1));
        contracts.tellDue(government);
        assertThat(messages("contract ends")).isEqualTo(before + 2);
    }

    @Test
    @Article("MDN-7(2)")
    void the_day_after_the_end_the_certificate_is_held_and_the_extension_releases_it() {
        assertThat(enter(today.plusDays(5))).isEmpty();
        clock.advance(Duration.ofDays(5));
        contracts.tellDue(government);
        assertThat(state()).as("the last day itself").isInstanceOf(CertificateState.InForce.class);
        assertThat(service.objections(government, owner)).isEmpty();

        clock.advance(Duration.ofDays(1));
        contracts.tellDue(government);
        contracts.tellDue(government);
        assertThat(state())
                .isInstanceOfSatisfying(
                        CertificateState.Blocked.class,
                        blocked -> assertThat(blocked.kind()).isEqualTo(BlockKind.SUSPENDED));
        assertThat(service.objections(government, owner)).as("nothing new either").isNotEmpty();
        RevocationCase held = only();
        assertThat(held.state()).isEqualTo(CaseState.HELD);
        assertThat(held.ground()).isEqualTo(Ground.END_OF_CONTRACT);
        road.run(government);
        assertThat(only().authorityAnswer()).isEqualTo(AuthorityRoad.HELD);

        assertThat(enter(today.plusYears(1))).isEmpty();
        assertThat(state()).isInstanceOf(CertificateState.InForce.class);
        assertThat(service.objections(government, owner)).isEmpty();
        assertThat(only().state()).isEqualTo(CaseState.RELEASED);
        road.run(government);
        assertThat(only().authorityAnswer()).isEqualTo("RELEASED");
        assertThat(audit.historyOf(government, "revocation", held.id().value()))
                .extracting("outcome")
                .contains("HELD", "RELEASED");
        assertThat(inbox.of(government, office.rina(), Locale.ENGLISH, null, 50))
                .anySatisfy(
                        message -> assertThat(message.path()).endsWith("/pencabutan/" + held.id()));
    }

    @Test
    void an_extension_lifts_no_hold_of_an_officer() {
        assertThat(enter(today.plusDays(5))).isEmpty();
        RevocationCase opened =
                ((CaseOutcome.Done)
                                desk.open(
                                        office.asRina(),
                                        Origin.RA,
                                        certificate.serial(),
                                        new Opening(
                                                Ground.BREACH_OF_DUTY,
                                                true,
                                                "Sertifikat dipakai orang lain menurut hasil pemeriksaan tertanggal kemarin.",
                                                null)))
                        .revocation();
        assertThat(
                        decisions.hold(
                                office.asRina(),
                                opened.id(),
                                opened.version(),
                                "Ditahan selama pemeriksaan.",
                                OfficersOnDuty.passphrase()))
                .isInstanceOf(CaseOutcome.Done.class);
        clock.advance(Duration.ofDays(6));
        contracts.tellDue(government);
        assertThat(enter(today.plusYears(1))).isEmpty();

        assertThat(only().state()).isEqualTo(CaseState.HELD);
        assertThat(state()).isInstanceOf(CertificateState.Blocked.class);
    }

    @Test
    void everything_wrong_with_a_contract_is_said_at_once_and_a_civil_servant_has_none() {
        assertThat(contracts.enter(government, owner, null, " ", today.plusDays(1), BY))
                .extracting(Finding::code)
                .containsExactly("contract.date", "contract.decree", "contract.decree-on");
        assertThat(
                        contracts.enter(
                                government,
                                office.town().teacher,
                                today.minusDays(1),
                                "800/1",
                                today,
                                BY))
                .extracting(Finding::code)
                .containsExactly("contract.class", "contract.until");
        assertThat(contracts.of(government, owner)).isEmpty();
    }

    private List<Finding> enter(LocalDate until) {
        return contracts.enter(government, owner, until, "800/77/2026", today, BY);
    }

    private int messages(String subject) {
        return (int)
                inbox.of(government, owner, Locale.ENGLISH, null, 50).stream()
                        .map(InboxMessage::subject)
                        .filter(text -> text.contains(subject))
                        .count();
    }

    private RevocationCase only() {
        List<RevocationCase> all =
                owners.mine(office.town().as(owner, clock.instant(), Role.PERSON));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private CertificateState state() {
        return certificates.byId(government, certificate.id()).orElseThrow().state();
    }
}
