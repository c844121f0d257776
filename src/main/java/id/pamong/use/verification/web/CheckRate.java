package id.pamong.use.verification.web;

import id.pamong.office.identity.OfficeNetworks;
import id.pamong.office.organization.LocalGovernment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How many files one address may have checked in a minute, on this node. A declared office network,
 * where many people share an address, may have more.
 */
@Component
class CheckRate {
    private static final int MOST = 20;
    private static final int OFFICE = 200;
    private static final Duration WITHIN = Duration.ofMinutes(1);
    private static final int ADDRESSES = 10_000;

    private final OfficeNetworks networks;
    private final Clock clock;
    private final Map<String, Deque<Instant>> seen =
            new LinkedHashMap<>(256, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
                    return size() > ADDRESSES;
                }
            };

    CheckRate(OfficeNetworks networks, Clock clock) {
        this.networks = networks;
        this.clock = clock;
    }

    /** Counts a check of the address, unless it had too many. */
    boolean allows(LocalGovernment government, String address) {
        return allows(address, networks.contains(government.id(), address) ? OFFICE : MOST);
    }

    private synchronized boolean allows(String address, int most) {
        Instant now = clock.instant();
        Deque<Instant> times = seen.computeIfAbsent(address, key -> new ArrayDeque<>());
        while (!times.isEmpty() && times.peekFirst().isBefore(now.minus(WITHIN))) {
            times.removeFirst();
        }
        if (times.size() >= most) {
            return false;
        }
        times.addLast(now);
        return true;
    }
}
