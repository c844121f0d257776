package id.pamong.lifecycle.revocation.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How many links one network address may ask for, and how many links and codes it may try, in
 * fifteen minutes, on this node.
 */
@Component
class UrgentRate {
    static final int MOST = 10;
    private static final Duration WITHIN = Duration.ofMinutes(15);
    private static final int ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Deque<Instant>> seen =
            new LinkedHashMap<>(256, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
                    return size() > ADDRESSES;
                }
            };

    UrgentRate(Clock clock) {
        this.clock = clock;
    }

    /** Counts a try of the address, unless it had too many. */
    synchronized boolean allows(String address) {
        Instant now = clock.instant();
        Deque<Instant> times = seen.computeIfAbsent(address, key -> new ArrayDeque<>());
        while (!times.isEmpty() && times.peekFirst().isBefore(now.minus(WITHIN))) {
            times.removeFirst();
        }
        if (times.size() >= MOST) {
            return false;
        }
        times.addLast(now);
        return true;
    }
}
