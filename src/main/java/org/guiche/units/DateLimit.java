package org.guiche.units;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * The first or the last date that a field takes: a fixed one, or so many days from the day of the request.
 *
 * @param date the fixed date; null when it moves with the day
 * @param days from today, where it moves
 */
public record DateLimit(@Nullable LocalDate date, int days) {

    private static final Pattern MOVING = Pattern.compile("today(?:([+-])(\\d{1,5}))?");

    /** Reads {@code 2026-12-31}, {@code today}, {@code today-30} or {@code today+365}; refuses anything else. */
    public static DateLimit parse(String written) {
        var moving = MOVING.matcher(written);
        if (moving.matches()) {
            var days = moving.group(2) == null ? 0 : Integer.parseInt(moving.group(2));
            return new DateLimit(null, "-".equals(moving.group(1)) ? -days : days);
        }
        try {
            return new DateLimit(LocalDate.parse(written), 0);
        } catch (DateTimeException e) {
            throw new RuleViolation("units.definition.date", written);
        }
    }

    /** The date it means on that day. */
    public LocalDate on(LocalDate today) {
        return date == null ? today.plusDays(days) : date;
    }

    /** Whether it lies behind that one on every day. */
    boolean isSurelyAfter(DateLimit other) {
        if (date != null && other.date != null) {
            return date.isAfter(other.date);
        }
        return date == null && other.date == null && days > other.days;
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        if (date != null) {
            return date.toString();
        }
        return days == 0 ? "today" : "today" + (days > 0 ? "+" : "") + days;
    }
}
