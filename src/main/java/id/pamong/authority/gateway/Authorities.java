package id.pamong.authority.gateway;

import java.util.List;
import org.springframework.stereotype.Component;

/** The authorities whose certificates are known here, over all ways. */
@Component
public class Authorities {
    private final List<CertificationAuthority> ways;

    Authorities(List<CertificationAuthority> ways) {
        this.ways = List.copyOf(ways);
    }

    /** Every known root and issuing certificate; no local government is needed to ask. */
    public List<KnownAuthority> trusted() {
        return ways.stream().flatMap(way -> way.known().stream()).toList();
    }
}
