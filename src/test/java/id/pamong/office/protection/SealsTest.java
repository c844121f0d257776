package id.pamong.office.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.testkit.RoomTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class SealsTest {
    private static final byte[] PLAIN = "3577010101900001".getBytes(StandardCharsets.UTF_8);

    @Autowired Seals seals;
    @Autowired ServiceKeyRotation rotation;
    @Autowired DataKeys rows;
    @Autowired ServiceKey source;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient jdbc;

    private final LocalGovernmentId tenant = new LocalGovernmentId(UUID.randomUUID());
    private final LocalGovernmentId other = new LocalGovernmentId(UUID.randomUUID());

    @Test
    void what_was_sealed_opens_for_the_same_tenant_purpose_and_context_only() {
        byte[] sealed = seals.seal(KeyPurpose.PERSONAL, tenant, PLAIN, "person.nik/1");

        assertThat(sealed).hasSize(PLAIN.length + 29);
        assertThat(seals.open(KeyPurpose.PERSONAL, tenant, sealed, "person.nik/1"))
                .isEqualTo(PLAIN);
        assertThatThrownBy(() -> seals.open(KeyPurpose.PERSONAL, other, sealed, "person.nik/1"))
                .isInstanceOf(BrokenSeal.class);
        assertThatThrownBy(() -> seals.open(KeyPurpose.PERSONAL, tenant, sealed, "person.nik/2"))
                .isInstanceOf(BrokenSeal.class);
        assertThatThrownBy(() -> seals.open(KeyPurpose.ARCHIVE, tenant, sealed, "person.nik/1"))
                .isInstanceOf(BrokenSeal.class);
        assertThatThrownBy(() -> seals.open(KeyPurpose.PERSONAL, sealed, "person.nik/1"))
                .isInstanceOf(BrokenSeal.class);
    }

    @Test
    void every_altered_byte_is_noticed() {
        byte[] sealed = seals.seal(KeyPurpose.MAIL, tenant, PLAIN, "c");
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> seals.open(KeyPurpose.MAIL, tenant, altered, "c"))
                    .isInstanceOf(BrokenSeal.class);
        }
        assertThatThrownBy(() -> seals.open(KeyPurpose.MAIL, tenant, new byte[3], "c"))
                .isInstanceOf(BrokenSeal.class);
    }

    @Test
    void a_blind_index_matches_within_one_tenant_and_kind() {
        byte[] index = seals.blindIndex(tenant, "nik", "3577010101900001");

        assertThat(seals.blindIndex(tenant, "nik", "3577010101900001")).isEqualTo(index);
        assertThat(seals.blindIndex(other, "nik", "3577010101900001")).isNotEqualTo(index);
        assertThat(seals.blindIndex(tenant, "nip", "3577010101900001")).isNotEqualTo(index);
        assertThat(seals.blindIndex(tenant, "nik", "3577010101900002")).isNotEqualTo(index);
    }

    @Test
    void a_new_service_key_opens_what_the_old_one_sealed() {
        byte[] sealed = seals.seal(KeyPurpose.ARCHIVE, tenant, PLAIN, "c");
        byte[] index = seals.blindIndex(tenant, "nik", "1");
        byte[] half = seals.serviceHalf(new byte[16]);
        byte[] before = source.current(false).getEncoded();

        assertThat(rotation.rotate()).isPositive();

        assertThat(source.current(false).getEncoded()).isNotEqualTo(before);
        Seals restarted = new Seals(new KeyRing(rows, source));
        assertThat(restarted.open(KeyPurpose.ARCHIVE, tenant, sealed, "c")).isEqualTo(PLAIN);
        assertThat(restarted.blindIndex(tenant, "nik", "1")).isEqualTo(index);
        assertThat(restarted.serviceHalf(new byte[16])).isEqualTo(half);
        assertThat(seals.open(KeyPurpose.ARCHIVE, tenant, sealed, "c")).isEqualTo(PLAIN);
    }

    @Test
    void a_data_key_survives_the_rollback_of_the_work_that_first_used_it() {
        byte[][] sealed = new byte[1][];
        assertThatThrownBy(() ->
                        transactions.inTenant(
                                tenant,
                                () -> {
                                    sealed[0] = seals.seal(KeyPurpose.ARCHIVE, tenant, PLAIN, "c");
                                    throw new IllegalStateException("rolled back");
                                }))
                .isInstanceOf(IllegalStateException.class);

        Seals restarted = new Seals(new KeyRing(rows, source));
        assertThat(restarted.open(KeyPurpose.ARCHIVE, tenant, sealed[0], "c")).isEqualTo(PLAIN);
    }

    @Test
    void the_database_holds_no_data_key_in_clear() {
        seals.seal(KeyPurpose.PERSONAL, tenant, PLAIN, "c");

        assertThat(
                        jdbc.sql("select min(length(wrapped)) from data_key")
                                .query(Integer.class)
                                .single())
                .isEqualTo(32 + 29);
    }
}
