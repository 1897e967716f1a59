package org.guiche.reporting;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How long many things took, each in whole minutes, rounded up: so that halves and nine in ten can be told of any part of them. */
public final class Spread {

    private final TreeMap<Integer, Long> minutes = new TreeMap<>();
    private long all;

    /** That many more took so many minutes. */
    void add(int took, long many) {
        minutes.merge(took, many, Long::sum);
        all += many;
    }

    /** All of those together. */
    static Spread of(Collection<Spread> parts) {
        var all = new Spread();
        parts.forEach(part -> part.minutes.forEach(all::add));
        return all;
    }

    /** How many there are. */
    public long size() {
        return all;
    }

    /** In what time half of them were done; empty where there is none. */
    public Optional<Duration> median() {
        return percentile(50);
    }

    /** In what time nine in ten were done. */
    public Optional<Duration> ninetieth() {
        return percentile(90);
    }

    /** The smallest time in which at least so many percent were done. */
    private Optional<Duration> percentile(int percent) {
        var rank = (all * percent + 99) / 100;
        long seen = 0;
        for (Map.Entry<Integer, Long> one : minutes.entrySet()) {
            seen += one.getValue();
            if (seen >= rank) {
                return Optional.of(Duration.ofMinutes(one.getKey()));
            }
        }
        return Optional.empty();
    }
}
