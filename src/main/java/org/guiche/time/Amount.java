package org.guiche.time;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guiche.shared.RuleViolation;

/**
 * How much time: whole minutes, or whole days where {@code days} says so. Written as ISO 8601: {@code PT72H}, {@code PT1H30M},
 * {@code P6D}. Between one minute and ten years.
 */
public record Amount(long value, boolean days) {

    private static final int MINUTES_A_DAY = 24 * 60;
    private static final long MOST_DAYS = 3650;
    private static final Pattern FORMAT =
            Pattern.compile("P(?=[\\dT])(?:(\\d{1,9})W)?(?:(\\d{1,9})D)?(?:T(?=\\d)(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?)?");

    public Amount {
        if (value <= 0) {
            throw new RuleViolation("time.amount.not-positive");
        }
        if (value > (days ? MOST_DAYS : MOST_DAYS * MINUTES_A_DAY)) {
            throw new RuleViolation("time.amount.too-long");
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
     * Reads ISO 8601; a week is seven days, and a day beside hours is 24 of them. Refuses everything but a whole positive number of
     * minutes or of days: seconds, fractions, signs, months and years (which have no fixed length).
     */
    public static Amount parse(String iso) {
        var match = FORMAT.matcher(iso);
        if (!match.matches()) {
            throw new RuleViolation("time.amount.malformed", iso);
        }
        var days = number(match, 1) * 7 + number(match, 2);
        return iso.indexOf('T') < 0
                ? days(days)
                : minutes(days * MINUTES_A_DAY + number(match, 3) * 60 + number(match, 4));
    }

    private static long number(Matcher match, int group) {
        var digits = match.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** As a duration, a day being 24 hours. */
    public Duration duration() {
        return days ? Duration.ofDays(value) : Duration.ofMinutes(value);
    }

    /** ISO 8601; {@link #parse} reads an equal amount from it. */
    @Override
    public String toString() {
        var hours = value / 60;
        var minutes = value % 60;
        return days ? "P" + value + "D" : "PT" + (hours == 0 ? "" : hours + "H") + (minutes == 0 ? "" : minutes + "M");
    }
}
