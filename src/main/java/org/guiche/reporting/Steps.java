package org.guiche.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which cells make up a time, as few as possible: those of its whole months, and those of the days before and after these.
 *
 * @param condition over {@code grain} and {@code day}, with a {@code ?} for each of the values
 */
record Steps(String condition, List<Object> values) {

    private static final String DAYS = "(grain = 'DAY' and day between ? and ?)";

    /** The cells of its days. */
    static Steps days(Period period) {
        return new Steps(DAYS, List.of(period.from(), period.to()));
    }

    /** The cells of its whole months, and of the days that are left. */
    static Steps of(Period period) {
        var first = period.from().plusMonths(1).minusDays(1).withDayOfMonth(1);
        var end = period.to().plusDays(1).withDayOfMonth(1);
        if (!first.isBefore(end)) {
            return days(period);
        }
        return new Steps(
                "(grain = 'MONTH' and day >= ? and day < ? or " + DAYS + " or " + DAYS + ")",
                List.of(first, end, period.from(), first.minusDays(1), end, period.to()));
    }

    /** The cells of all that was before that day. */
    static Steps before(LocalDate day) {
        var month = day.withDayOfMonth(1);
        return new Steps(
                "(grain = 'MONTH' and day < ? or grain = 'DAY' and day >= ? and day < ?)", List.of(month, month, day));
    }

    /** The cells of either. */
    Steps or(Steps other) {
        return new Steps(
                "(" + condition + " or " + other.condition + ")",
                Stream.concat(values.stream(), other.values.stream()).toList());
    }
}
