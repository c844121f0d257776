package id.pamong.authority.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.AccountId;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.TestPki;
import id.pamong.testkit.Town;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever an authority outside does and wherever we die: one certificate, or an order that stands
 * open.
 */
@RoomTest
class OrderBookTest {
    private static final int MOST = 100;

    @Autowired private BeanFactory beans;
    @Autowired private List<CertificationAuthority> ways;
    @Autowired private AuthorityChoiceRows choices;
    @Autowired private Orders orders;
    @Autowired private SecondAnswers second;
    @Autowired private LocalGovernments governments;
    @Autowired private TenantTransactions transactions;
    @Autowired private JdbcClient jdbc;
    @Autowired private MutableClock clock;

    private Town town;
    private SimulatedAuthority authority;
    private OrderBook book;
    private final List<OrderOutcome> told = new ArrayList<>();
    private boolean listenerFails;
    private List<String> faults = List.of();

    @BeforeEach
    void build() {
        clock.reset();
        town = new Town(beans);
        authority = new SimulatedAuthority(new TestPki("Simulasi", clock.instant()));
        List<CertificationAuthority> all =
                Stream.concat(ways.stream(), Stream.of(authority)).toList();
        OrderListener listener =
                new OrderListener() {
                    @Override
                    public List<String> faults(CertificateOrder order, OrderOutcome.Issued answer) {
                        return faults;
                    }

                    @Override
                    public void settled(CertificateOrder order, OrderOutcome outcome) {
                        if (listenerFails) {
                            throw new IllegalStateException("cannot be registered");
                        }
                        told.add(outcome);
                    }
                };
        book =
                new OrderBook(
                        all,
                        new ServingAuthorities(all, choices, governments, transactions, clock),
                        orders,
                        second,
                        new StaticListableBeanFactory(Map.of("listener", listener))
                                .getBeanProvider(OrderListener.class),
                        transactions,
                        clock);
        var by = new AccountId(UUID.randomUUID());
        transactions.inTenant(
                town.government,
                () ->
                        choices.add(
                                new AuthorityChoice(
                                        UUID.randomUUID(),
                                        SimulatedAuthority.ID,
                                        SimulatedAuthority.ID,
                                        null,
                                        governments.get(town.government).dateAt(clock.instant()),
                                        "",
                                        AuthorityChoice.State.APPROVED,
                                        clock.instant(),
                                        by,
                                        clock.instant(),
                                        ""),
                                by));
    }

    @ParameterizedTest
    @EnumSource
    void every_mood_of_an_authority_ends_with_exactly_one_certificate_once_it_is_well(
            SimulatedAuthority.Mood mood) {
        CertificateOrder order = order();
        authority.become(mood);
        try {
            book.place(order);
        } catch (SimulatedAuthority.Killed died) {
            assertThat(mood.name()).startsWith("KILLED");
        }
        if (mood == SimulatedAuthority.Mood.REFUSING) {
            assertThat(told).containsExactly(new OrderOutcome.Refused("policy"));
            assertThat(book.open(town.government)).isEmpty();
            return;
        }
        authority.become(SimulatedAuthority.Mood.PROMPT);

        later(3);

        assertThat(outcome(order)).isInstanceOf(OrderOutcome.Issued.class);
        assertThat(told).hasSize(1);
        assertThat(authority.issuedFor(order.requestKey())).isEqualTo(1);
        assertThat(book.open(town.government)).isEmpty();
        int asked = authority.timesAsked();
        assertThat(book.place(order)).isInstanceOf(OrderOutcome.Issued.class);
        later(2);
        assertThat(authority.timesAsked()).as("never asked again").isEqualTo(asked);
        assertThat(told).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"DUMB", "WRONG", "BABBLING", "DEAD"})
    void as_long_as_it_lasts_the_order_stands_open_and_says_why(SimulatedAuthority.Mood mood) {
        CertificateOrder order = order();
        authority.become(mood);
        book.place(order);

        later(6);

        assertThat(told).isEmpty();
        assertThat(book.open(town.government))
                .singleElement()
                .satisfies(open -> {
                    assertThat(open.key()).isEqualTo(order.requestKey());
                    assertThat(open.accepted()).isFalse();
                    assertThat(open.tries()).isGreaterThan(1);
                    assertThat(open.answer())
                            .isEqualTo(
                                    switch (mood) {
                                        case WRONG -> ReturnedAnswer.OTHER_KEY;
                                        case BABBLING -> ReturnedAnswer.UNREADABLE;
                                        case DUMB -> "timeout";
                                        default -> "connection refused";
                                    });
                });
    }

    @Test
    void an_hour_without_an_authority_asks_ever_more_seldom() {
        authority.become(SimulatedAuthority.Mood.DEAD);
        book.place(order());
        for (int minute = 0; minute < 60; minute++) {
            clock.advance(Duration.ofMinutes(1));
            book.sendDue(town.government, MOST);
        }

        assertThat(authority.timesAsked()).isBetween(5, 8);
    }

    @Test
    void two_senders_at_once_ask_once() {
        CertificateOrder order = order();
        authority.become(SimulatedAuthority.Mood.KILLED_BEFORE);
        assertThatThrownBy(() -> book.place(order)).isInstanceOf(SimulatedAuthority.Killed.class);
        authority.become(SimulatedAuthority.Mood.PROMPT);

        book.sendDue(town.government, MOST);

        assertThat(authority.timesAsked()).as("taken by the one who died").isEqualTo(1);
        assertThat(outcome(order)).isInstanceOf(OrderOutcome.Unavailable.class);
    }

    @Test
    void an_order_that_cannot_be_registered_keeps_no_other_waiting_and_stays_open() {
        CertificateOrder first = order();
        listenerFails = true;
        assertThatThrownBy(() -> book.place(first)).isInstanceOf(IllegalStateException.class);
        authority.become(SimulatedAuthority.Mood.DEAD);
        CertificateOrder second = order();
        book.place(second);
        authority.become(SimulatedAuthority.Mood.PROMPT);

        clock.advance(Duration.ofHours(2));
        book.sendDue(town.government, MOST);
        assertThat(book.open(town.government)).hasSize(2);
        listenerFails = false;
        later(1);

        assertThat(outcome(first)).isInstanceOf(OrderOutcome.Issued.class);
        assertThat(outcome(second)).isInstanceOf(OrderOutcome.Issued.class);
        assertThat(told).hasSize(2);
    }

    @Test
    void an_intent_that_nobody_sent_is_sent_by_the_clock() {
        CertificateOrder order = order();
        transactions.inTenant(town.government, () -> book.intend(order));
        assertThat(authority.timesAsked()).isZero();

        later(1);

        assertThat(outcome(order)).isInstanceOf(OrderOutcome.Issued.class);
        assertThat(told).hasSize(1);
    }

    @Test
    void a_second_answer_after_the_lease_is_an_open_case_and_the_first_one_stands() {
        CertificateOrder order = order();
        authority.duringTheCall(() -> {
            clock.advance(Duration.ofMinutes(6));
            authority.become(SimulatedAuthority.Mood.PROMPT);
            book.sendDue(town.government, MOST);
            authority.become(SimulatedAuthority.Mood.TWICE);
        });

        book.place(order);

        OrderOutcome stands = outcome(order);
        assertThat(stands).isInstanceOf(OrderOutcome.Issued.class);
        assertThat(told).hasSize(1);
        SecondAnswer open = second.open(town.government).getFirst();
        assertThat(open.key()).isEqualTo(order.requestKey());
        assertThat(open.issued()).isTrue();
        assertThat(book.take(town.government, order.requestKey(), authority.lastAnswer()))
                .as("the same again is the same case")
                .isEqualTo(new OrderBook.Taking.Second());
        assertThat(second.open(town.government)).hasSize(1);

        Actor head = town.as(town.teacher, clock.instant(), Role.PERSON, Role.RA_HEAD);
        assertThat(second.close(head, open.id(), "pendek"))
                .extracting(Finding::code)
                .containsExactly("answer.note");
        assertThat(second.close(head, open.id(), "Sertifikat kedua sudah dicabut di BSrE."))
                .isEmpty();
        assertThat(second.open(town.government)).isEmpty();
        assertThatThrownBy(() -> second.close(head, open.id(), "Sekali lagi ditutup."))
                .isInstanceOf(Conflict.class);
        assertThat(
                        transactions.inTenant(
                                town.government,
                                () ->
                                        jdbc.sql(
                                                        """
                                                        select outcome from audit_record
                                                        where object = :order order by position
                                                        """)
                                                .param("order", order.requestKey().value())
                                                .query(String.class)
                                                .list()))
                .containsExactly("OPENED", "CLOSED");
    }

    @Test
    void a_late_silence_does_not_shorten_the_lease_of_the_next_one() {
        CertificateOrder order = order();
        authority.become(SimulatedAuthority.Mood.DEAD);
        authority.duringTheCall(() -> {
            clock.advance(Duration.ofMinutes(6));
            authority.become(SimulatedAuthority.Mood.KILLED_BEFORE);
            assertThatThrownBy(() -> book.sendDue(town.government, MOST))
                    .isInstanceOf(SimulatedAuthority.Killed.class);
            authority.become(SimulatedAuthority.Mood.DEAD);
        });
        book.place(order);
        int asked = authority.timesAsked();

        clock.advance(Duration.ofMinutes(4));
        book.sendDue(town.government, MOST);

        assertThat(authority.timesAsked()).isEqualTo(asked);
    }

    @Test
    void an_answer_that_those_who_register_do_not_take_settles_nothing_and_says_why() {
        CertificateOrder order = order();
        faults = List.of("certificate.other-subject", "certificate.uses");
        book.place(order);

        assertThat(book.open(town.government))
                .singleElement()
                .satisfies(open -> assertThat(open.answer()).isEqualTo(ReturnedAnswer.UNFIT));
        OrderOutcome answer = authority.lastAnswer();
        assertThat(book.take(town.government, order.requestKey(), answer))
                .isEqualTo(new OrderBook.Taking.Unfit(faults));
        assertThat(told).isEmpty();
        faults = List.of();
        assertThat(book.take(town.government, order.requestKey(), answer))
                .isEqualTo(new OrderBook.Taking.Taken());
        assertThat(told).hasSize(1);
        assertThatThrownBy(
                        () -> book.take(town.government, new RequestKey(UUID.randomUUID()), answer))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void an_order_stays_with_its_authority_when_another_is_chosen_meanwhile() {
        CertificateOrder order = order();
        authority.become(SimulatedAuthority.Mood.DEAD);
        book.place(order);
        var by = new AccountId(UUID.randomUUID());
        clock.advance(Duration.ofMinutes(10));
        transactions.inTenant(
                town.government,
                () ->
                        choices.add(
                                new AuthorityChoice(
                                        UUID.randomUUID(),
                                        "builtin",
                                        "builtin",
                                        null,
                                        governments.get(town.government).dateAt(clock.instant()),
                                        "",
                                        AuthorityChoice.State.APPROVED,
                                        clock.instant(),
                                        by,
                                        clock.instant(),
                                        ""),
                                by));
        authority.become(SimulatedAuthority.Mood.PROMPT);

        assertThat(book.authorityOf(town.government, order.profile()).id()).isEqualTo("builtin");
        book.place(order);

        assertThat(outcome(order)).isInstanceOf(OrderOutcome.Issued.class);
        assertThat(book.placedWith(town.government, order.requestKey()).id())
                .isEqualTo(SimulatedAuthority.ID);
    }

    private void later(int times) {
        for (int i = 0; i < times; i++) {
            clock.advance(Duration.ofHours(2));
            book.sendDue(town.government, MOST);
        }
    }

    private OrderOutcome outcome(CertificateOrder order) {
        return book.outcomeOf(town.government, order.requestKey()).orElseThrow();
    }

    private CertificateOrder order() {
        SubjectName subject = new SubjectName("Siti Contoh", "Pemerintah Kota Contoh", "ID");
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair key = generator.generateKeyPair();
            return new CertificateOrder(
                    new RequestKey(UUID.randomUUID()),
                    town.government,
                    ProfileId.INDIVIDUAL_SIGNATURE,
                    subject,
                    List.of(),
                    new JcaPKCS10CertificationRequestBuilder(
                                    new X500Principal(subject.rfc4514()), key.getPublic())
                            .build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(key.getPrivate()))
                            .getEncoded());
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
