package id.pamong.lifecycle.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.lifecycle.enrollment.GiverAuthority.Basis;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.Headship;
import id.pamong.office.organization.HeadshipKind;
import id.pamong.office.organization.HoldingId;
import id.pamong.office.organization.HoldingReviews;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.NewHolding;
import id.pamong.office.organization.NewMandate;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.PostId;
import id.pamong.office.organization.PostRegister;
import id.pamong.office.organization.PostRole;
import id.pamong.office.organization.Posts;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.TestRegulations;
import id.pamong.testkit.Article;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Town;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The table of who gives which letter, under every regulation that is there. */
@RoomTest
class LetterGiversTest {
    private static final UUID BY = UUID.randomUUID();
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 2);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 30);

    @Autowired private BeanFactory beans;
    @Autowired private LetterGivers givers;
    @Autowired private LocalGovernments governments;
    @Autowired private People people;
    @Autowired private Posts posts;
    @Autowired private PostRegister register;
    private Town town;
    private PersonId mayor;
    private PersonId deputy;
    private PersonId secretary;
    private PersonId rina;
    private PersonId raHead;

    @BeforeEach
    void found() {
        town = new Town(beans);
        mayor = town.enter("Wali Contoh", EmploymentClass.HEAD_OF_REGION, "Wali Kota Madiun");
        deputy =
                town.enter(
                        "Wakil Contoh",
                        EmploymentClass.DEPUTY_HEAD_OF_REGION,
                        "Wakil Wali Kota Madiun");
        AgencyId secretariat =
                people.addAgency(
                        town.government,
                        "SETDA",
                        "Sekretariat Daerah",
                        "Sekretaris Daerah",
                        null,
                        null);
        secretary = town.enter("Hadi Purnomo", EmploymentClass.PNS, "Sekretaris Daerah");
        rina = town.enter("Rina Kusuma", EmploymentClass.PNS, "Sekretaris Dinas Pendidikan");
        raHead = town.enter("Andi Prasetyo", EmploymentClass.PNS, "Kepala Dinas Kominfo");
        people.appointHead(
                town.government,
                new Headship(
                        town.raOffice,
                        raHead,
                        HeadshipKind.DEFINITIVE,
                        "Kepala Dinas Komunikasi dan Informatika",
                        "821/3/2024",
                        SINCE,
                        null),
                null);
        people.appointHead(
                town.government,
                new Headship(
                        secretariat,
                        secretary,
                        HeadshipKind.DEFINITIVE,
                        "Sekretaris Daerah",
                        "821/2/2024",
                        SINCE,
                        null),
                null);
    }

    static Stream<RegulationProfile> regulations() {
        return TestRegulations.all().stream();
    }

    @ParameterizedTest
    @MethodSource("regulations")
    @Article({"MDN-10(2)a", "MDN-10(3)a", "MDN-10(3)b", "MDN-1.12"})
    void each_kind_of_applicant_has_its_givers(RegulationProfile profile) {
        assertThat(both(profile, mayor)).containsExactly(raHead, secretary);
        assertThat(both(profile, deputy)).containsExactly(raHead, secretary);
        assertThat(both(profile, secretary)).containsExactly(mayor, mayor);
        assertThat(both(profile, town.head)).containsExactly(secretary, secretary);
        assertThat(both(profile, town.teacher)).containsExactly(town.superior, town.head);
    }

    @ParameterizedTest
    @EnumSource(
            value = HeadshipKind.class,
            names = {"PLT", "PLH"})
    @Article("MDN-1.12")
    void who_acts_gives_the_letter_on_just_those_days(HeadshipKind kind) {
        hold(leading(town.education), rina, kind, FIRST, LAST);
        RegulationProfile profile = TestRegulations.madiun();

        assertThat(cover(profile, town.teacher, FIRST.minusDays(1))).isEqualTo(town.head);
        assertThat(cover(profile, town.teacher, FIRST)).isEqualTo(rina);
        assertThat(cover(profile, town.teacher, LAST)).isEqualTo(rina);
        assertThat(cover(profile, town.teacher, LAST.plusDays(1))).isEqualTo(town.head);
        LetterGivers.Giver acting = giver(profile, town.teacher, FIRST);
        assertThat(acting.title()).isEqualTo(kind.prefix() + " Kepala Dinas Pendidikan");
        assertThat(acting.authority())
                .isEqualTo(
                        new GiverAuthority(
                                Basis.AGENCY_HEAD,
                                kind.prefix() + " Kepala Dinas Pendidikan",
                                kind,
                                "821/7/2026",
                                FIRST,
                                LAST));
    }

    @Test
    @Article("MDN-10(3)b")
    void nobody_gives_their_own_letter_the_next_one_up_does() {
        hold(leading(town.education), rina, HeadshipKind.PLT, FIRST, LAST);
        PostId top = government(PostRole.HEAD_OF_REGION);
        hold(top, secretary, HeadshipKind.PLH, FIRST, LAST);
        RegulationProfile profile = TestRegulations.madiun();

        assertThat(cover(profile, rina, DAY)).isEqualTo(town.head);
        assertThat(cover(profile, rina, FIRST)).isEqualTo(secretary);
        assertThat(recommended(profile, rina, FIRST)).isEqualTo(secretary);
        assertThat(cover(profile, secretary, FIRST)).isEqualTo(mayor);
        register.end(town.government, heldBy(mayor), FIRST.minusDays(1), "131/1", BY);
        assertThat(cover(profile, secretary, FIRST)).isEqualTo(deputy);
    }

    @Test
    void the_head_of_a_unit_below_an_agency_asks_the_head_of_that_agency() {
        AgencyId school =
                people.addAgency(
                        town.government,
                        "SMP4",
                        "SMP Negeri 4",
                        "Kepala SMP Negeri 4",
                        town.education,
                        null);
        hold(leading(school), town.superior, HeadshipKind.DEFINITIVE, SINCE, null);

        assertThat(both(TestRegulations.madiun(), town.superior))
                .containsExactly(town.head, town.head);
    }

    @Test
    @Article("MDN-1.12")
    void a_post_without_a_holder_is_named() {
        register.end(town.government, heldBy(town.head), FIRST.minusDays(1), "821/8", BY);

        assertThat(
                        givers.look(
                                here(),
                                TestRegulations.madiun(),
                                town.teacher,
                                Endorsement.Kind.COVER_LETTER,
                                FIRST))
                .isEqualTo(new LetterGivers.Answer.Nobody("Kepala Dinas Pendidikan"));
    }

    @Test
    @Article("MDN-1.12")
    void whoever_signs_in_the_givers_name_has_the_right_while_the_power_lasts() {
        UUID post =
                ((PostRegister.Outcome.Entered)
                                register.add(
                                        town.government,
                                        town.education,
                                        "Sekretaris Dinas Pendidikan",
                                        BY))
                        .id();
        hold(new PostId(post), rina, HeadshipKind.DEFINITIVE, SINCE, null);
        register.grant(
                town.government,
                new NewMandate(
                        leading(town.education),
                        null,
                        new PostId(post),
                        "Surat pengantar",
                        "800/3",
                        SINCE,
                        FIRST,
                        LAST),
                BY);

        assertThat(mandated(FIRST.minusDays(1))).isNull();
        assertThat(mandated(FIRST))
                .isEqualTo("a.n. Kepala Dinas Pendidikan / Sekretaris Dinas Pendidikan");
        assertThat(mandated(LAST)).isNotNull();
        assertThat(mandated(LAST.plusDays(1))).isNull();
    }

    private @Nullable String mandated(LocalDate on) {
        return givers.authorised(
                        here(),
                        TestRegulations.madiun(),
                        town.teacher,
                        Endorsement.Kind.COVER_LETTER,
                        on,
                        rina)
                .map(LetterGivers.Giver::title)
                .orElse(null);
    }

    private List<PersonId> both(RegulationProfile profile, PersonId applicant) {
        return List.of(recommended(profile, applicant, DAY), cover(profile, applicant, DAY));
    }

    private PersonId recommended(RegulationProfile profile, PersonId applicant, LocalDate on) {
        return givers.expected(here(), profile, applicant, Endorsement.Kind.RECOMMENDATION, on)
                .orElseThrow()
                .person()
                .id();
    }

    private PersonId cover(RegulationProfile profile, PersonId applicant, LocalDate on) {
        return giver(profile, applicant, on).person().id();
    }

    private LetterGivers.Giver giver(RegulationProfile profile, PersonId applicant, LocalDate on) {
        return givers.expected(here(), profile, applicant, Endorsement.Kind.COVER_LETTER, on)
                .orElseThrow();
    }

    private LocalGovernment here() {
        return governments.get(town.government);
    }

    private PostId leading(AgencyId agency) {
        return posts.leading(town.government, agency).orElseThrow().id();
    }

    private PostId government(PostRole role) {
        return posts.ofRole(town.government, role).orElseThrow().id();
    }

    private HoldingId heldBy(PersonId person) {
        return posts.heldBy(town.government, person, DAY).getFirst().id();
    }

    private void hold(
            PostId post,
            PersonId person,
            HeadshipKind kind,
            LocalDate from,
            @Nullable LocalDate until) {
        PostRegister.Outcome outcome =
                register.enter(
                        town.government,
                        new NewHolding(
                                post, person, kind, "821/7/2026", SINCE, from, until, false, true),
                        BY);
        if (!(outcome instanceof PostRegister.Outcome.Entered entered)) {
            throw new AssertionError(outcome);
        }
        HoldingId id = new HoldingId(entered.id());
        if (!posts.holding(town.government, id).orElseThrow().isInEffect()) {
            assertThat(
                            beans.getBean(HoldingReviews.class)
                                    .confirm(town.government, id, UUID.randomUUID()))
                    .isEmpty();
        }
    }
}
