package org.guiche.reporting;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.guiche.shared.RuleViolation;

/**
 * When something comes again and again.
 *
 * @param day of the week, 1 for Monday, or of the month, where a shorter one has its last day; 1 for every day
 * @param hour of the day, 0 to 23; where the clock leaves it out, the next one
 */
public record Rhythm(Every every, int day, int hour) {

    private static final int LAST_HOUR = 23;

    /** After how long it comes again. */
    public enum Every {
        DAY(1),
        WEEK(7),
        MONTH(31);

        private final int days;

        Every(int days) {
            this.days = days;
        }
    }

    public Rhythm {
        if (day < 1 || day > every.days) {
            throw RuleViolation.of("when", "reporting.schedule.when");
        }
        if (hour < 0 || hour > LAST_HOUR) {
            throw RuleViolation.of("hour", "reporting.schedule.hour");
        }
    }

    /** The first moment after that one. */
    Instant next(Instant after, ZoneId zone) {
        var steps = 0;
        var at = moment(after, steps, zone);
        while (!at.isAfter(after)) {
            at = moment(after, ++steps, zone);
        }
        return at;
    }

    /** The last moment that is not after that one. */
    Instant last(Instant until, ZoneId zone) {
        var steps = 0;
        var at = moment(until, steps, zone);
        while (at.isAfter(until)) {
            at = moment(until, --steps, zone);
        }
        return at;
    }

    private Instant moment(Instant near, int steps, ZoneId zone) {
        return day(LocalDate.ofInstant(near, zone), steps)
                .atTime(hour, 0)
                .atZone(zone)
                .toInstant();
    }

    private LocalDate day(LocalDate near, int steps) {
        return switch (every) {
            case DAY -> near.plusDays(steps);
            case WEEK -> near.with(DayOfWeek.of(day)).plusWeeks(steps);
            case MONTH -> {
                var month = YearMonth.from(near).plusMonths(steps);
                yield month.atDay(Math.min(day, month.lengthOfMonth()));
            }
        };
    }
}
