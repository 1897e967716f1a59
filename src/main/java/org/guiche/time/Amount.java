package org.guiche.time;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** How much time: whole minutes, or whole days where {@code days} says so. Written as ISO 8601: {@code PT72H}, {@code P6D}. */
public record Amount(long value, boolean days) {

    private static final int MINUTES_A_DAY = 24 * 60;
    private static final long MOST_DAYS = 3650;

    public Amount {
        if (value <= 0 || value > (days ? MOST_DAYS : MOST_DAYS * MINUTES_A_DAY)) {
            throw new IllegalArgumentException("an amount of time lies between one minute and ten years: " + value);
        }
    }

    /** Whole hours. */
    public static Amount hours(long hours) {
        return new Amount(Math.multiplyExact(hours, 60), false);
    }

    /** Whole minutes. */
    public static Amount minutes(long minutes) {
        return new Amount(minutes, false);
    }

    /** Whole days, of whatever kind the clock counts. */
    public static Amount days(long days) {
        return new Amount(days, true);
    }

    /**
     * Reads ISO 8601. Refuses, with IllegalArgumentException, what is not a whole positive number of minutes or of days
     * (months and years have no fixed length).
     */
    public static Amount parse(String iso) {
        try {
            return iso.contains("T") ? ofDuration(Duration.parse(iso)) : ofPeriod(Period.parse(iso));
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException("not an ISO 8601 amount of minutes or days: " + iso, e);
        }
    }

    private static Amount ofDuration(Duration duration) {
        if (duration.toSecondsPart() != 0 || duration.toNanosPart() != 0) {
            throw new IllegalArgumentException("an amount of time has whole minutes: " + duration);
        }
        return minutes(duration.toMinutes());
    }

    private static Amount ofPeriod(Period period) {
        if (period.toTotalMonths() != 0) {
            throw new IllegalArgumentException("months and years have no fixed length: " + period);
        }
        return days(period.get(ChronoUnit.DAYS));
    }

    /** As a duration, a day being 24 hours. */
    public Duration duration() {
        return days ? Duration.ofDays(value) : Duration.ofMinutes(value);
    }

    /** ISO 8601. */
    @Override
    public String toString() {
        return days ? "P" + value + "D" : duration().toString();
    }
}
