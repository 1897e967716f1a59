package org.guiche.reporting.web;

import java.util.Map;
import org.guiche.reporting.Sum;

/** What was given, by how many points. */
final class Scores {

    private Scores() {}

    static long count(Map<Long, Sum> scores) {
        return scores.values().stream().mapToLong(Sum::n).sum();
    }

    /** The average; zero where nothing was given. */
    static double mean(Map<Long, Sum> scores) {
        var points = scores.entrySet().stream()
                .mapToLong(one -> one.getKey() * one.getValue().n())
                .sum();
        return scores.isEmpty() ? 0 : (double) points / count(scores);
    }
}
