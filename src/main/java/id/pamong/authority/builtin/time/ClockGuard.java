package id.pamong.authority.builtin.time;

import id.pamong.authority.builtin.key.AuthoritySettings;
import id.pamong.authority.builtin.key.CaRows;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Whether the clock can be signed by: it is compared with the machine's monotonic clock (which no
 * step of the hour touches), with the database's and, where one is named, with a time server. Apart
 * by more than a second, the authority stamps no time, issues nothing and makes no list, and says
 * so in the log. After a step of the clock it stays so until the time server agrees again or the
 * program is started anew.
 */
@Component
public class ClockGuard {
    private static final Logger LOG = LoggerFactory.getLogger(ClockGuard.class);
    private static final Duration COMPARED_EVERY = Duration.ofSeconds(10);
    private static final Duration TIME_SERVER_WAIT = Duration.ofSeconds(2);

    /** What the other clocks said. */
    public interface Clocks {
        /** The database's clock; empty if it does not answer. */
        Optional<Instant> database();

        /** The time server's clock; empty if none is named or it does not answer. */
        Optional<Instant> timeServer();
    }

    /** A comparison: when, by the monotonic clock, and what is wrong, if anything. */
    private record Compared(Instant at, long nanos, Optional<String> fault) {}

    private final Clock clock;
    private final LongSupplier monotonic;
    private final Clocks clocks;
    private final Duration tolerance;
    private final AtomicReference<@Nullable Compared> last = new AtomicReference<>();

    @Autowired
    public ClockGuard(Clock clock, CaRows rows, AuthoritySettings settings) {
        this(
                clock,
                System::nanoTime,
                new Real(rows, settings.timeServer()),
                settings.clocksApart());
    }

    public ClockGuard(Clock clock, LongSupplier monotonic, Clocks clocks, Duration tolerance) {
        this.clock = clock;
        this.monotonic = monotonic;
        this.clocks = clocks;
        this.tolerance = tolerance;
    }

    public boolean isFit() {
        return fault().isEmpty();
    }

    /** What is wrong with the clock, as a stable code; compared anew every ten seconds. */
    public Optional<String> fault() {
        Compared before = last.get();
        long nanos = monotonic.getAsLong();
        if (before != null
                && nanos - before.nanos() < COMPARED_EVERY.toNanos()
                && !isStepped(before, clock.instant(), nanos)) {
            return before.fault();
        }
        Compared compared = compare(before);
        last.set(compared);
        if (compared.fault().isPresent()
                && (before == null || !before.fault().equals(compared.fault()))) {
            LOG.error(
                    "the clock cannot be signed by ({}): no time stamps, no certificates, no lists",
                    compared.fault().get());
        }
        return compared.fault();
    }

    private Compared compare(@Nullable Compared before) {
        Optional<Instant> server = clocks.timeServer();
        Instant now = clock.instant();
        long nanos = monotonic.getAsLong();
        if (server.isPresent()) {
            return new Compared(
                    now,
                    nanos,
                    isApart(now, server.get()) ? Optional.of("clock.time-server") : database());
        }
        if (before != null
                && (isStepped(before, now, nanos)
                        || before.fault().filter("clock.stepped"::equals).isPresent())) {
            return new Compared(now, nanos, Optional.of("clock.stepped"));
        }
        return new Compared(now, nanos, database());
    }

    private Optional<String> database() {
        return clocks.database()
                .filter(said -> isApart(clock.instant(), said))
                .map(_ -> "clock.database");
    }

    private boolean isStepped(Compared before, Instant now, long nanos) {
        return isApart(now, before.at().plusNanos(nanos - before.nanos()));
    }

    private boolean isApart(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(tolerance) > 0;
    }

    /** The database of this program, and SNTP (RFC 4330). */
    private static final class Real implements Clocks {
        private static final int PORT = 123;
        private static final int LENGTH = 48;
        private static final long SECONDS_1900_TO_1970 = 2_208_988_800L;

        private final CaRows rows;
        private final String timeServer;

        Real(CaRows rows, String timeServer) {
            this.rows = rows;
            this.timeServer = timeServer;
        }

        @Override
        public Optional<Instant> database() {
            return Optional.of(rows.databaseTime());
        }

        @Override
        public Optional<Instant> timeServer() {
            return timeServer.isEmpty() ? Optional.empty() : asked(timeServer);
        }

        private static Optional<Instant> asked(String host) {
            byte[] question = new byte[LENGTH];
            question[0] = 0b00_100_011; // version 4, client
            try (DatagramSocket socket = new DatagramSocket()) {
                socket.setSoTimeout((int) TIME_SERVER_WAIT.toMillis());
                socket.connect(InetAddress.getByName(host), PORT);
                long begin = System.nanoTime();
                socket.send(new DatagramPacket(question, LENGTH));
                DatagramPacket answer = new DatagramPacket(new byte[LENGTH], LENGTH);
                socket.receive(answer);
                long way = (System.nanoTime() - begin) / 2;
                return time(answer.getData()).map(said -> said.plusNanos(way));
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        /** The transmit time stamp; empty for a server that knows no time (stratum 0, alarm). */
        private static Optional<Instant> time(byte[] answer) {
            boolean alarm = (answer[0] & 0b11_000_000) == 0b11_000_000;
            if (alarm || answer[1] == 0 || (answer[0] & 0b111) != 4) {
                return Optional.empty();
            }
            ByteBuffer read = ByteBuffer.wrap(answer, 40, 8);
            long seconds = Integer.toUnsignedLong(read.getInt());
            long fraction = Integer.toUnsignedLong(read.getInt());
            // The era that began in 2036 counts from 0 again.
            long era = (seconds & 0x8000_0000L) == 0 ? 0x1_0000_0000L : 0;
            return Optional.of(
                    Instant.ofEpochSecond(
                            seconds + era - SECONDS_1900_TO_1970,
                            (fraction * 1_000_000_000L) >>> 32));
        }
    }
}
