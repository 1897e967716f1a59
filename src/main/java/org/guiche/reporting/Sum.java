package org.guiche.reporting;

import java.time.Duration;

/**
 * So many of something, with how long they took together.
 *
 * @param business seconds of service time
 * @param running seconds of all time
 */
public record Sum(long n, long business, long running) {

    /** None. */
    public static final Sum NONE = new Sum(0, 0, 0);

    /** Both together. */
    public Sum plus(Sum other) {
        return new Sum(n + other.n, business + other.business, running + other.running);
    }

    /** How long one took on average in service time; zero where there was none. */
    public Duration mean() {
        return n == 0 ? Duration.ZERO : Duration.ofSeconds(business / n);
    }

    /** The same of all time. */
    public Duration runningMean() {
        return n == 0 ? Duration.ZERO : Duration.ofSeconds(running / n);
    }
}
