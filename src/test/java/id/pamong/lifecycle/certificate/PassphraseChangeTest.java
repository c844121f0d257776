package id.pamong.lifecycle.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.authority.custody.Custody;
import id.pamong.authority.custody.OpeningOutcome;
import id.pamong.authority.gateway.RevocationReason;
import id.pamong.office.audit.AuditEntry;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Role;
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
import id.pamong.testkit.UnderEachLaw;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class PassphraseChangeTest {
    private static final String FRESH = "delapan gerobak tahu Tuban";

    @Autowired private Towns towns;
    @Autowired private BeanFactory beans;
    @Autowired private PassphraseChange passphrases;
    @Autowired private Certificates certificates;
    @Autowired private Custody custody;
    @Autowired private AuditTrail audit;
    @Autowired private TenantTransactions transactions;
    @Autowired private JdbcClient jdbc;
    @Autowired private MutableClock clock;

    private Town town;
    private Citizen owner;
    private RegisteredCertificate certificate;

    @BeforeEach
    void certify() {
        clock.reset();
        town = towns.found();
        owner = town.withAccount("Hadi Purnomo");
        certificate = CertifiedOwner.certify(beans, town.id(), owner.id());
    }

    @UnderEachLaw
    @Article({"MDN-1.14", "MDN-17d", "CJR-1.17", "CJR-18d"})
    void the_new_passphrase_opens_the_same_key_and_the_old_one_no_longer_does() {
        byte[] before = sign(CertifiedOwner.PASSPHRASE);
        assertThat(before).isNotEmpty();
        assertThat(change(CertifiedOwner.PASSPHRASE, FRESH, FRESH))
                .isEqualTo(new PassphraseOutcome.Changed());
        assertThat(sign(FRESH)).isNotEmpty();
        assertThat(sign(CertifiedOwner.PASSPHRASE)).isEmpty();
        assertThat(outcomes()).containsExactly("CHANGED");
        assertThat(
                        transactions.inTenant(
                                town.id(),
                                () ->
                                        jdbc.sql("select message_key from inbox_message")
                                                .query(String.class)
                                                .list()))
                .containsOnlyOnce("certificate-passphrase");
    }

    @Test
    void a_wrong_old_passphrase_counts_like_one_at_signing_and_blocks_the_key() {
        for (int left = 4; left > 0; left--) {
            assertThat(codes(change("bukan passphrase ini", FRESH, FRESH)))
                    .containsExactly("certificate.passphrase-wrong");
        }
        assertThat(codes(change("bukan passphrase ini", FRESH, FRESH)))
                .containsExactly("certificate.passphrase-blocked");
        assertThat(codes(change(CertifiedOwner.PASSPHRASE, FRESH, FRESH)))
                .as("even with the right one")
                .containsExactly("certificate.passphrase-blocked");
        clock.advance(Duration.ofMinutes(16));
        assertThat(change(CertifiedOwner.PASSPHRASE, FRESH, FRESH))
                .isEqualTo(new PassphraseOutcome.Changed());
        assertThat(outcomes())
                .containsExactly(
                        "WRONG_PASSPHRASE",
                        "WRONG_PASSPHRASE",
                        "WRONG_PASSPHRASE",
                        "WRONG_PASSPHRASE",
                        "KEY_BLOCKED",
                        "KEY_BLOCKED",
                        "CHANGED");
    }

    @Test
    void every_reason_is_said_at_once_and_costs_no_try() {
        assertThat(codes(change("", "hadi", "hadu")))
                .contains("certificate.passphrase-missing", "passphrase.repeat-differs")
                .hasSizeGreaterThan(2);
        assertThat(
                        codes(
                                change(
                                        CertifiedOwner.PASSPHRASE,
                                        CertifiedOwner.PASSPHRASE,
                                        CertifiedOwner.PASSPHRASE)))
                .containsExactly("certificate.passphrase-same");
        assertThat(outcomes()).isEmpty();
        assertThat(sign(CertifiedOwner.PASSPHRASE)).isNotEmpty();
    }

    @Test
    void nobody_else_changes_it_and_no_ended_key_is_changed() {
        for (Role role : List.of(Role.PERSON, Role.RA_OFFICER, Role.RA_HEAD, Role.ADMINISTRATOR)) {
            Citizen other = town.withAccount("Orang " + role, role);
            assertThatThrownBy(() -> passphrases.certificate(other.actor(), certificate.id()))
                    .isInstanceOf(NotFound.class);
        }
        transactions.inTenant(
                town.id(),
                () ->
                        certificates.revoked(
                                town.id(),
                                certificate.id(),
                                RevocationReason.SUPERSEDED,
                                clock.instant()));
        assertThatThrownBy(() -> change(CertifiedOwner.PASSPHRASE, FRESH, FRESH))
                .isInstanceOf(NotFound.class);
    }

    private PassphraseOutcome change(String old, String fresh, String repeated) {
        try (SecretBytes first = Towns.secret(old);
                SecretBytes second = Towns.secret(fresh);
                SecretBytes third = Towns.secret(repeated)) {
            return passphrases.change(owner.actor(), certificate.id(), first, second, third);
        }
    }

    private byte[] sign(String passphrase) {
        try (SecretBytes secret = Towns.secret(passphrase)) {
            return custody.open(town.id(), certificate.key(), secret)
                            instanceof OpeningOutcome.Opened(var key)
                    ? key.sign(new byte[] {1, 2, 3})
                    : new byte[0];
        }
    }

    private List<String> outcomes() {
        return audit.historyOf(town.id(), "certificate", certificate.id().value()).stream()
                .map(AuditEntry::outcome)
                .toList();
    }

    private static List<String> codes(PassphraseOutcome outcome) {
        return outcome instanceof PassphraseOutcome.Refused(List<Finding> findings)
                ? findings.stream().map(Finding::code).toList()
                : List.of();
    }
}
