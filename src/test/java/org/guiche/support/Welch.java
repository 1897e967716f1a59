package org.guiche.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/** Welch's test: whether two things take the same time, as far as somebody who measures can tell (SECURITY 1, 36). */
public final class Welch {

    private static final int SAMPLES = 200;
    private static final int WARMING = 20;
    private static final int ROUNDS = 3; // one in a hundred equal samples looks different

    private Welch() {}

    /** Measures both by turns, 200 times each, given the number of the turn; true where they differ three times in a row. */
    public static boolean tells(IntToLongFunction one, IntToLongFunction other) {
        return tells(Duration.ZERO, one, other);
    }

    /** The same where they differ by more than that. */
    public static boolean tells(Duration least, IntToLongFunction one, IntToLongFunction other) {
        return tells(SAMPLES, WARMING, least, one, other);
    }

    /** Whether they differ at all, with so many samples, for what takes long, after so many that do not count. */
    public static boolean tells(int samples, int warming, IntToLongFunction one, IntToLongFunction other) {
        return tells(samples, warming, Duration.ZERO, one, other);
    }

    private static boolean tells(
            int samples, int warming, Duration least, IntToLongFunction one, IntToLongFunction other) {
        var tells = true;
        for (int round = 0; tells && round < ROUNDS; round++) {
            tells = compared(samples, warming, least, one, other) > boundary(samples);
        }
        return tells;
    }

    /** The t beyond which p is below 0.01 in samples of that size, near enough from eight on. */
    private static double boundary(int samples) {
        return 2.576 + 5.6 / (1.8 * samples - 2);
    }

    private static double compared(
            int samples, int warming, Duration least, IntToLongFunction one, IntToLongFunction other) {
        var ones = new ArrayList<Double>();
        var others = new ArrayList<Double>();
        for (int i = 0; i < warming + samples; i++) {
            var isFirst = i % 2 == 0;
            var first = (double) (isFirst ? one : other).applyAsLong(i);
            var second = (double) (isFirst ? other : one).applyAsLong(i);
            if (i >= warming) {
                ones.add(isFirst ? first : second);
                others.add(isFirst ? second : first);
            }
        }
        return t(trimmed(ones), trimmed(others), (double) least.toNanos());
    }

    /** Without the tenth that other work of the machine made longest. */
    private static List<Double> trimmed(List<Double> times) {
        return times.stream().sorted().limit(times.size() * 9L / 10).toList();
    }

    /** By how much more than that they differ, in standard errors. */
    private static double t(List<Double> one, List<Double> other, double least) {
        return (Math.abs(mean(one) - mean(other)) - least)
                / Math.sqrt(variance(one) / one.size() + variance(other) / other.size());
    }

    private static double mean(List<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double variance(List<Double> times) {
        var mean = mean(times);
        return times.stream().mapToDouble(time -> (time - mean) * (time - mean)).sum() / (times.size() - 1);
    }
}
