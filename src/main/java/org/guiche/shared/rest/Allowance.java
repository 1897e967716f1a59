package org.guiche.shared.rest;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/** So many calls a minute for each caller, a minute's worth of them at once; what is not used fills up again little by little. */
final class Allowance {

    private static final double NANOS_A_MINUTE = Duration.ofMinutes(1).toNanos();
    private static final double NANOS_A_SECOND = Duration.ofSeconds(1).toNanos();
    private static final int MANY_CALLERS = 10_000;

    private final double nanosACall;
    private final ConcurrentHashMap<String, Long> freeAgain = new ConcurrentHashMap<>();

    Allowance(int perMinute) {
        this.nanosACall = NANOS_A_MINUTE / perMinute;
    }

    /**
     * Takes one call. Zero when there was one; otherwise the seconds until there is one again.
     *
     * @param nanos the moment, as of {@link System#nanoTime}
     */
    long take(String caller, long nanos) {
        if (freeAgain.size() > MANY_CALLERS) {
            freeAgain.values().removeIf(full -> full - nanos <= 0);
        }
        var refused = new long[1];
        freeAgain.compute(caller, (key, full) -> {
            var base = full == null || full - nanos < 0 ? nanos : full;
            var after = base + (long) nanosACall;
            var wait = after - nanos - (long) NANOS_A_MINUTE;
            refused[0] = Math.max(0, wait);
            return wait > 0 ? base : after;
        });
        return (long) Math.ceil(refused[0] / NANOS_A_SECOND);
    }
}
