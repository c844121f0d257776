package id.pamong.lifecycle.destruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.authority.custody.Custody;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.RevocationReason;
import id.pamong.lifecycle.certificate.CertificateState;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.KeyCustody;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.audit.AuditEntry;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.SystemId;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.CertifiedOwner;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class KeyEndsTest {
    private static final byte[] PDF = "%PDF".getBytes(StandardCharsets.US_ASCII);

    @Autowired private Towns towns;
    @Autowired private BeanFactory beans;
    @Autowired private KeyEnds ends;
    @Autowired private KeyEndRun run;
    @Autowired private Certificates certificates;
    @Autowired private Custody custody;
    @Autowired private AuditTrail audit;
    @Autowired private JdbcClient jdbc;
    @Autowired private TenantTransactions transactions;
    @Autowired private MutableClock clock;

    private Town town;
    private Citizen owner;

    @BeforeEach
    void found() {
        clock.reset();
        town = towns.found();
        owner = town.withAccount("Hadi Purnomo");
    }

    @Test
    @Article({"MDN-17f", "CJR-18f"})
    void a_signing_key_kept_here_is_destroyed_on_its_day_and_not_before() {
        RegisteredCertificate one = CertifiedOwner.certify(beans, town.id(), owner.id());
        run.run(town.id());
        assertThat(outcomes(one)).as("still valid").isEmpty();
        revoke(one);
        run.run(town.id());
        clock.advance(Duration.ofDays(30));
        run.run(town.id());
        assertThat(custody.holds(town.id(), one.key())).isTrue();
        clock.advance(Duration.ofDays(1));
        run.run(town.id());
        run.run(town.id());
        assertThat(custody.holds(town.id(), one.key())).isFalse();
        assertThat(bytesOf(one)).isEmpty();
        try (SecretBytes secret = Towns.secret(CertifiedOwner.PASSPHRASE)) {
            assertThatThrownBy(() -> custody.open(town.id(), one.key(), secret))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(outcomes(one)).containsExactly("ASKED", "DESTROYED");
        assertThat(ends.statement(owner.actor(), one.id())).startsWith(PDF);
        assertThat(messages()).containsExactlyInAnyOrder("key-end-planned", "key-end-done");
    }

    @Test
    @Article({"MDN-17f", "CJR-18f"})
    void an_owner_who_kept_the_key_states_its_destruction_and_is_reminded_when_late() {
        RegisteredCertificate one = CertifiedOwner.withOwnKey(beans, town.id(), owner.id());
        assertThatThrownBy(() -> ends.view(owner.actor(), one.id()))
                .as("nothing to destroy while it is valid")
                .isInstanceOf(NotFound.class);
        clock.set(one.notAfter().plusSeconds(1));
        run.run(town.id());
        assertThat(ends.awaited(owner.actor())).hasSize(1);
        clock.advance(Duration.ofDays(16));
        run.run(town.id());
        run.run(town.id());
        KeyEnd late = ends.list(town.id(), true, true, null, 10).getFirst();
        assertThat(late.isOverdueOn(LocalDate.ofInstant(clock.instant(), clock.getZone())))
                .isTrue();
        assertThat(codes(state(null, false)))
                .containsExactly("destruction.means", "destruction.not-declared");
        assertThat(codes(ends.state(owner.actor(), one.id(), KeyEnd.Means.SEALED, true)))
                .as("it never was here")
                .containsExactly("destruction.means");
        KeyEndOutcome stated = ends.state(owner.actor(), one.id(), KeyEnd.Means.FILE, true);
        assertThat(stated).isInstanceOf(KeyEndOutcome.Stated.class);
        assertThat(ends.state(owner.actor(), one.id(), KeyEnd.Means.TOKEN, true))
                .as("a second press finds the first statement")
                .isEqualTo(stated);
        assertThat(ends.awaited(owner.actor())).isEmpty();
        assertThat(ends.list(town.id(), true, true, null, 10)).isEmpty();
        assertThat(outcomes(one)).containsExactly("ASKED", "REMINDED", "STATED");
        for (Role role : List.of(Role.RA_OFFICER, Role.RA_HEAD)) {
            assertThat(ends.statement(town.withAccount("Orang " + role, role).actor(), one.id()))
                    .startsWith(PDF);
        }
    }

    @Test
    void a_statement_of_one_key_does_not_hide_another_that_ended_long_before() {
        RegisteredCertificate early = CertifiedOwner.withOwnKey(beans, town.id(), owner.id());
        revoke(early);
        clock.advance(Duration.ofDays(9));
        Citizen other = town.withAccount("Sri Lestari");
        RegisteredCertificate stated = CertifiedOwner.withOwnKey(beans, town.id(), other.id());
        revoke(stated);
        assertThat(ends.state(other.actor(), stated.id(), KeyEnd.Means.FILE, true))
                .isInstanceOf(KeyEndOutcome.Stated.class);
        run.run(town.id());
        assertThat(outcomes(early)).containsExactly("ASKED");
        assertThat(outcomes(stated)).containsExactly("STATED");
    }

    @Test
    void more_than_a_page_that_ended_together_are_all_asked_and_one_in_trouble_stops_no_other() {
        List<RegisteredCertificate> all =
                List.of("Ani", "Budi", "Cici", "Dedi").stream()
                        .map(name ->
                                CertifiedOwner.certify(
                                        beans, town.id(), town.withAccount(name).id()))
                        .toList();
        all.forEach(this::revoke);
        RegisteredCertificate broken = all.getFirst();
        String profile = broken.profile().name();
        profileOf(broken, "UNKNOWN");
        run.run(town.id(), 1);
        profileOf(broken, profile);
        assertThat(outcomes(broken)).isEmpty();
        assertThat(all.subList(1, 4))
                .allSatisfy(one -> assertThat(outcomes(one)).containsExactly("ASKED"));
        run.run(town.id(), 1);
        assertThat(all).allSatisfy(one -> assertThat(outcomes(one)).containsExactly("ASKED"));

        clock.advance(Duration.ofDays(31));
        profileOf(broken, "UNKNOWN");
        run.run(town.id(), 1);
        profileOf(broken, profile);
        assertThat(outcomes(broken)).containsExactly("ASKED");
        assertThat(all.subList(1, 4))
                .allSatisfy(one -> assertThat(outcomes(one)).containsExactly("ASKED", "DESTROYED"));
    }

    @Test
    void nobody_else_states_it() {
        RegisteredCertificate one = CertifiedOwner.withOwnKey(beans, town.id(), owner.id());
        revoke(one);
        for (Role role : List.of(Role.PERSON, Role.RA_OFFICER, Role.RA_HEAD, Role.ADMINISTRATOR)) {
            Citizen other = town.withAccount("Lain " + role, role);
            assertThatThrownBy(() -> ends.state(other.actor(), one.id(), KeyEnd.Means.FILE, true))
                    .isInstanceOf(NotFound.class);
        }
        Citizen stranger = town.withAccount("Orang Asing");
        assertThatThrownBy(() -> ends.statement(stranger.actor(), one.id()))
                .isInstanceOf(NotFound.class);
        assertThat(outcomes(one)).isEmpty();
    }

    @Test
    void a_key_for_reading_is_kept_and_one_at_the_authority_is_not_asked_for() {
        RegisteredCertificate one = CertifiedOwner.certify(beans, town.id(), owner.id());
        var after = one.notAfter().plusSeconds(1);
        LocalDate day = LocalDate.of(2028, 11, 23);
        assertThat(KeyEndRule.of(one, one.notAfter().minusSeconds(1), day, 30, 14)).isEmpty();
        assertThat(KeyEndRule.of(one, after, day, 30, 14).orElseThrow().dueOn())
                .isEqualTo(day.plusDays(30));
        RegisteredCertificate reading =
                like(one, ProfileId.INDIVIDUAL_ENCRYPTION, one.custody(), null);
        assertThat(KeyEndRule.of(reading, after, day, 30, 14).orElseThrow().dueOn()).isNull();
        RegisteredCertificate held = like(one, one.profile(), KeyCustody.SUBSCRIBER_HELD, null);
        assertThat(KeyEndRule.of(held, after, day, 30, 14).orElseThrow().dueOn())
                .isEqualTo(day.plusDays(14));
        assertThat(KeyEndRule.means(held)).containsExactly(KeyEnd.Means.FILE, KeyEnd.Means.TOKEN);
        assertThat(
                        KeyEndRule.means(
                                like(
                                        one,
                                        ProfileId.TLS_SERVER,
                                        KeyCustody.SUBSCRIBER_HELD,
                                        new SystemId(UUID.randomUUID()))))
                .isEqualTo(Set.of(KeyEnd.Means.HOST));
        RegisteredCertificate elsewhere =
                like(one, one.profile(), KeyCustody.CA_SIGNING_SERVICE, null);
        assertThat(KeyEndRule.of(elsewhere, after, day, 30, 14)).isEmpty();
    }

    private KeyEndOutcome state(KeyEnd.@Nullable Means means, boolean declared) {
        RegisteredCertificate own = certificates.of(town.id(), owner.id()).getFirst();
        return ends.state(owner.actor(), own.id(), means, declared);
    }

    private void revoke(RegisteredCertificate one) {
        transactions.inTenant(
                town.id(),
                () ->
                        certificates.revoked(
                                town.id(), one.id(), RevocationReason.SUPERSEDED, clock.instant()));
    }

    private void profileOf(RegisteredCertificate one, String profile) {
        transactions.inTenant(
                town.id(),
                () ->
                        jdbc.sql("update certificate set profile = :profile where id = :id")
                                .param("profile", profile)
                                .param("id", one.id().value())
                                .update());
    }

    private byte[] bytesOf(RegisteredCertificate one) {
        return transactions.inTenant(
                town.id(),
                () ->
                        jdbc.sql("select ciphertext from sealed_key where id = :id")
                                .param("id", one.key().value())
                                .query(byte[].class)
                                .single());
    }

    private List<String> messages() {
        return transactions.inTenant(
                town.id(),
                () -> jdbc.sql("select message_key from inbox_message").query(String.class).list());
    }

    private List<String> outcomes(RegisteredCertificate one) {
        return audit.historyOf(town.id(), "certificate", one.id().value()).stream()
                .map(AuditEntry::outcome)
                .toList();
    }

    private static List<String> codes(KeyEndOutcome outcome) {
        return outcome instanceof KeyEndOutcome.Refused(List<Finding> findings)
                ? findings.stream().map(Finding::code).toList()
                : List.of();
    }

    private static RegisteredCertificate like(
            RegisteredCertificate one,
            ProfileId profile,
            KeyCustody custody,
            @Nullable SystemId system) {
        return new RegisteredCertificate(
                one.id(),
                one.person(),
                profile,
                one.requestKey(),
                custody == KeyCustody.BUILT_IN_SIGNING_SERVICE ? one.sealedKey() : null,
                custody,
                system,
                one.algorithm(),
                one.standing(),
                new CertificateState.InForce(),
                one.post(),
                one.designated(),
                one.agency(),
                one.subject(),
                one.issuer(),
                one.serial(),
                one.sha256(),
                one.notBefore(),
                one.notAfter(),
                one.registeredAt(),
                one.der(),
                one.chainDer());
    }
}
