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

/** The only place that knows what time it is: UTC, in milliseconds, so that what is stored reads back equal. */
@ApplicationScoped
public class Clocks {

    private final AtomicReference<Duration> advance = new AtomicReference<>(Duration.ZERO);

    /** The application's clock. */
    @Produces
    public Clock clock() {
        return new Advanced(Clock.systemUTC(), advance, ZoneOffset.UTC);
    }

    /** Moves the whole application's clock, in demo mode only; the caller checks that. */
    public void advance(Duration by) {
        advance.updateAndGet(by::plus);
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
}
