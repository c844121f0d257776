package id.pamong.office.organization;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.audit.AuditTrail;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import id.pamong.testkit.UnderEachLaw;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RoomTest
@RecordApplicationEvents
class DataUpdatesTest {
    private static final UUID BY = UUID.randomUUID();

    @Autowired private DataUpdates updates;
    @Autowired private People people;
    @Autowired private Posts posts;
    @Autowired private ApplicationEvents told;
    @Autowired private Towns towns;
    @Autowired private AuditTrail audit;
    @Autowired private MutableClock clock;
    private Town town;
    private Citizen budi;
    private AgencyId other;
    private LocalDate today;

    @BeforeEach
    void fill() {
        town = towns.found();
        budi = town.person("Budi");
        other = people.addAgency(town.id(), "B", "Badan B", "Kepala Badan", null, null);
        today = town.government().dateAt(clock.instant());
    }

    @UnderEachLaw
    @Article({"MDN-1.4", "CJR-1.3"})
    void a_transfer_moves_the_person_and_keeps_the_history_and_the_decree() {
        List<Finding> findings = transfer(today, "Sekretaris");

        assertThat(findings).isEmpty();
        Person now = people.get(town.id(), budi.id());
        assertThat(now.agency()).isEqualTo(other);
        assertThat(now.post()).isEqualTo("Sekretaris");
        assertThat(updates.postings(town.id(), budi.id()))
                .extracting(PostingEntry::post)
                .containsExactly("Sekretaris", "Analis");
        DataUpdate update = updates.updates(town.id(), budi.id()).getFirst();
        assertThat(update.decree()).isEqualTo("821/12/2026");
        assertThat(update.fromPost()).isEqualTo("Analis");
        assertThat(update.byImport()).isFalse();
        assertThat(audit.historyOf(town.id(), "person", budi.id().value()))
                .extracting("command")
                .contains("organization.transfer");
    }

    @Test
    void a_transfer_of_a_later_day_does_not_change_today() {
        assertThat(transfer(today.plusDays(30), "Sekretaris")).isEmpty();

        assertThat(people.get(town.id(), budi.id()).post()).isEqualTo("Analis");
    }

    @Test
    void the_end_of_a_service_ends_posting_and_posts_and_is_told_and_a_transfer_brings_back() {
        Post post = posts.leading(town.id(), town.agency()).orElseThrow();
        people.appointHead(
                town.id(),
                new Headship(
                        town.agency(),
                        budi.id(),
                        HeadshipKind.DEFINITIVE,
                        "Kepala Dinas",
                        "821/1/2024",
                        LocalDate.of(2024, 1, 2),
                        null),
                null);

        assertThat(leave(today.minusDays(1), "Pindah ke provinsi")).isEmpty();

        assertThat(people.get(town.id(), budi.id()).inService()).isFalse();
        assertThat(people.get(town.id(), budi.id()).post()).isEqualTo("Analis");
        assertThat(posts.exercising(town.id(), post.id(), today)).isEmpty();
        assertThat(posts.exercising(town.id(), post.id(), today.minusDays(1))).isPresent();
        assertThat(updates.ends(town.id(), budi.id()))
                .extracting(ServiceEnd::kind)
                .containsExactly(ServiceEnd.Kind.MOVED_AWAY);
        assertThat(told.stream(LeftService.class))
                .contains(
                        new LeftService(
                                town.id(),
                                budi.id(),
                                ServiceEnd.Kind.MOVED_AWAY,
                                today.minusDays(1)));
        assertThat(audit.historyOf(town.id(), "person", budi.id().value()))
                .extracting("command")
                .contains("organization.leave-service");
        assertThat(leave(today, "Pindah ke provinsi"))
                .extracting(Finding::code)
                .containsExactly("leave.not-in-service");
        assertThat(
                        updates.transfer(
                                town.id(),
                                budi.id(),
                                town.agency(),
                                "Analis",
                                today,
                                new DataUpdate.Source.Hand("821/13/2026", today),
                                BY))
                .isEmpty();
        assertThat(people.get(town.id(), budi.id()).inService()).isTrue();
    }

    @Test
    void an_end_without_ground_is_refused_with_every_finding_and_one_ahead_leaves_today_alone() {
        assertThat(
                        updates.leave(
                                town.id(),
                                budi.id(),
                                new ServiceEnd(
                                        ServiceEnd.Kind.DEATH,
                                        today.plusYears(2),
                                        " ",
                                        today.plusDays(1),
                                        "ya"),
                                BY))
                .extracting(Finding::code)
                .containsExactly(
                        "leave.too-far",
                        "leave.death-ahead",
                        "leave.decree",
                        "leave.decree-on",
                        "leave.reason");
        assertThat(updates.ends(town.id(), budi.id())).isEmpty();
        assertThat(leave(today.plusDays(3), "Pindah ke provinsi")).isEmpty();
        assertThat(people.get(town.id(), budi.id()).inService()).isTrue();
        clock.advance(java.time.Duration.ofDays(4));
        assertThat(people.get(town.id(), budi.id()).inService()).isFalse();
    }

    private List<Finding> leave(LocalDate last, String reason) {
        return updates.leave(
                town.id(),
                budi.id(),
                new ServiceEnd(ServiceEnd.Kind.MOVED_AWAY, last, "824/3/2026", today, reason),
                BY);
    }

    @Test
    void everything_wrong_with_a_transfer_is_said_at_once_and_nothing_is_recorded() {
        List<Finding> findings =
                updates.transfer(
                        town.id(),
                        budi.id(),
                        other,
                        " ",
                        LocalDate.of(2019, 1, 1),
                        new DataUpdate.Source.Hand("", today.plusDays(1)),
                        BY);

        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly(
                        "transfer.post",
                        "transfer.before-post",
                        "transfer.decree",
                        "transfer.decree-on");
        assertThat(updates.updates(town.id(), budi.id())).isEmpty();
    }

    @Test
    void a_new_name_needs_a_reason() {
        assertThat(updates.rename(town.id(), budi.id(), "", "Budi Baru", "", "ya", BY))
                .extracting(Finding::code)
                .containsExactly("rename.reason");
        assertThat(
                        updates.rename(
                                town.id(),
                                budi.id(),
                                "Dr.",
                                "Budi Baru",
                                "",
                                "Penetapan PN 12",
                                BY))
                .isEmpty();

        assertThat(people.get(town.id(), budi.id()).displayName()).isEqualTo("Dr. Budi Baru");
        assertThat(people.search(town.id(), "baru", null, null, 5)).hasSize(1);
    }

    private List<Finding> transfer(LocalDate from, String post) {
        return updates.transfer(
                town.id(),
                budi.id(),
                other,
                post,
                from,
                new DataUpdate.Source.Hand("821/12/2026", today),
                BY);
    }
}
