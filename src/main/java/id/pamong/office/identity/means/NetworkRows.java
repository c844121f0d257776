package id.pamong.office.identity.means;

import id.pamong.office.identity.OfficeNetworks.Network;
import java.net.InetAddress;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code office_network}. */
@Repository
public class NetworkRows {
    private final JdbcClient jdbc;

    NetworkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean contains(String address) {
        return NetworkAddress.literal(address)
                .map(InetAddress::getHostAddress)
                .map(literal ->
                        jdbc.sql(
                                        """
                                        select exists (select from office_network
                                            where tenant = current_tenant()
                                                and network >>= cast(? as inet))\
                                        """)
                                .param(literal)
                                .query(Boolean.class)
                                .single())
                .orElse(false);
    }

    public List<Network> all() {
        return jdbc.sql(
                        """
                        select id, text(network), label from office_network
                        where tenant = current_tenant() order by network\
                        """)
                .query((rs, _) ->
                        new Network(rs.getObject(1, UUID.class), rs.getString(2), rs.getString(3)))
                .list();
    }

    /** False when it is no network of one office. */
    public boolean add(String typed, String label, Instant now, UUID by) {
        Optional<String> network = NetworkAddress.network(typed.strip());
        network.ifPresent(known ->
                jdbc.sql(
                                """
                                insert into office_network (id, network, label, added_at, added_by)
                                values (?, cast(? as cidr), ?, ?, ?)
                                on conflict (tenant, network) do update set label = excluded.label\
                                """)
                        .params(UUID.randomUUID(), known, label, Timestamp.from(now), by)
                        .update());
        return network.isPresent();
    }

    public boolean remove(UUID network) {
        return jdbc.sql("delete from office_network where tenant = current_tenant() and id = ?")
                        .param(network)
                        .update()
                == 1;
    }
}
