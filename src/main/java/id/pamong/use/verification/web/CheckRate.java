package id.pamong.use.verification.web;

import id.pamong.office.identity.OfficeNetworks;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.page.BodyGate;
import id.pamong.office.page.FormProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

/**
 * How many files one address may have checked in a minute, on this node, counted before the file is
 * read. A declared office network, where many people share an address, may have more.
 */
@Component
class CheckRate implements BodyGate {
    private static final Pattern PATH = Pattern.compile("/([^/]+)/(?:api/)?periksa(?:/[^/]*)?");
    private static final int MOST = 20;
    private static final int OFFICE = 200;
    private static final Duration WITHIN = Duration.ofMinutes(1);
    private static final int ADDRESSES = 10_000;

    private final LocalGovernments governments;
    private final OfficeNetworks networks;
    private final Clock clock;
    private final Map<String, Deque<Instant>> seen =
            new LinkedHashMap<>(256, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
                    return size() > ADDRESSES;
                }
            };

    CheckRate(LocalGovernments governments, OfficeNetworks networks, Clock clock) {
        this.governments = governments;
        this.networks = networks;
        this.clock = clock;
    }

    /** Counts a check of the address, unless it had too many. */
    @Override
    public Optional<FormProblem> objection(HttpServletRequest request) {
        Matcher path = PATH.matcher(decoded(request.getRequestURI()));
        if (!path.matches()) {
            return Optional.empty();
        }
        String address = request.getRemoteAddr();
        return governments
                .bySlug(path.group(1))
                .filter(government ->
                        !allows(
                                address,
                                networks.contains(government.id(), address) ? OFFICE : MOST))
                .map(government -> FormProblem.tooOften());
    }

    /** As the pages' addresses are matched: an encoded letter is that letter. */
    private static String decoded(String uri) {
        return PathContainer.parsePath(uri).elements().stream()
                .map(element ->
                        element instanceof PathContainer.PathSegment segment
                                ? segment.valueToMatch()
                                : element.value())
                .collect(Collectors.joining());
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
