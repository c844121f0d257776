package id.pamong.authority.builtin;

import id.pamong.authority.builtin.key.AuthorityKeys;
import id.pamong.authority.builtin.key.AuthorityNames;
import id.pamong.authority.builtin.key.Ca;
import id.pamong.authority.builtin.key.CaRows;
import id.pamong.authority.builtin.key.Der;
import id.pamong.authority.builtin.key.Pointers;
import id.pamong.authority.builtin.key.SigningAuthority;
import id.pamong.authority.builtin.status.IssuedCertificates;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Issuing CAs ready to sign: certificate read, key open, chain encoded. Kept by the fingerprint of
 * their certificate, which never changes; who issues for whom is asked of the database each time.
 */
@Component
class IssuingCas {
    /** An issuing CA with what goes into and along with what it signs. */
    record Issuing(
            String name, SigningAuthority authority, List<Pointers> pointers, List<byte[]> chain) {
        int shard(BigInteger serial) {
            return Pointers.shard(serial, pointers.size());
        }
    }

    private final CaRows rows;
    private final AuthorityKeys keys;
    private final ConcurrentMap<String, Issuing> ready = new ConcurrentHashMap<>();

    IssuingCas(CaRows rows, AuthorityKeys keys) {
        this.rows = rows;
        this.keys = keys;
    }

    /** Runs in the caller's transaction. */
    Issuing of(IssuedCertificates.Situation.Issuing found) {
        return ready.computeIfAbsent(found.fingerprint(), _ -> read(found.ca()));
    }

    /** The CA's certificate and the root's, DER. */
    List<byte[]> chainOf(String ca) {
        return List.of(
                Der.of(rows.byName(ca).orElseThrow().certificate()),
                Der.of(rows.byName(AuthorityNames.ROOT).orElseThrow().certificate()));
    }

    private Issuing read(String name) {
        Ca ca = rows.byName(name).orElseThrow();
        return new Issuing(
                name,
                keys.open(ca),
                IntStream.range(0, ca.shards())
                        .mapToObj(shard -> Pointers.toIssuing(ca.baseUrl(), name, shard))
                        .toList(),
                chainOf(name));
    }
}
