package id.pamong.lifecycle.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.authority.custody.Custody;
import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.custody.NewKey;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.RequestKey;
import id.pamong.authority.gateway.Standing;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Role;
import id.pamong.office.notification.Inbox;
import id.pamong.office.notification.InboxMessage;
import id.pamong.office.organization.Duplicates;
import id.pamong.office.organization.PersonId;
import id.pamong.office.protection.SecretBytes;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class MergedOwnersTest {
    @Autowired private Towns towns;
    @Autowired private Duplicates duplicates;
    @Autowired private Certificates certificates;
    @Autowired private CertificateRows rows;
    @Autowired private Custody custody;
    @Autowired private Inbox inbox;
    @Autowired private AuditTrail audit;
    @Autowired private JdbcClient jdbc;
    @Autowired private TenantTransactions transactions;
    @Autowired private MutableClock clock;

    @Test
    @Article({"MDN-1.9", "MDN-17a"})
    void certificates_go_over_and_two_of_one_kind_are_told_to_the_owner_and_the_head() {
        Town town = towns.found();
        Citizen kept = town.person("Ratna Kusuma");
        Citizen gone = town.person("Ratna Kusuma");
        Citizen head = town.withAccount("Andi Prasetyo", Role.RA_HEAD);
        RegisteredCertificate own = certificate(town, kept.id());
        RegisteredCertificate moving = certificate(town, gone.id());
        UUID pair = UUID.randomUUID();
        transactions.inTenant(
                town.id(),
                () ->
                        jdbc.sql(
                                        """
                                        insert into person_pair (id, one, other, likeness)
                                        values (?, ?, ?, '{NAME_AND_BIRTH}')
                                        """)
                                .params(pair, kept.id().value(), gone.id().value())
                                .update());

        assertThat(
                        duplicates.merge(
                                town.id(),
                                pair,
                                kept.id(),
                                "KTP dan SK sama orangnya",
                                UUID.randomUUID(),
                                head.id()))
                .isEmpty();

        assertThat(certificates.of(town.id(), kept.id()))
                .extracting(RegisteredCertificate::id)
                .containsExactlyInAnyOrder(own.id(), moving.id());
        assertThat(certificates.of(town.id(), gone.id())).isEmpty();
        assertThat(messages(town, kept.id())).anyMatch(text -> text.contains(moving.serial()));
        assertThat(messages(town, head.id())).anyMatch(text -> text.contains(own.serial()));
        assertThat(audit.historyOf(town.id(), "certificate", moving.id().value()))
                .extracting("command")
                .containsExactly("certificate.doubled");
    }

    private List<String> messages(Town town, PersonId person) {
        return inbox.of(town.id(), person, Locale.of("id"), null, 10).stream()
                .map(InboxMessage::paragraphs)
                .map(lines -> String.join(" ", lines))
                .toList();
    }

    private RegisteredCertificate certificate(Town town, PersonId owner) {
        String serial = UUID.randomUUID().toString().replace("-", "");
        NewKey key;
        try (SecretBytes secret = Towns.secret("langit biru tanpa awan")) {
            key = custody.create(town.id(), KeyAlgorithm.EC_P256, secret, "CN=Ratna Kusuma");
        }
        RegisteredCertificate certificate =
                new RegisteredCertificate(
                        new CertificateId(UUID.randomUUID()),
                        owner,
                        ProfileId.INDIVIDUAL_SIGNATURE,
                        new RequestKey(UUID.randomUUID()),
                        key.id(),
                        KeyCustody.BUILT_IN_SIGNING_SERVICE,
                        null,
                        KeyAlgorithm.EC_P256,
                        Standing.TRIAL,
                        new CertificateState.InForce(),
                        "Analis",
                        false,
                        "Dinas Pendidikan",
                        "Ratna Kusuma",
                        "CA latihan",
                        serial,
                        serial + serial,
                        clock.instant().minus(Duration.ofDays(1)),
                        clock.instant().plus(Duration.ofDays(365)),
                        clock.instant(),
                        serial.getBytes(StandardCharsets.UTF_8),
                        List.of());
        transactions.inTenant(
                town.id(), () -> rows.insert(certificate, serial.getBytes(StandardCharsets.UTF_8)));
        return certificate;
    }
}
