package org.guiche.reporting;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long many things took, each counted in whole minutes, rounded up.
 *
 * @param size how many there are
 * @param halfMinutes in how many minutes at least half of them were done; null where there is none
 * @param ninetiethMinutes in how many at least nine in ten were done
 */
public record Spread(
        long size, @Nullable Long halfMinutes, @Nullable Long ninetiethMinutes) {

    /** Of nothing. */
    public static final Spread NONE = new Spread(0, null, null);

    private static final int HALF = 50;
    private static final int NINE_IN_TEN = 90;
    private static final int WHOLE = 100;

    /** Of these minutes; they are put in order. */
    static Spread of(int[] minutes) {
        Arrays.sort(minutes);
        return minutes.length == 0
                ? NONE
                : new Spread(minutes.length, ranked(minutes, HALF), ranked(minutes, NINE_IN_TEN));
    }

    /** The first by which so many of a hundred are done. */
    private static long ranked(int[] sorted, long percent) {
        return sorted[(int) ((sorted.length * percent + WHOLE - 1) / WHOLE) - 1];
    }

    /** In what time half of them were done; empty where there is none. */
    public Optional<Duration> median() {
        return Optional.ofNullable(halfMinutes).map(Duration::ofMinutes);
    }

    /** In what time nine in ten were done. */
    public Optional<Duration> ninetieth() {
        return Optional.ofNullable(ninetiethMinutes).map(Duration::ofMinutes);
    }
}
