package id.pamong.authority.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.authority.builtin.time.ClockGuard;
import id.pamong.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClockGuardTest {
    private final MutableClock clock = new MutableClock();
    private long nanos;
    private Optional<Instant> database = Optional.empty();
    private Optional<Instant> timeServer = Optional.empty();

    private final ClockGuard guard =
            new ClockGuard(
                    clock,
                    () -> nanos,
                    new ClockGuard.Clocks() {
                        @Override
                        public Optional<Instant> database() {
                            return database;
                        }

                        @Override
                        public Optional<Instant> timeServer() {
                            return timeServer;
                        }
                    },
                    Duration.ofSeconds(1));

    @Test
    void clocks_that_run_alike_are_fit() {
        assertThat(guard.isFit()).isTrue();
        pass(Duration.ofHours(3));
        database = Optional.of(clock.instant().plusMillis(900));
        timeServer = Optional.of(clock.instant().minusMillis(900));
        assertThat(guard.isFit()).isTrue();
    }

    @Test
    void a_step_of_the_clock_is_seen_at_once_and_stays_a_fault() {
        assertThat(guard.isFit()).isTrue();
        clock.advance(Duration.ofSeconds(2));
        assertThat(guard.fault()).contains("clock.stepped");
        pass(Duration.ofHours(1));
        assertThat(guard.fault()).contains("clock.stepped");
        timeServer = Optional.of(clock.instant());
        pass(Duration.ofSeconds(11));
        timeServer = Optional.of(clock.instant());
        assertThat(guard.isFit()).as("the time server agrees").isTrue();
    }

    @Test
    void a_step_back_is_seen_too() {
        assertThat(guard.isFit()).isTrue();
        clock.set(clock.instant().minusSeconds(2));
        assertThat(guard.fault()).contains("clock.stepped");
    }

    @Test
    void a_database_or_a_time_server_apart_by_more_than_a_second_is_a_fault() {
        database = Optional.of(clock.instant().plusMillis(1_001));
        assertThat(guard.fault()).contains("clock.database");
        timeServer = Optional.of(clock.instant().minusMillis(60_011_001));
        pass(Duration.ofSeconds(11));
        assertThat(guard.fault()).contains("clock.time-server");
        pass(Duration.ofSeconds(11));
        timeServer = Optional.of(clock.instant());
        database = Optional.of(clock.instant());
        assertThat(guard.isFit()).isTrue();
    }

    private void pass(Duration time) {
        clock.advance(time);
        nanos += time.toNanos();
    }
}
