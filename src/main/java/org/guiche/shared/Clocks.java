package org.guiche.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The only place that knows what time it is: UTC, in milliseconds, so that what is stored reads back equal. A machine's clock
 * that is set back a little stands still here until the time is caught up: what has ended does not begin again, and what came
 * later is not earlier (SECURITY Z9).
 */
@ApplicationScoped
public class Clocks {

    /** Corrections by NTP are less; a clock that was wrong by more was wrong before, and is followed. */
    static final Duration LARGEST_STEP_BACK = Duration.ofMinutes(10);

    private final AtomicReference<Duration> advance = new AtomicReference<>(Duration.ZERO);
    private final AtomicReference<Duration> leapt = new AtomicReference<>(Duration.ZERO);
    private final Clock steady;

    /** The machine's clock. */
    public Clocks() {
        this(Clock.systemUTC());
    }

    Clocks(Clock machine) {
        steady = new Steady(machine, new AtomicReference<>(Instant.MIN));
    }

    /** The application's clock. */
    @Produces
    public Clock clock() {
        return new Advanced(steady, advance, ZoneOffset.UTC);
    }

    /** Moves the whole application's clock, in demo mode only; the caller checks that. */
    public void advance(Duration by) {
        advance.updateAndGet(by::plus);
    }

    /** The same where everybody knows that no time has passed: whoever was signed in before still is. */
    public void leap(Duration by) {
        leapt.updateAndGet(by::plus);
        advance(by);
    }

    /** What time it would be without leaps: for what must not end because a demo goes on to another day. */
    public Instant withoutLeaps() {
        return clock().instant().minus(leapt.get());
    }

    /**
     * The machine's own time, which no demo moves: for what a device outside of here reckons by its own clock, as the codes of
     * authenticator apps. Nothing is stored or due by it.
     */
    public Instant ofTheWorld() {
        return steady.instant();
    }

    private static final class Advanced extends Clock {

        private final Clock clock;
        private final AtomicReference<Duration> advance;
        private final ZoneId zone;

        Advanced(Clock clock, AtomicReference<Duration> advance, ZoneId zone) {
            this.clock = clock;
            this.advance = advance;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Advanced(clock, advance, other);
        }

        @Override
        public Instant instant() {
            return clock.instant().plus(advance.get()).truncatedTo(ChronoUnit.MILLIS);
        }
    }

    private static final class Steady extends Clock {

        private final Clock machine;
        private final AtomicReference<Instant> latest;

        Steady(Clock machine, AtomicReference<Instant> latest) {
            this.machine = machine;
            this.latest = latest;
        }

        @Override
        public ZoneId getZone() {
            return machine.getZone();
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Steady(machine.withZone(other), latest);
        }

        @Override
        public Instant instant() {
            var now = machine.instant();
            return latest.updateAndGet(last -> isSmallStepBack(now, last) ? last : now);
        }

        private static boolean isSmallStepBack(Instant now, Instant last) {
            return now.isBefore(last) && now.plus(LARGEST_STEP_BACK).isAfter(last);
        }
    }
}
