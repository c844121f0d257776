package id.pamong.lifecycle.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.lifecycle.certificate.CertificateState;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.registration.OfficersOnDuty;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.identity.Todo;
import id.pamong.office.notification.Inbox;
import id.pamong.office.organization.DataUpdate;
import id.pamong.office.organization.DataUpdates;
import id.pamong.office.organization.Departures;
import id.pamong.office.organization.HeadshipKind;
import id.pamong.office.organization.NewHolding;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Post;
import id.pamong.office.organization.PostRegister;
import id.pamong.office.organization.Posts;
import id.pamong.office.organization.ServiceEnd;
import id.pamong.testkit.Article;
import id.pamong.testkit.CertifiedOwner;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.UnderEachLaw;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the end of a service to its revocation cases. */
@RoomTest
class LeftOwnersTest {
    @Autowired private BeanFactory beans;
    @Autowired private OwnerRevocations owners;
    @Autowired private CaseDecisions decisions;
    @Autowired private RevocationTodos todos;
    @Autowired private Certificates certificates;
    @Autowired private DataUpdates updates;
    @Autowired private Departures departures;
    @Autowired private EndedPosts endedPosts;
    @Autowired private Posts posts;
    @Autowired private PostRegister register;
    @Autowired private People people;
    @Autowired private AuditTrail audit;
    @Autowired private Accounts accounts;
    @Autowired private Inbox inbox;
    @Autowired private TenantTransactions transactions;
    @Autowired private JdbcClient jdbc;
    @Autowired private MutableClock clock;

    private OfficersOnDuty office;
    private LocalGovernmentId government;
    private Actor owner;
    private RegisteredCertificate certificate;
    private LocalDate today;

    @BeforeEach
    void build() {
        clock.reset();
        office = new OfficersOnDuty(beans);
        owner = office.town().as(office.town().teacher, clock.instant(), Role.PERSON);
        government = owner.government();
        certificate = CertifiedOwner.certify(beans, government, office.town().teacher);
        today = LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Asia/Jakarta"));
    }

    @AfterEach
    void setBack() {
        clock.reset();
    }

    @UnderEachLaw
    @Article({"MDN-7(2)", "MDN-15(1)", "CJR-8(2)", "CJR-16(1)"})
    void a_retirement_opens_a_case_on_the_day_after_and_never_twice() {
        leave(ServiceEnd.Kind.RETIREMENT, today.plusDays(3));
        assertThat(departures.tellDue(government)).isZero();
        assertThat(owners.mine(owner)).isEmpty();

        clock.advance(Duration.ofDays(3));
        assertThat(departures.tellDue(government)).as("the last day itself").isZero();
        clock.advance(Duration.ofDays(1));
        assertThat(departures.tellDue(government)).isEqualTo(1);
        assertThat(departures.tellDue(government)).isZero();

        RevocationCase opened = only();
        assertThat(opened.ground()).isEqualTo(Ground.RETIREMENT);
        assertThat(opened.origin()).isEqualTo(Origin.RA);
        assertThat(opened.state()).isEqualTo(CaseState.NOTICED);
        assertThat(opened.objectUntil()).isNotNull();
        assertThat(opened.explanation()).contains("pensiun").contains("800/9/2026");
        assertThat(state()).isInstanceOf(CertificateState.InForce.class);
        assertThat(audit.historyOf(government, "revocation", opened.id().value()))
                .extracting("command")
                .containsExactly("revocation.open-at-service-end");
    }

    @Test
    void the_case_waits_for_an_officer_once_nobody_objected_in_time() {
        leave(ServiceEnd.Kind.DISMISSAL, today.minusDays(1));
        assertThat(only().ground()).isEqualTo(Ground.DISMISSAL);
        assertThat(dueTexts()).isEmpty();

        clock.advance(Duration.ofDays(60));

        assertThat(dueTexts()).containsExactly("revocation.todo.due");
        assertThat(
                        decisions.approve(
                                office.asRina(),
                                only().id(),
                                0,
                                "Tidak ada keberatan.",
                                OfficersOnDuty.passphrase()))
                .isInstanceOf(CaseOutcome.Done.class);
        assertThat(state()).isInstanceOf(CertificateState.Revoked.class);
    }

    @Test
    void the_certificate_of_somebody_who_died_is_blocked_at_once_and_waits_for_an_officer() {
        leave(ServiceEnd.Kind.DEATH, today.minusDays(1));

        assertThat(only().state()).isEqualTo(CaseState.REQUESTED);
        assertThat(only().ground()).isEqualTo(Ground.DEATH);
        assertThat(state()).isInstanceOf(CertificateState.Blocked.class);
    }

    @Test
    void at_a_death_a_case_that_is_open_already_goes_on_with_the_certificate_blocked() {
        accounts.grant(government, office.rina(), Role.RA_OFFICER, null);
        leave(ServiceEnd.Kind.RETIREMENT, today.minusDays(1));
        RevocationCase noticed = only();
        assertThat(noticed.state()).isEqualTo(CaseState.NOTICED);
        assertThat(state()).isInstanceOf(CertificateState.InForce.class);
        assertThat(transfer(today)).isEmpty();

        leave(ServiceEnd.Kind.DEATH, today);
        clock.advance(Duration.ofDays(1));
        assertThat(departures.tellDue(government)).isEqualTo(1);

        assertThat(only().id()).isEqualTo(noticed.id());
        assertThat(state()).isInstanceOf(CertificateState.Blocked.class);
        assertThat(inbox.of(government, office.rina(), Locale.ENGLISH, null, 50))
                .anySatisfy(message ->
                        assertThat(message.path())
                                .endsWith("/pencabutan/" + noticed.id())
                                .doesNotContain("petugas"));
        assertThat(audit.historyOf(government, "revocation", noticed.id().value()))
                .extracting("outcome")
                .contains("NOTICED", "BLOCKED");
    }

    @Test
    void who_comes_back_before_the_day_keeps_the_certificate_without_a_case() {
        leave(ServiceEnd.Kind.MOVED_AWAY, today.plusDays(3));
        assertThat(transfer(today.plusDays(4))).isEmpty();

        clock.advance(Duration.ofDays(5));

        assertThat(departures.tellDue(government)).isZero();
        assertThat(owners.mine(owner)).isEmpty();
    }

    @UnderEachLaw
    @Article({"MDN-1.4", "CJR-1.3"})
    void a_move_between_agencies_is_an_update_of_data_and_opens_no_case() {
        assertThat(transfer(today)).isEmpty();

        assertThat(departures.tellDue(government)).isZero();
        assertThat(owners.mine(owner)).isEmpty();
        assertThat(state()).isInstanceOf(CertificateState.InForce.class);
    }

    @UnderEachLaw
    @Article({"MDN-6b", "CJR-7b"})
    void a_certificate_of_a_post_ends_with_the_decree_of_the_post_and_an_individual_one_stays() {
        Post post = posts.leading(government, office.town().education).orElseThrow();
        acting(post, today, today.plusDays(10));
        String title = "Plt. " + post.title();
        RegisteredCertificate ofPost =
                CertifiedOwner.certifyPost(beans, government, owner.person(), title);
        RegisteredCertificate strange =
                CertifiedOwner.certifyPost(beans, government, office.rina(), "Camat Contoh");
        clock.advance(Duration.ofDays(10));
        assertThat(endedPosts.openDue(government)).as("the last day itself").isZero();
        clock.advance(Duration.ofDays(1));

        assertThat(endedPosts.openDue(government)).isEqualTo(1);
        assertThat(endedPosts.openDue(government)).isZero();

        assertThat(only().certificate()).isEqualTo(ofPost.id());
        assertThat(only().ground()).isEqualTo(Ground.END_OF_POST);
        assertThat(only().state()).isEqualTo(CaseState.NOTICED);
        assertThat(only().explanation()).contains(title).contains("821/9/2026");
        assertThat(state()).isInstanceOf(CertificateState.InForce.class);
        assertThat(certificates.byId(government, strange.id()).orElseThrow().state())
                .isInstanceOf(CertificateState.InForce.class);
    }

    @Test
    @Article("MDN-6b")
    void an_authority_by_designation_ends_with_a_move_to_another_agency_and_the_own_one_stays() {
        RegisteredCertificate authority =
                CertifiedOwner.certifyPost(
                        beans, government, owner.person(), "Bendahara Pengeluaran");
        transactions.inTenant(
                government,
                () ->
                        jdbc.sql("update certificate set designated = true where id = :id")
                                .param("id", authority.id().value())
                                .update());
        assertThat(transfer(today)).isEmpty();

        assertThat(only().certificate()).isEqualTo(authority.id());
        assertThat(only().ground()).isEqualTo(Ground.END_OF_POST);
        assertThat(only().state()).isEqualTo(CaseState.NOTICED);
        assertThat(only().explanation()).contains("Bendahara Pengeluaran", "Dinas Pendidikan");
    }

    @Test
    @Article("MDN-6b")
    void a_dismissed_case_does_not_hide_that_the_post_ended_again_later() {
        Post post = posts.leading(government, office.town().education).orElseThrow();
        acting(post, today, today.plusDays(10));
        CertifiedOwner.certifyPost(beans, government, owner.person(), "Plt. " + post.title());
        clock.advance(Duration.ofDays(11));
        assertThat(endedPosts.openDue(government)).isEqualTo(1);
        assertThat(
                        decisions.dismiss(
                                office.asRina(),
                                only().id(),
                                only().version(),
                                "Masa tugasnya diperpanjang.",
                                true,
                                OfficersOnDuty.passphrase()))
                .isInstanceOf(CaseOutcome.Done.class);
        assertThat(endedPosts.openDue(government)).as("the same end").isZero();

        acting(post, today.plusDays(11), today.plusDays(20));
        assertThat(endedPosts.openDue(government)).as("extended").isZero();
        clock.advance(Duration.ofDays(10));

        assertThat(endedPosts.openDue(government)).isEqualTo(1);
        assertThat(owners.mine(owner))
                .extracting(RevocationCase::state)
                .containsExactlyInAnyOrder(CaseState.DISMISSED, CaseState.NOTICED);
    }

    private void acting(Post post, LocalDate from, LocalDate until) {
        PostRegister.Outcome held =
                register.enter(
                        government,
                        new NewHolding(
                                post.id(),
                                owner.person(),
                                HeadshipKind.PLT,
                                "821/9/2026",
                                today,
                                from,
                                until,
                                false,
                                true),
                        UUID.randomUUID());
        assertThat(held).isInstanceOf(PostRegister.Outcome.Entered.class);
    }

    private List<?> transfer(LocalDate from) {
        return updates.transfer(
                government,
                owner.person(),
                people.addAgency(government, "BL", "Badan Lain", "Kepala Badan", null, null),
                "Analis",
                from,
                new DataUpdate.Source.Hand("821/13/2026", today),
                UUID.randomUUID());
    }

    private void leave(ServiceEnd.Kind kind, LocalDate lastDay) {
        assertThat(
                        updates.leave(
                                government,
                                owner.person(),
                                new ServiceEnd(
                                        kind,
                                        lastDay,
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

    private CertificateState state() {
        return certificates.byId(government, certificate.id()).orElseThrow().state();
    }

    private List<String> dueTexts() {
        return todos.todosFor(office.asRina()).stream()
                .map(Todo::titleKey)
                .filter("revocation.todo.due"::equals)
                .toList();
    }
}
