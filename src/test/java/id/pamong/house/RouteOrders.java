package id.pamong.house;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders to certification authorities, for the paths that name one. */
record RouteOrders(JdbcClient jdbc, OffsetDateTime at) {
    /** An answer that contradicts the first one. */
    UUID answer() {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into order_second_answer (id, request_key, way, state, answer, found_at)
                        values (?, ?, 'builtin', 'REFUSED', 'policy', ?)
                        """)
                .params(id, order("builtin"), at)
                .update();
        return id;
    }

    private UUID order(String way) {
        UUID key = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into certificate_order (request_key, authority, way, profile,
                            subject_name, subject_organization, subject_country, dns_names, csr,
                            state, placed_at)
                        values (?, ?, ?, 'INDIVIDUAL_SIGNATURE', 'Contoh', 'Pemerintah Kota Contoh',
                            'ID', '{}', ''::bytea, 'PLACED', ?)
                        """)
                .params(key, way, way, at)
                .update();
        return key;
    }
}
