package org.guiche.time;

import java.time.Instant;
import org.guiche.shared.RuleViolation;

/** Instants as nanoseconds since 1970, so that counting allocates nothing. A long holds every year that matters here. */
final class Nanos {

    static final long SECOND = 1_000_000_000L;
    static final long MINUTE = 60 * SECOND;
    static final long DAY = 24 * 60 * MINUTE;

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    /** Later than any search that begins before the last instant. */
    private static final Instant FAR = Instant.parse("2250-01-01T00:00:00Z");

    private Nanos() {}

    /** Refuses instants before 1900 and after 2199. */
    static long of(Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new RuleViolation("time.instant.out-of-range", instant);
        }
        return count(instant);
    }

    /** For instants that may lie anywhere, such as the open end of a pause: the nearest one that can be told. */
    static long nearest(Instant instant) {
        return count(instant.isBefore(FIRST) ? FIRST : instant.isAfter(FAR) ? FAR : instant);
    }

    private static long count(Instant instant) {
        return instant.getEpochSecond() * SECOND + instant.getNano();
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }
}
