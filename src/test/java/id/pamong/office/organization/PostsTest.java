package id.pamong.office.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.office.audit.AuditEntry;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Town;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class PostsTest {
    private static final UUID BY = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 30);

    @Autowired private BeanFactory beans;
    @Autowired private Posts posts;
    @Autowired private PostRegister register;
    @Autowired private HoldingReviews reviews;
    @Autowired private People people;
    @Autowired private AuditTrail audit;
    private Town town;
    private PersonId rina;

    @BeforeEach
    void found() {
        town = new Town(beans);
        rina = town.enter("Rina Kusuma", EmploymentClass.PNS, "Sekretaris Dinas Pendidikan");
    }

    @ParameterizedTest
    @EnumSource(HeadshipKind.class)
    @Article({"MDN-1.4", "MDN-1.12"})
    void a_post_is_held_from_the_first_day_to_the_last(HeadshipKind kind) {
        PostId post = free();
        entered(holding(post, rina, kind, FIRST, LAST));

        assertThat(posts.exercising(town.government, post, FIRST.minusDays(1))).isEmpty();
        assertThat(posts.exercising(town.government, post, FIRST))
                .map(PostHolding::person)
                .contains(rina);
        assertThat(posts.exercising(town.government, post, LAST))
                .map(PostHolding::person)
                .contains(rina);
        assertThat(posts.exercising(town.government, post, LAST.plusDays(1))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = HeadshipKind.class,
            names = {"PLT", "PLH"})
    void who_acts_goes_before_the_definitive_head_for_just_those_days(HeadshipKind kind) {
        PostId post = posts.leading(town.government, town.education).orElseThrow().id();
        entered(confirmed(holding(post, rina, kind, FIRST, LAST)));

        assertThat(head(FIRST.minusDays(1))).isEqualTo(town.head);
        assertThat(head(FIRST)).isEqualTo(rina);
        assertThat(head(LAST)).isEqualTo(rina);
        assertThat(head(LAST.plusDays(1))).isEqualTo(town.head);
        assertThat(people.headshipOf(town.government, town.education, FIRST))
                .map(Headship::signatureTitle)
                .contains(kind.prefix() + " Kepala Dinas Pendidikan");
    }

    /** Which right goes beside which on the same day. */
    @ParameterizedTest
    @CsvSource({
        "DEFINITIVE, DEFINITIVE, IMPOSSIBLE",
        "DEFINITIVE, PLT, UNUSUAL",
        "DEFINITIVE, PLH, FINE",
        "DEFINITIVE, PJ, IMPOSSIBLE",
        "PLT, DEFINITIVE, UNUSUAL",
        "PLT, PLT, IMPOSSIBLE",
        "PLT, PLH, FINE",
        "PLT, PJ, UNUSUAL",
        "PLH, DEFINITIVE, FINE",
        "PLH, PLT, FINE",
        "PLH, PLH, IMPOSSIBLE",
        "PLH, PJ, FINE",
        "PJ, DEFINITIVE, IMPOSSIBLE",
        "PJ, PLT, UNUSUAL",
        "PJ, PLH, FINE",
        "PJ, PJ, IMPOSSIBLE"
    })
    void two_holders_of_a_post_go_together_as_their_rights_allow(
            HeadshipKind there, HeadshipKind wanted, HoldingRules.Beside beside) {
        PostId post = free();
        entered(holding(post, town.superior, there, FIRST, LAST));
        PostId later = free();
        entered(holding(later, someone(), there, FIRST, LAST));

        List<Finding> plain = refused(holding(post, rina, wanted, LAST, null));
        List<Finding> meant = refused(confirmed(holding(post, rina, wanted, LAST, null)));
        PostRegister.Outcome after =
                register.enter(
                        town.government,
                        holding(later, someone(), wanted, LAST.plusDays(1), null),
                        BY);

        assertThat(plain.isEmpty()).isEqualTo(beside == HoldingRules.Beside.FINE);
        assertThat(after).isInstanceOf(PostRegister.Outcome.Entered.class);
        if (beside == HoldingRules.Beside.IMPOSSIBLE) {
            assertThat(meant)
                    .extracting(Finding::code)
                    .containsExactly("organization.held-by-another");
        } else if (beside == HoldingRules.Beside.UNUSUAL) {
            assertThat(plain).extracting(Finding::code).contains("organization.acting-beside");
            assertThat(meant).isEmpty();
        }
    }

    @Test
    void a_successor_ends_the_predecessor_the_day_before_when_asked_to() {
        PostId post = posts.leading(town.government, town.education).orElseThrow().id();
        assertThat(refused(holding(post, rina, HeadshipKind.DEFINITIVE, FIRST, null)))
                .extracting(Finding::code)
                .containsExactly("organization.held-by-another");

        entered(
                new NewHolding(
                        post,
                        rina,
                        HeadshipKind.DEFINITIVE,
                        "821/9/2026",
                        FIRST,
                        FIRST,
                        null,
                        true,
                        false));

        assertThat(posts.history(town.government, post))
                .extracting(PostHolding::person, PostHolding::until)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(rina, null),
                        org.assertj.core.groups.Tuple.tuple(town.head, FIRST.minusDays(1)));
        assertThat(audit.historyOf(town.government, "post", post.value()))
                .extracting("command")
                .contains("organization.enter-holding");
    }

    @Test
    void an_entry_says_everything_that_is_wrong_with_it_at_once() {
        List<Finding> findings =
                refused(
                        new NewHolding(
                                posts.leading(town.government, town.education).orElseThrow().id(),
                                town.head,
                                HeadshipKind.PLT,
                                " ",
                                LocalDate.of(2099, 1, 1),
                                FIRST,
                                null,
                                false,
                                false));

        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly(
                        "organization.decree",
                        "organization.decree-in-future",
                        "organization.holds-already");
    }

    @Test
    void a_holding_ends_on_its_last_day_and_is_kept() {
        PostId post = free();
        UUID id = entered(holding(post, rina, HeadshipKind.PLT, FIRST, null));

        assertThat(register.end(town.government, new HoldingId(id), LAST, "821/12/2026", BY))
                .isInstanceOf(PostRegister.Outcome.Entered.class);

        assertThat(posts.exercising(town.government, post, LAST)).isPresent();
        assertThat(posts.exercising(town.government, post, LAST.plusDays(1))).isEmpty();
        assertThat(posts.history(town.government, post))
                .extracting(PostHolding::endDecree)
                .containsExactly("821/12/2026");
        assertThat(
                        register.end(
                                town.government,
                                new HoldingId(id),
                                FIRST.minusDays(1),
                                "821/13/2026",
                                BY))
                .isInstanceOf(PostRegister.Outcome.Refused.class);
        assertThat(
                        register.end(
                                town.government,
                                new HoldingId(id),
                                LAST.plusDays(1),
                                "821/13/2026",
                                BY))
                .isInstanceOf(PostRegister.Outcome.Refused.class);
    }

    @Test
    @Article("MDN-1.12")
    void a_person_signs_in_the_own_post_in_acting_ones_and_in_others_names_on_their_days() {
        PostId mayor = posts.ofRole(town.government, PostRole.HEAD_OF_REGION).orElseThrow().id();
        PostId secretary = posts.ofRole(town.government, PostRole.SECRETARY).orElseThrow().id();
        PostId assistant = free();
        PersonId sekda = town.enter("Hadi Purnomo", EmploymentClass.PNS, "Sekretaris Daerah");
        confirm(
                entered(
                        holding(
                                secretary,
                                sekda,
                                HeadshipKind.DEFINITIVE,
                                FIRST.minusYears(1),
                                null)));
        entered(holding(assistant, rina, HeadshipKind.PLT, FIRST.minusYears(1), null));
        granted(new NewMandate(mayor, null, secretary, "Surat biasa", "100/1", FIRST, FIRST, LAST));
        granted(new NewMandate(mayor, secretary, assistant, "Surat", "100/2", FIRST, FIRST, LAST));

        assertThat(words(sekda, FIRST.minusDays(1))).containsExactly("Sekretaris Daerah");
        assertThat(words(sekda, FIRST))
                .containsExactly("Sekretaris Daerah", "a.n. Wali Kota Madiun / Sekretaris Daerah");
        assertThat(words(rina, LAST))
                .containsExactly(
                        "Sekretaris Dinas Pendidikan",
                        "Plt. Asisten Administrasi Umum",
                        "a.n. Wali Kota Madiun / Sekretaris Daerah / u.b. / Plt. Asisten"
                                + " Administrasi Umum");
        assertThat(words(rina, LAST.plusDays(1)))
                .containsExactly("Sekretaris Dinas Pendidikan", "Plt. Asisten Administrasi Umum");
    }

    @Test
    void a_mandate_entered_wrongly_is_void_with_its_reason_and_counts_for_no_day() {
        PostId mayor = posts.ofRole(town.government, PostRole.HEAD_OF_REGION).orElseThrow().id();
        PostId assistant = free();
        entered(holding(assistant, rina, HeadshipKind.PLT, FIRST.minusYears(1), null));
        granted(new NewMandate(mayor, null, assistant, "Surat", "100/1", FIRST, FIRST, LAST));
        SigningMandateId id = posts.mandates(town.government).getFirst().id();
        assertThat(words(rina, FIRST)).hasSize(3);

        assertThat(register.voidMandate(town.government, id, "keliru", BY))
                .isInstanceOf(PostRegister.Outcome.Refused.class);
        assertThat(words(rina, FIRST)).hasSize(3);
        assertThat(register.voidMandate(town.government, id, "Salah memilih jabatan.", BY))
                .isInstanceOf(PostRegister.Outcome.Entered.class);

        assertThat(words(rina, FIRST)).hasSize(2);
        SigningMandate kept = posts.mandate(town.government, id).orElseThrow();
        assertThat(kept.isVoid()).isTrue();
        assertThat(kept.isInForceOn(FIRST)).isFalse();
        assertThat(kept.voidReason()).isEqualTo("Salah memilih jabatan.");
        assertThatThrownBy(() ->
                        register.voidMandate(town.government, id, "Salah memilih jabatan.", BY))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void nothing_is_passed_on_that_was_not_given() {
        PostId mayor = posts.ofRole(town.government, PostRole.HEAD_OF_REGION).orElseThrow().id();
        PostId secretary = posts.ofRole(town.government, PostRole.SECRETARY).orElseThrow().id();

        PostRegister.Outcome outcome =
                register.grant(
                        town.government,
                        new NewMandate(
                                mayor, secretary, free(), "Surat", "100/2", FIRST, FIRST, null),
                        BY);

        assertThat(((PostRegister.Outcome.Refused) outcome).findings())
                .extracting(Finding::code)
                .containsExactly("organization.nothing-to-pass-on");
    }

    @Test
    @Article("MDN-1.4")
    void a_reporting_line_follows_the_post_of_the_superior() {
        PostId principal = free();
        entered(
                holding(
                        principal,
                        town.superior,
                        HeadshipKind.DEFINITIVE,
                        LocalDate.of(2024, 1, 2),
                        LAST));
        entered(holding(principal, rina, HeadshipKind.PLT, LAST.plusDays(1), null));

        assertThat(superior(LAST)).isEqualTo(town.superior);
        assertThat(superior(LAST.plusDays(1))).isEqualTo(rina);
    }

    @Test
    void the_head_of_region_who_is_entered_holds_that_post() {
        PersonId mayor =
                town.enter("Maidi Contoh", EmploymentClass.HEAD_OF_REGION, "Wali Kota Madiun");

        assertThat(
                        posts.exercising(
                                town.government,
                                posts.ofRole(town.government, PostRole.HEAD_OF_REGION)
                                        .orElseThrow()
                                        .id(),
                                FIRST))
                .map(PostHolding::person)
                .contains(mayor);
    }

    @ParameterizedTest
    @EnumSource(
            value = PostRole.class,
            names = {"HEAD_OF_REGION", "DEPUTY_HEAD_OF_REGION", "SECRETARY"})
    void who_holds_a_post_of_the_government_counts_only_once_a_second_person_confirmed_it(
            PostRole role) {
        Post post = posts.ofRole(town.government, role).orElseThrow();
        UUID id = ((PostRegister.Outcome.Entered) enter(post.id(), rina)).id();

        assertThat(posts.exercising(town.government, post.id(), FIRST)).isEmpty();
        assertThat(words(rina, FIRST)).containsExactly("Sekretaris Dinas Pendidikan");
        assertThat(posts.history(town.government, post.id())).isEmpty();
        assertThat(posts.entries(town.government, post.id()))
                .extracting(PostHolding::state)
                .containsExactly(PostHolding.State.AWAITING);
        assertThatThrownBy(
                        () -> register.end(town.government, new HoldingId(id), LAST, "821/1", BY))
                .isInstanceOf(Conflict.class);

        assertThat(reviews.confirm(town.government, new HoldingId(id), SECOND)).isEmpty();

        assertThat(posts.exercising(town.government, post.id(), FIRST))
                .map(PostHolding::person)
                .contains(rina);
        assertThat(commands(post.id()))
                .containsExactly("organization.enter-holding", "organization.confirm-holding");
        assertThatThrownBy(() -> reviews.confirm(town.government, new HoldingId(id), SECOND))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void who_heads_the_registration_authority_is_confirmed_and_takes_the_place_only_then() {
        Post post = posts.leading(town.government, town.raOffice).orElseThrow();
        PostId other = posts.leading(town.government, town.education).orElseThrow().id();
        confirm(
                entered(
                        confirmed(
                                holding(
                                        post.id(),
                                        town.head,
                                        HeadshipKind.DEFINITIVE,
                                        FIRST,
                                        null))));
        PostRegister.Outcome next =
                register.enter(
                        town.government,
                        new NewHolding(
                                post.id(),
                                rina,
                                HeadshipKind.DEFINITIVE,
                                "821/9/2026",
                                FIRST,
                                LAST,
                                null,
                                true,
                                true),
                        BY);

        assertThat(exercising(post.id(), LAST)).isEqualTo(town.head);
        confirm(((PostRegister.Outcome.Entered) next).id());
        assertThat(exercising(post.id(), LAST)).isEqualTo(rina);
        assertThat(exercising(post.id(), LAST.minusDays(1))).isEqualTo(town.head);
        assertThat(reviews.needsConfirmation(town.government, find(other))).isFalse();
    }

    @Test
    void a_wrong_entry_is_void_counts_for_no_day_and_who_gave_way_holds_the_post_again() {
        PostId post = posts.leading(town.government, town.education).orElseThrow().id();
        UUID wrong =
                entered(
                        new NewHolding(
                                post,
                                rina,
                                HeadshipKind.DEFINITIVE,
                                "821/9/2026",
                                FIRST,
                                FIRST,
                                null,
                                true,
                                true));
        assertThat(head(LAST)).isEqualTo(rina);
        assertThat(reviews.makeVoid(town.government, new HoldingId(wrong), "salah", BY))
                .extracting(Finding::code)
                .containsExactly("organization.void-reason");

        assertThat(
                        reviews.makeVoid(
                                town.government,
                                new HoldingId(wrong),
                                "Tertukar dengan pegawai lain.",
                                BY))
                .isEmpty();

        assertThat(head(LAST)).isEqualTo(town.head);
        assertThat(head(FIRST)).isEqualTo(town.head);
        assertThat(words(rina, LAST)).containsExactly("Sekretaris Dinas Pendidikan");
        assertThat(posts.everHeldBy(town.government, rina)).isEmpty();
        assertThat(posts.entries(town.government, post))
                .filteredOn(one -> one.state() == PostHolding.State.VOID)
                .extracting(PostHolding::voidReason)
                .containsExactly("Tertukar dengan pegawai lain.");
        assertThat(commands(post)).contains("organization.void-holding");
        assertThatThrownBy(() ->
                        reviews.makeVoid(
                                town.government,
                                new HoldingId(wrong),
                                "Tertukar dengan pegawai lain.",
                                BY))
                .isInstanceOf(Conflict.class);
        entered(holding(post, rina, HeadshipKind.PLH, FIRST, LAST));
        assertThat(head(LAST)).isEqualTo(rina);
    }

    @Test
    void the_record_of_an_end_tells_the_end_before() {
        PostId post = free();
        UUID id = entered(holding(post, rina, HeadshipKind.PLT, FIRST, LAST));
        register.end(town.government, new HoldingId(id), LAST.minusDays(3), "821/10/2026", BY);

        assertThat(audit.historyOf(town.government, "post", post.value()))
                .last()
                .satisfies(entry ->
                        assertThat(entry.canonical()).contains("\"lastBefore\":\"" + LAST + "\""));
    }

    private List<String> commands(PostId post) {
        return audit.historyOf(town.government, "post", post.value()).stream()
                .map(AuditEntry::command)
                .toList();
    }

    private Post find(PostId post) {
        return posts.find(town.government, post).orElseThrow();
    }

    private PersonId exercising(PostId post, LocalDate on) {
        return posts.exercising(town.government, post, on).orElseThrow().person();
    }

    private PostRegister.Outcome enter(PostId post, PersonId person) {
        return register.enter(
                town.government, holding(post, person, HeadshipKind.PLT, FIRST, LAST), BY);
    }

    private UUID confirm(UUID holding) {
        HoldingId id = new HoldingId(holding);
        if (!posts.holding(town.government, id).orElseThrow().isInEffect()) {
            assertThat(reviews.confirm(town.government, id, SECOND)).isEmpty();
        }
        return holding;
    }

    private PersonId head(LocalDate on) {
        return people.headshipOf(town.government, town.education, on).orElseThrow().person();
    }

    private PersonId superior(LocalDate on) {
        return people.superiorOf(town.government, town.teacher, on).orElseThrow().id();
    }

    private List<String> words(PersonId person, LocalDate on) {
        return posts.capacities(town.government, person, on).stream()
                .map(SigningCapacity::text)
                .toList();
    }

    private PersonId someone() {
        return town.enter("Seorang Pegawai", EmploymentClass.PNS, "Analis");
    }

    private PostId free() {
        String title =
                posts.all(town.government).stream()
                                .anyMatch(one -> one.title().equals("Asisten Administrasi Umum"))
                        ? "Jabatan " + UUID.randomUUID()
                        : "Asisten Administrasi Umum";
        PostRegister.Outcome outcome = register.add(town.government, null, title, BY);
        return new PostId(((PostRegister.Outcome.Entered) outcome).id());
    }

    private static NewHolding holding(
            PostId post,
            PersonId person,
            HeadshipKind kind,
            LocalDate from,
            @Nullable LocalDate until) {
        return new NewHolding(
                post,
                person,
                kind,
                "821/7/2026",
                LocalDate.of(2024, 1, 2),
                from,
                until,
                false,
                false);
    }

    private static NewHolding confirmed(NewHolding it) {
        return new NewHolding(
                it.post(),
                it.person(),
                it.kind(),
                it.decree(),
                it.decreeOn(),
                it.from(),
                it.until(),
                it.endsEarlier(),
                true);
    }

    private UUID entered(NewHolding it) {
        PostRegister.Outcome outcome = register.enter(town.government, it, BY);
        if (outcome instanceof PostRegister.Outcome.Entered(UUID id, List<Finding> findings)) {
            return id;
        }
        throw new AssertionError(outcome);
    }

    private void granted(NewMandate it) {
        assertThat(register.grant(town.government, it, BY))
                .isInstanceOf(PostRegister.Outcome.Entered.class);
    }

    /** What blocks it; empty, and entered, when nothing does. */
    private List<Finding> refused(NewHolding it) {
        return switch (register.enter(town.government, it, BY)) {
            case PostRegister.Outcome.Entered(UUID id, List<Finding> findings) -> List.of();
            case PostRegister.Outcome.Refused(List<Finding> findings) -> findings;
        };
    }
}
