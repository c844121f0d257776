package id.pamong.office.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.audit.AuditEntry;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.ElectronicSystem;
import id.pamong.office.organization.ElectronicSystems;
import id.pamong.office.organization.Headship;
import id.pamong.office.organization.HeadshipKind;
import id.pamong.office.organization.People;
import id.pamong.testkit.Article;
import id.pamong.testkit.Forms;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Systems of an agency are registered by its head, not by everyone in it. */
@RoomTest
class SystemPagesTest {
    private static final LocalDate SINCE = LocalDate.of(2026, 1, 5);

    @Autowired private MockMvcTester http;
    @Autowired private Towns towns;
    @Autowired private People people;
    @Autowired private ElectronicSystems systems;
    @Autowired private AuditTrail audit;
    @Autowired private MutableClock clock;

    private Town town;
    private Citizen head;
    private Citizen member;

    @BeforeEach
    void found() {
        clock.reset();
        town = towns.found();
        head = town.withAccount("Hadi Purnomo");
        member = town.withAccount("Siti Aminah");
        lead(head, SINCE);
    }

    @Test
    @Article({"MDN-7(4)", "CJR-8(4)"})
    void the_head_of_the_agency_registers_its_systems_and_no_other_member_does() {
        assertThat(register(member, "Antrean", "antrean")).hasStatus(403);
        assertThat(systems.all(town.id())).isEmpty();

        assertThat(register(head, "Antrean", "antrean")).hasStatus(302);
        ElectronicSystem system = systems.all(town.id()).getFirst();
        String own = "/pengelola/sistem/" + system.id();
        assertThat(get(member, own)).hasStatus(404);
        assertThat(change(member, own, "antrean2")).hasStatus(404);
        assertThat(change(head, own, "antrean2")).hasStatus(302);
        assertThat(audit.historyOf(town.id(), "system", system.id().value()))
                .extracting(AuditEntry::canonical)
                .last()
                .asString()
                .contains("\"hosts\":[\"antrean2.", "\"hostsBefore\":[\"antrean.");
    }

    @Test
    void who_heads_the_agency_no_longer_registers_nothing_more() {
        lead(member, LocalDate.of(2026, 6, 1));

        assertThat(register(head, "Antrean", "antrean")).hasStatus(403);
        assertThat(register(member, "Antrean", "antrean")).hasStatus(302);
    }

    @Test
    void who_answers_for_a_system_sees_it_and_does_not_change_what_it_is() {
        Citizen keeper = town.withAccount("Ratna Dewi", Role.ADMINISTRATOR);
        register(head, "Antrean", "antrean");
        ElectronicSystem system = systems.all(town.id()).getFirst();
        for (Citizen answers : new Citizen[] {member, keeper}) {
            systems.nameResponsible(
                    town.id(), system.id(), answers.nip(), "800/1/2026", SINCE, UUID.randomUUID());
            String own = "/pengelola/sistem/" + system.id();
            assertThat(get(answers, own)).hasStatusOk();
            assertThat(change(answers, own, "antrean3")).hasStatus(403);
        }
    }

    private void lead(Citizen who, LocalDate from) {
        people.appointHead(
                town.id(),
                new Headship(
                        town.agency(),
                        who.id(),
                        HeadshipKind.DEFINITIVE,
                        "Kepala Dinas",
                        "821/1/2026",
                        from,
                        null),
                null);
    }

    private MvcTestResult register(Citizen by, String name, String host) {
        return post(
                by,
                "/pengelola/sistem",
                Map.of(
                        "agency",
                        town.agency().toString(),
                        "name",
                        name,
                        "category",
                        "STRATEGIC",
                        "hosts",
                        host + "." + town.government().mailDomains().getFirst()));
    }

    private MvcTestResult change(Citizen by, String path, String host) {
        return post(
                by,
                path,
                Map.of(
                        "name", "Antrean",
                        "category", "STRATEGIC",
                        "hosts", host + "." + town.government().mailDomains().getFirst()));
    }

    private MvcTestResult get(Citizen by, String path) {
        return http.get().uri(town.at(path)).cookie(by.session()).exchange();
    }

    private MvcTestResult post(Citizen by, String path, Map<String, String> form) {
        var request = http.post().uri(town.at(path)).cookie(by.session());
        form.forEach(request::param);
        return request.with(Forms.body()).exchange();
    }
}
