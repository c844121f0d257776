package id.pamong.lifecycle.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.issuance.CertificateIssued;
import id.pamong.lifecycle.registration.OfficersOnDuty;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.People;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.refusal.NotFound;
import id.pamong.testkit.Article;
import id.pamong.testkit.CertifiedOwner;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.UnderEachLaw;
import id.pamong.testkit.WaitingMails;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reminders before the end, and the next certificate from the last dossier. */
@RoomTest
class RenewalTest {
    @Autowired private BeanFactory beans;
    @Autowired private Renewals renewals;
    @Autowired private RenewalReminders reminders;
    @Autowired private ExpiryBoard board;
    @Autowired private Certificates certificates;
    @Autowired private Enrollment enrollment;
    @Autowired private Accounts accounts;
    @Autowired private People people;
    @Autowired private ApplicationEventPublisher events;
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
    @Article({"MDN-14(1)", "MDN-14(2)", "CJR-15(1)", "CJR-15(2)"})
    void one_press_begins_the_next_and_the_register_keeps_the_chain() {
        assertThat(renewals.begin(owner, certificate.id()))
                .isInstanceOfSatisfying(
                        Renewals.Outcome.Refused.class,
                        it ->
                                assertThat(it.findings())
                                        .extracting(one -> one.code())
                                        .containsExactly("renewal.too-early"));
        clock.set(certificate.notAfter().minus(Duration.ofDays(40)));

        Renewals.Outcome.Begun begun =
                (Renewals.Outcome.Begun) renewals.begin(owner, certificate.id());

        assertThat(enrollment.dossier(owner.government(), begun.application()).state())
                .isEqualTo(ApplicationState.DRAFT);
        assertThat(((Renewals.Outcome.Begun) renewals.begin(owner, certificate.id())).application())
                .as("a second press leads to the same")
                .isEqualTo(begun.application());
        RegisteredCertificate next =
                CertifiedOwner.certify(beans, owner.government(), owner.person());
        transactions.inTenant(
                owner.government(),
                () ->
                        events.publishEvent(
                                new CertificateIssued(
                                        owner.government(), begun.application(), next.id())));

        assertThat(certificates.successorOf(owner.government(), certificate.id()))
                .contains(next.id());
        assertThat(certificates.predecessorOf(owner.government(), next.id()))
                .contains(certificate.id());
        assertThat(certificates.byId(owner.government(), certificate.id()))
                .as("the old one stays usable to its end")
                .matches(one -> one.orElseThrow().isUsableAt(clock.instant()));
        assertThat(next.sealedKey()).isNotEqualTo(certificate.sealedKey());
        assertThat(outcomes("renewal.begin")).containsExactly("BEGUN");
        assertThat(outcomes("renewal.follow")).containsExactly("FOLLOWS");
    }

    @UnderEachLaw
    @Article({"MDN-14(2)", "CJR-15(2)"})
    void the_ledger_reminds_owner_then_superior_then_office_each_once() {
        accounts.grant(owner.government(), office.rina(), Role.RA_OFFICER, null);
        at(91);
        reminders.run(owner.government());
        assertThat(messages()).isEmpty();

        at(90);
        reminders.run(owner.government());
        reminders.run(owner.government());
        assertThat(messages()).containsExactly("renewal-reminder");

        at(14);
        reminders.run(owner.government());
        assertThat(messages())
                .containsExactlyInAnyOrder(
                        "renewal-reminder", "renewal-reminder", "renewal-digest-superior");

        at(6);
        reminders.run(owner.government());
        assertThat(messages())
                .contains("renewal-digest-office")
                .filteredOn(one -> one.equals("renewal-digest-superior"))
                .hasSize(2);
        assertThat(
                        new ReminderPlan(List.of(90, 60, 30, 14, 7, 3, 1))
                                .mark(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1)))
                .hasValue(1);
    }

    @UnderEachLaw
    @Article({"MDN-14(2)", "CJR-15(2)"})
    void nobody_is_reminded_of_what_has_a_successor() {
        RegisteredCertificate next;
        at(30);
        next = CertifiedOwner.certify(beans, owner.government(), owner.person());
        reminders.run(owner.government());

        assertThat(messages()).isEmpty();
        assertThat(next.notAfter()).isAfter(certificate.notAfter());
        assertThat(
                        board.lines(
                                owner.government(),
                                "",
                                clock.instant().plus(Duration.ofDays(91)),
                                false,
                                null,
                                10))
                .isEmpty();
    }

    @Test
    void the_mail_brings_the_last_day_for_the_calendar() {
        people.confirmEmail(
                owner.government(),
                owner.person(),
                office.town().address("siti.aminah"),
                clock.instant());
        at(7);
        reminders.run(owner.government());

        assertThat(
                        new WaitingMails(beans)
                                .find(
                                        owner.government(),
                                        "renewal-reminder",
                                        Pattern.compile("pembaruan-sertifikat\\.ics")))
                .isNotEmpty();
        String file =
                new String(
                        ExpiryCalendar.of(
                                        "sertifikat-1a",
                                        LocalDate.of(2028, 11, 23),
                                        "Hari terakhir; sertifikat, satu",
                                        "https://contoh.go.id/" + "x".repeat(90),
                                        clock.instant())
                                .content(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertThat(file.split("\r\n"))
                .allMatch(line -> line.length() <= 75)
                .contains(
                        "DTSTART;VALUE=DATE:20281123",
                        "DTEND;VALUE=DATE:20281124",
                        "SUMMARY:Hari terakhir\\; sertifikat\\, satu");
    }

    @UnderEachLaw
    @Article({"MDN-14(2)", "CJR-15(2)"})
    void a_campaign_reminds_many_in_one_act_and_nobody_twice_a_day() {
        at(80);
        Actor rina = office.town().as(office.rina(), clock.instant(), Role.PERSON, Role.RA_OFFICER);
        assertThat(reminders.campaign(rina, List.of(certificate.id(), certificate.id())))
                .isEqualTo(1);
        assertThat(reminders.campaign(rina, List.of(certificate.id()))).isZero();
        assertThatThrownBy(() -> reminders.campaign(owner, List.of(certificate.id())))
                .isInstanceOf(Forbidden.class);
        assertThat(outcomes("renewal.campaign")).containsExactly("REMINDED", "REMINDED");
        assertThat(
                        board.lines(
                                owner.government(),
                                "siti",
                                clock.instant().plus(Duration.ofDays(91)),
                                false,
                                null,
                                10))
                .singleElement()
                .satisfies(line -> assertThat(line.remindedAt()).contains(clock.instant()));
    }

    @Test
    void a_stranger_renews_nothing() {
        Actor stranger = office.town().as(office.town().superior, clock.instant(), Role.PERSON);
        assertThatThrownBy(() -> renewals.begin(stranger, certificate.id()))
                .isInstanceOf(NotFound.class);
    }

    private void at(int daysBefore) {
        clock.set(certificate.notAfter().minus(Duration.ofDays(daysBefore)));
    }

    private List<String> messages() {
        return transactions.inTenant(
                owner.government(),
                () ->
                        jdbc.sql("select message_key from inbox_message order by created_at, id")
                                .query(String.class)
                                .list());
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
