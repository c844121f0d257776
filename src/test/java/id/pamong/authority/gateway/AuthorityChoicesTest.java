package id.pamong.authority.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Regulations;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Town;
import id.pamong.testkit.UnderEachLaw;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which authority serves what, since when, and who may choose another. */
@RoomTest
class AuthorityChoicesTest {
    private static final String REASON = "BSrE belum melayani segel; dipakai untuk latihan saja.";

    @Autowired private BeanFactory beans;
    @Autowired private List<CertificationAuthority> ways;
    @Autowired private AuthorityChoiceRows rows;
    @Autowired private AuthorityChoices page;
    @Autowired private OrderBook book;
    @Autowired private Regulations regulations;
    @Autowired private LocalGovernments governments;
    @Autowired private Permissions permissions;
    @Autowired private TenantTransactions transactions;
    @Autowired private AuditTrail audit;
    @Autowired private JdbcClient jdbc;
    @Autowired private MutableClock clock;

    private Town town;
    private ServingAuthorities serving;
    private AuthorityChoices choices;
    private LocalDate today;

    /** Takes orders for a person's signature and for nothing else. */
    private record Bureau(String id) implements CertificationAuthority {
        @Override
        public Set<Capability> capabilities() {
            return Set.of(Capability.ORDER);
        }

        @Override
        public String name(LocalGovernmentId government) {
            return "Balai " + id;
        }

        @Override
        public Standing standing(LocalGovernmentId government) {
            return Standing.RECOGNISED;
        }

        @Override
        public Set<ProfileId> products() {
            return Set.of(ProfileId.INDIVIDUAL_SIGNATURE);
        }

        @Override
        public OrderOutcome order(CertificateOrder order) {
            return new OrderOutcome.Unavailable("nobody is asked here");
        }

        @Override
        public List<KnownAuthority> known() {
            return List.of();
        }
    }

    @BeforeEach
    void build() {
        clock.reset();
        town = new Town(beans);
        List<CertificationAuthority> more =
                Stream.concat(
                                ways.stream().filter(way -> !way.id().equals("bsre")),
                                Stream.of(new Bureau("bsre"), new Bureau("elsewhere")))
                        .toList();
        serving = new ServingAuthorities(more, rows, governments, transactions, clock);
        choices =
                new AuthorityChoices(
                        serving,
                        rows,
                        regulations,
                        governments,
                        permissions,
                        transactions,
                        audit,
                        clock);
        today = governments.get(town.government).dateAt(clock.instant());
    }

    @Test
    void without_a_choice_the_installation_s_own_authority_serves_everything() {
        assertThat(of(ProfileId.INDIVIDUAL_SIGNATURE)).isEqualTo("builtin");
        assertThat(page.serving(town.government))
                .allMatch(one -> one.authority().id().equals("builtin") && one.offered());
        assertThat(book.authorityOf(town.government, ProfileId.TLS_SERVER).id())
                .isEqualTo("builtin");
    }

    @UnderEachLaw
    @Article({"MDN-5(2)", "CJR-6(2)"})
    void the_authority_that_the_regulation_names_needs_no_reason_and_serves_from_its_day() {
        AuthorityChoice choice = entered(head(), typed("bsre", null, today.plusDays(2), ""));

        assertThat(choice.state()).isEqualTo(AuthorityChoice.State.APPROVED);
        assertThat(of(ProfileId.INDIVIDUAL_SIGNATURE)).isEqualTo("builtin");

        clock.advance(Duration.ofDays(2));

        assertThat(of(ProfileId.INDIVIDUAL_SIGNATURE)).isEqualTo("bsre");
        assertThat(of(ProfileId.RA_OFFICER))
                .as("the officers of the office itself")
                .isEqualTo("builtin");
        assertThat(choices.serving(town.government))
                .filteredOn(one -> !one.offered())
                .extracting(AuthorityChoices.Serving::profile)
                .as("kinds that this authority does not have")
                .contains(ProfileId.POSITION_SIGNATURE, ProfileId.TLS_SERVER)
                .doesNotContain(ProfileId.INDIVIDUAL_SIGNATURE, ProfileId.RA_OFFICER);
    }

    @UnderEachLaw
    @Article({"MDN-5(4)", "CJR-6(4)"})
    void another_authority_needs_a_reason_and_the_head_s_approval() {
        entered(head(), typed("bsre", null, today, ""));
        assertThat(codes(choices.choose(officer(), typed("builtin", null, today, " sebab "))))
                .containsExactly("choice.reason");

        AuthorityChoice proposed =
                entered(officer(), typed("builtin", ProfileId.ORGANISATION_SEAL, today, REASON));

        assertThat(proposed.state()).isEqualTo(AuthorityChoice.State.PROPOSED);
        assertThat(of(ProfileId.ORGANISATION_SEAL)).isEqualTo("bsre");
        assertThat(choices.decide(head(), proposed.id(), true, "")).isEmpty();
        assertThat(of(ProfileId.ORGANISATION_SEAL)).isEqualTo("builtin");
        assertThat(of(ProfileId.INDIVIDUAL_SIGNATURE)).isEqualTo("bsre");
        assertThat(recorded(proposed.id()))
                .containsExactly("authority.choose PROPOSED", "authority.decide-choice APPROVED");
    }

    @Test
    void nobody_approves_their_own_proposal_and_only_the_head_decides() {
        AuthorityChoice own = entered(head(), typed("builtin", null, today, REASON));

        assertThat(own.state()).isEqualTo(AuthorityChoice.State.PROPOSED);
        assertThatThrownBy(() -> choices.decide(head(), own.id(), true, ""))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> choices.decide(officer(), own.id(), true, ""))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> choices.choose(stranger(), typed("bsre", null, today, "")))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_declined_proposal_says_why_changes_nothing_and_is_decided_once() {
        AuthorityChoice proposed = entered(officer(), typed("builtin", null, today, REASON));
        assertThat(choices.choose(officer(), typed("builtin", null, today, REASON)))
                .isInstanceOf(AuthorityChoices.Outcome.Refused.class);

        assertThat(choices.decide(head(), proposed.id(), false, ""))
                .extracting(Finding::code)
                .containsExactly("choice.note");
        assertThat(choices.decide(head(), proposed.id(), false, "Belum ada anggarannya."))
                .isEmpty();

        assertThat(serving.inForce(town.government, ProfileId.INDIVIDUAL_SIGNATURE)).isEmpty();
        assertThatThrownBy(() -> choices.decide(head(), proposed.id(), true, ""))
                .isInstanceOf(Conflict.class);
        assertThat(choices.choose(officer(), typed("builtin", null, today, REASON)))
                .isInstanceOf(AuthorityChoices.Outcome.Entered.class);
    }

    @Test
    void everything_wrong_is_said_at_once_with_the_clause_that_forbids() {
        AuthorityChoices.Outcome outcome =
                choices.choose(officer(), typed("elsewhere", null, today.minusDays(1), ""));

        assertThat(codes(outcome))
                .containsExactly("choice.not-allowed", "choice.from", "choice.reason");
        assertThat(((AuthorityChoices.Outcome.Refused) outcome).findings().getFirst().citations())
                .isNotEmpty();
        assertThat(codes(choices.choose(officer(), typed("nowhere", null, null, REASON))))
                .containsExactly("choice.unknown", "choice.from");
        assertThat(codes(choices.choose(head(), typed("bsre", ProfileId.TLS_SERVER, today, ""))))
                .containsExactly("choice.no-product");
    }

    @Test
    void the_choice_of_one_local_government_is_not_seen_by_another() {
        Town other = new Town(beans, "perwal-30-2019");
        AuthorityChoice proposed = entered(officer(), typed("builtin", null, today, REASON));

        assertThat(choices.all(other.government)).isEmpty();
        assertThatThrownBy(() ->
                        choices.decide(
                                other.as(other.teacher, clock.instant(), Role.RA_HEAD),
                                proposed.id(),
                                true,
                                ""))
                .isInstanceOf(NotFound.class);
    }

    private String of(ProfileId profile) {
        return serving.of(town.government, profile).id();
    }

    private Actor head() {
        return town.as(town.teacher, clock.instant(), Role.PERSON, Role.RA_HEAD);
    }

    private Actor officer() {
        return town.as(town.superior, clock.instant(), Role.PERSON, Role.RA_OFFICER);
    }

    private Actor stranger() {
        return town.as(town.teacher, clock.instant(), Role.PERSON);
    }

    private static AuthorityChoices.Typed typed(
            String authority,
            @Nullable ProfileId profile,
            @Nullable LocalDate from,
            String reason) {
        return new AuthorityChoices.Typed(authority, profile, from, reason);
    }

    private AuthorityChoice entered(Actor actor, AuthorityChoices.Typed typed) {
        return ((AuthorityChoices.Outcome.Entered) choices.choose(actor, typed)).choice();
    }

    private static List<String> codes(AuthorityChoices.Outcome outcome) {
        return ((AuthorityChoices.Outcome.Refused) outcome)
                .findings().stream().map(Finding::code).toList();
    }

    private List<String> recorded(UUID choice) {
        return transactions.inTenant(
                town.government,
                () ->
                        jdbc.sql(
                                        """
                                        select command || ' ' || outcome from audit_record
                                        where object = :id order by position
                                        """)
                                .param("id", choice)
                                .query(String.class)
                                .list());
    }
}
