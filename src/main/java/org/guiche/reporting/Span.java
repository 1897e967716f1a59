package org.guiche.reporting;

import java.time.LocalDate;
import java.time.YearMonth;

/** The days before another one. */
public enum Span {
    DAY(1),
    WEEK(7),
    FORTNIGHT(14),
    THIRTY(30),
    QUARTER(90),
    /** The whole month before that day's. */
    MONTH(0);

    private final int days;

    Span(int days) {
        this.days = days;
    }

    /** Those before that day, which is not one of them. */
    Period before(LocalDate day) {
        if (this == MONTH) {
            var month = YearMonth.from(day).minusMonths(1);
            return new Period(month.atDay(1), month.atEndOfMonth());
        }
        return Period.until(day.minusDays(1), days);
    }
}
