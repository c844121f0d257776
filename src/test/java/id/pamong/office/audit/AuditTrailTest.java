package id.pamong.office.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.testkit.Article;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Town;
import id.pamong.testkit.UnderEachLaw;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class AuditTrailTest {
    @Autowired private AuditTrail audit;
    @Autowired private TenantTransactions transactions;
    @Autowired private JdbcClient jdbc;
    @Autowired private BeanFactory beans;
    private final UUID object = UUID.randomUUID();
    private LocalGovernmentId government;

    @BeforeEach
    void found() {
        government = new Town(beans).government;
    }

    @UnderEachLaw
    @Article({"MDN-26(2)", "CJR-27(2)"})
    void a_record_is_canonical_and_its_hash_can_be_computed_by_anyone() throws Exception {
        record(Map.of("b", 2, "a", "x"));

        AuditEntry entry = audit.historyOf(government, "thing", object).getFirst();

        assertThat(entry.canonical())
                .startsWith("{\"actor\":null,\"at\":\"")
                .contains("\"facts\":{\"a\":\"x\",\"b\":2}")
                .contains("\"government\":\"" + government + "\"");
        assertThat(
                        HexFormat.of()
                                .formatHex(
                                        MessageDigest.getInstance("SHA-256")
                                                .digest(
                                                        entry.canonical()
                                                                .getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(entry.sha256());
    }

    @Test
    void a_command_that_would_record_personal_data_fails_as_a_whole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(Map.of("nik", "3577010101900001")));

        assertThat(audit.historyOf(government, "thing", object)).isEmpty();
    }

    @UnderEachLaw
    @Article({"MDN-26(2)", "CJR-27(2)"})
    void the_application_can_neither_change_nor_delete_a_record() {
        record(Map.of());

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> run("update audit_record set outcome = 'X'"));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> run("delete from audit_record"));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> run("truncate audit_record"));
        assertThat(audit.historyOf(government, "thing", object)).hasSize(1);
    }

    @Test
    void another_local_government_reads_nothing_of_it() {
        record(Map.of());

        assertThat(audit.historyOf(new Town(beans).government, "thing", object)).isEmpty();
    }

    private void record(Map<String, Object> facts) {
        transactions.inTenant(
                government,
                () ->
                        audit.record(
                                new AuditRecord("thing.do", null, "thing", object, "DONE", facts)));
    }

    private void run(String sql) {
        transactions.inTenant(government, () -> jdbc.sql(sql).update());
    }
}
