package org.guiche.reporting;

import java.time.Duration;
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

    /**
     * A query for one of each key, with the key first.
     *
     * @param counted selects a key {@code k}, minutes {@code m} and how many {@code n} took that long
     */
    static String sql(String counted) {
        return """
                select k, sum(n), min(m) filter (where s * 100 >= t * 50), min(m) filter (where s * 100 >= t * 90)
                from (select k, m, n, sum(n) over (partition by k order by m) as s, sum(n) over (partition by k) as t
                    from (%s) counted) summed group by k""".formatted(counted);
    }

    /** From a row of such a query. */
    static Spread of(Object[] row) {
        return new Spread(Column.number(row[1]), Column.number(row[2]), Column.number(row[3]));
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
