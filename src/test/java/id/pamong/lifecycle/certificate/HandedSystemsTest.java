package id.pamong.lifecycle.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.notification.Inbox;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.DataUpdate;
import id.pamong.office.organization.DataUpdates;
import id.pamong.office.organization.ElectronicSystem;
import id.pamong.office.organization.ElectronicSystems;
import id.pamong.office.organization.NewSystem;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.ServiceEnd;
import id.pamong.office.organization.SystemCategory;
import id.pamong.office.organization.SystemHandovers;
import id.pamong.office.organization.SystemId;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.CertifiedOwner;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Town;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A system and its certificate go over when whoever answers for it moves or leaves. */
@RoomTest
class HandedSystemsTest {
    private static final UUID BY = UUID.randomUUID();

    @Autowired private BeanFactory beans;
    @Autowired private ElectronicSystems systems;
    @Autowired private SystemHandovers handovers;
    @Autowired private DataUpdates updates;
    @Autowired private People people;
    @Autowired private Certificates certificates;
    @Autowired private Inbox inbox;
    @Autowired private AuditTrail audit;
    @Autowired private TenantTransactions transactions;
    @Autowired private JdbcClient jdbc;
    @Autowired private MutableClock clock;

    private Town town;
    private LocalGovernmentId government;
    private LocalDate today;
    private SystemId system;
    private RegisteredCertificate certificate;

    @BeforeEach
    void build() {
        clock.reset();
        town = new Town(beans);
        government = town.government;
        today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Jakarta"));
        ElectronicSystems.Outcome registered =
                systems.register(
                        government,
                        new NewSystem(
                                town.education,
                                "Antrean",
                                SystemCategory.LOW,
                                List.of("antrean.madiunkota.go.id")),
                        BY);
        system = ((ElectronicSystems.Outcome.Entered) registered).system();
        name(town.teacher);
        certificate = CertifiedOwner.certify(beans, government, town.teacher);
        transactions.inTenant(
                government,
                () ->
                        jdbc.sql("update certificate set system = :system where id = :id")
                                .param("system", system.value())
                                .param("id", certificate.id().value())
                                .update());
        handovers.tellDue(government);
    }

    @Test
    @Article("MDN-7(4)")
    void after_a_move_to_another_agency_the_head_answers_and_has_the_certificate() {
        move(town.raOffice);
        assertThat(responsible()).isEqualTo(town.head);
        assertThat(handovers.tellDue(government)).isEqualTo(1);
        assertThat(handovers.tellDue(government)).isZero();

        assertThat(certificates.of(government, town.head))
                .extracting(RegisteredCertificate::id)
                .containsExactly(certificate.id());
        assertThat(certificates.of(government, town.teacher)).isEmpty();
        assertThat(inbox.of(government, town.head, Locale.ENGLISH, null, 10))
                .anySatisfy(message ->
                        assertThat(message.subject())
                                .contains("You answer for the system Antrean"));
        assertThat(audit.historyOf(government, "system", system.value()))
                .extracting("command")
                .contains("organization.hand-over-system");
        assertThat(audit.historyOf(government, "certificate", certificate.id().value()))
                .extracting("command")
                .contains("certificate.hand-over");

        name(town.superior);
        assertThat(handovers.tellDue(government)).isEqualTo(1);
        assertThat(certificates.of(government, town.superior)).hasSize(1);
    }

    @Test
    void a_move_within_the_agency_changes_nothing_and_the_end_of_service_does() {
        move(town.education);
        assertThat(responsible()).isEqualTo(town.teacher);

        assertThat(
                        updates.leave(
                                government,
                                town.teacher,
                                new ServiceEnd(
                                        ServiceEnd.Kind.RETIREMENT,
                                        today,
                                        "800/9/2026",
                                        today,
                                        "Batas usia pensiun"),
                                BY))
                .isEmpty();
        assertThat(responsible()).as("the last day itself").isEqualTo(town.teacher);
    }

    @Test
    void one_that_is_named_for_a_later_day_answers_from_that_day_on() {
        ElectronicSystems.Outcome named =
                systems.nameResponsible(
                        government,
                        system,
                        nip(town.superior),
                        "800/2/2026",
                        today.plusDays(2),
                        BY);
        assertThat(named).isInstanceOf(ElectronicSystems.Outcome.Entered.class);
        assertThat(handovers.tellDue(government)).isZero();
        assertThat(certificates.of(government, town.teacher)).hasSize(1);

        clock.advance(java.time.Duration.ofDays(2));
        try {
            assertThat(handovers.tellDue(government)).isEqualTo(1);
            assertThat(certificates.of(government, town.superior)).hasSize(1);
        } finally {
            clock.reset();
        }
    }

    private void name(PersonId person) {
        assertThat(
                        systems.nameResponsible(
                                government, system, nip(person), "800/1/2026", today, BY))
                .isInstanceOf(ElectronicSystems.Outcome.Entered.class);
    }

    private String nip(PersonId person) {
        return people.get(government, person).nip();
    }

    private PersonId responsible() {
        ElectronicSystem now = systems.find(government, system).orElseThrow();
        ElectronicSystem.Responsible one = now.responsible();
        assertThat(one).isNotNull();
        return one.person();
    }

    private void move(AgencyId agency) {
        List<Finding> findings =
                updates.transfer(
                        government,
                        town.teacher,
                        agency,
                        "Pranata Komputer",
                        today,
                        new DataUpdate.Source.Hand("821/13/2026", today),
                        BY);
        assertThat(findings).isEmpty();
    }
}
