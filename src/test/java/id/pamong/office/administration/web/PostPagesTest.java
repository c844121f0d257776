package id.pamong.office.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.identity.Role;
import id.pamong.office.organization.HeadshipKind;
import id.pamong.office.organization.HoldingId;
import id.pamong.office.organization.NewHolding;
import id.pamong.office.organization.Post;
import id.pamong.office.organization.PostHolding;
import id.pamong.office.organization.PostId;
import id.pamong.office.organization.PostRegister;
import id.pamong.office.organization.PostRole;
import id.pamong.office.organization.Posts;
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

/** Nobody enters in the register of posts what they gain by themselves. */
@RoomTest
class PostPagesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final String NOT_YOURSELF = "oleh orang lain";

    @Autowired private MockMvcTester http;
    @Autowired private Towns towns;
    @Autowired private Posts posts;
    @Autowired private PostRegister register;
    @Autowired private MutableClock clock;

    private Town town;
    private Citizen keeper;
    private Citizen second;
    private Citizen head;
    private PostId post;

    @BeforeEach
    void found() {
        clock.reset();
        town = towns.found();
        keeper = town.withAccount("Ratna Dewi", Role.ADMINISTRATOR);
        second = town.withAccount("Tono Wijaya", Role.ADMINISTRATOR);
        head = town.withAccount("Kepala Dinas", Role.RA_HEAD);
        post = post("Asisten Administrasi Umum");
    }

    @Test
    void an_administrator_enters_a_holding_for_somebody_else_and_never_the_own() {
        assertThat(enter(keeper, keeper, post)).hasStatus(403).bodyText().contains(NOT_YOURSELF);
        assertThat(posts.entries(town.id(), post)).isEmpty();

        assertThat(enter(keeper, second, post)).hasStatus(302);
        assertThat(enter(head, keeper, post("Asisten Pembangunan"))).hasStatus(302);
        assertThat(enter(head, head, post("Asisten Kesra"))).hasStatus(403);
    }

    @Test
    void nobody_ends_or_voids_a_holding_of_the_own_post() {
        UUID held = hold(post, keeper);
        assertThat(end(keeper, held)).hasStatus(403).bodyText().contains(NOT_YOURSELF);
        assertThat(makeVoid(keeper, held)).hasStatus(403).bodyText().contains(NOT_YOURSELF);
        assertThat(posts.holding(town.id(), new HoldingId(held)).orElseThrow().until()).isNull();

        assertThat(end(second, held)).hasStatus(302);
        assertThat(makeVoid(head, held)).hasStatus(302);
        assertThat(posts.holding(town.id(), new HoldingId(held)).orElseThrow().state())
                .isEqualTo(PostHolding.State.VOID);
        String page = "/pengelola/jabatan/" + post;
        assertThat(http.get().uri(town.at(page)).cookie(keeper.session()).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Batal, salah catat", "Tertukar dengan pegawai lain.")
                .doesNotContain("??");
        assertThat(http.get().uri(town.at(page + "?lang=en")).cookie(keeper.session()).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Void, entered wrongly")
                .doesNotContain("??");
    }

    @Test
    void nobody_grants_or_ends_a_power_of_the_post_they_hold() {
        hold(post, keeper);
        PostId mayor = posts.ofRole(town.id(), PostRole.HEAD_OF_REGION).orElseThrow().id();
        assertThat(grant(keeper, mayor)).hasStatus(403).bodyText().contains(NOT_YOURSELF);
        assertThat(posts.mandates(town.id())).isEmpty();
        assertThat(grant(second, mayor)).hasStatus(302);

        UUID mandate = posts.mandates(town.id()).getFirst().id().value();
        String path = "/pengelola/jabatan/pelimpahan/" + mandate + "/akhir";
        Map<String, String> last = Map.of("last", DAY.toString(), "endDecree", "100/9");
        assertThat(post(keeper, path, last)).hasStatus(403).bodyText().contains(NOT_YOURSELF);
        assertThat(post(second, path, last)).hasStatus(302);
    }

    @Test
    void the_second_look_is_neither_its_subjects_nor_that_of_whoever_entered_it() {
        Post secretary = posts.ofRole(town.id(), PostRole.SECRETARY).orElseThrow();
        assertThat(enter(keeper, head, secretary.id())).hasStatus(302);
        HoldingId held = posts.entries(town.id(), secretary.id()).getFirst().id();
        assertThat(posts.heldBy(town.id(), head.id(), DAY)).isEmpty();
        String path = "/pengelola/jabatan/pemangku/" + held + "/sahkan";

        for (Citizen first : new Citizen[] {keeper, head}) {
            assertThat(
                            http.get()
                                    .uri(town.at("/pengelola/jabatan/" + secretary.id()))
                                    .cookie(first.session())
                                    .exchange())
                    .bodyText()
                    .contains("Menunggu pengesahan orang kedua")
                    .doesNotContain("/sahkan");
        }
        assertThat(post(keeper, path, Map.of())).hasStatus(403);
        assertThat(post(head, path, Map.of())).hasStatus(403);
        assertThat(posts.heldBy(town.id(), head.id(), DAY)).isEmpty();
        assertThat(
                        http.get()
                                .uri(town.at("/pengelola/jabatan/" + secretary.id()))
                                .cookie(second.session())
                                .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Menunggu pengesahan orang kedua", "/sahkan");
        assertThat(post(second, path, Map.of())).hasStatus(302);
        assertThat(posts.heldBy(town.id(), head.id(), DAY)).hasSize(1);
    }

    private PostId post(String title) {
        return new PostId(
                ((PostRegister.Outcome.Entered)
                                register.add(town.id(), null, title, UUID.randomUUID()))
                        .id());
    }

    private UUID hold(PostId of, Citizen citizen) {
        return ((PostRegister.Outcome.Entered)
                        register.enter(
                                town.id(),
                                new NewHolding(
                                        of,
                                        citizen.id(),
                                        HeadshipKind.PLT,
                                        "821/1/2026",
                                        DAY,
                                        DAY,
                                        null,
                                        false,
                                        true),
                                UUID.randomUUID()))
                .id();
    }

    private MvcTestResult enter(Citizen by, Citizen person, PostId of) {
        return post(
                by,
                "/pengelola/jabatan/" + of + "/pemangku",
                Map.of(
                        "chosen",
                        person.id().toString(),
                        "person",
                        "x",
                        "kind",
                        "PLT",
                        "decree",
                        "821/1/2026",
                        "decreeOn",
                        DAY.toString(),
                        "from",
                        DAY.toString()));
    }

    private MvcTestResult end(Citizen by, UUID holding) {
        return post(
                by,
                "/pengelola/jabatan/pemangku/" + holding + "/akhir",
                Map.of("last", DAY.plusDays(5).toString(), "endDecree", "821/2/2026"));
    }

    private MvcTestResult makeVoid(Citizen by, UUID holding) {
        return post(
                by,
                "/pengelola/jabatan/pemangku/" + holding + "/batalkan",
                Map.of("voidReason", "Tertukar dengan pegawai lain."));
    }

    private MvcTestResult grant(Citizen by, PostId of) {
        return post(
                by,
                "/pengelola/jabatan/" + post + "/pelimpahan",
                Map.of(
                        "of", of.toString(),
                        "scope", "Undangan",
                        "mandateDecree", "100/1",
                        "mandateDecreeOn", DAY.toString(),
                        "mandateFrom", DAY.toString()));
    }

    private MvcTestResult post(Citizen by, String path, Map<String, String> form) {
        var request = http.post().uri(town.at(path)).cookie(by.session());
        form.forEach(request::param);
        return request.with(Forms.body()).exchange();
    }
}
