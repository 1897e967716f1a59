package org.guiche.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What a machine's clock does to the application's. */
class ClocksTest {

    private static final Instant TEN = Instant.parse("2026-11-25T10:00:00Z");

    private final Machine machine = new Machine();
    private final Clocks clocks = new Clocks(machine);
    private final Clock clock = clocks.clock();

    @Test
    void aClockThatIsSetBackByFiveMinutesStandsStillUntilTheyArePast() {
        assertThat(clock.instant()).isEqualTo(TEN);
        machine.now = TEN.minusSeconds(300);
        assertThat(clock.instant()).isEqualTo(TEN);
        machine.now = TEN.minusMillis(1);
        assertThat(clock.instant()).isEqualTo(TEN);
        machine.now = TEN.plusMillis(1);
        assertThat(clock.instant()).isEqualTo(TEN.plusMillis(1));
    }

    @Test
    void aClockThatWasADayAheadIsFollowedBack() {
        machine.now = TEN.plus(Duration.ofDays(1));
        assertThat(clock.instant()).isEqualTo(TEN.plus(Duration.ofDays(1)));
        machine.now = TEN;
        assertThat(clock.instant()).isEqualTo(TEN);
    }

    @Test
    void allWhoAskSeeTheSameTime() {
        var other = clocks.clock();
        machine.now = TEN.plusSeconds(60);
        assertThat(clock.instant()).isEqualTo(TEN.plusSeconds(60));
        machine.now = TEN;
        assertThat(other.instant()).isEqualTo(TEN.plusSeconds(60));
    }

    @Test
    void whatTheDemoLetsPassIsAddedToIt() {
        clocks.advance(Duration.ofDays(2));
        assertThat(clock.instant()).isEqualTo(TEN.plus(Duration.ofDays(2)));
    }

    private static final class Machine extends Clock {

        Instant now = TEN;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
