package org.guiche.time;

/**
 * What a duration counts. "Horas úteis" alone is ambiguous, so every duration names one of these (REQUIREMENTS 7.3). Dates and
 * hours are those of the calendar's zone. What lies in a pause never counts. A business day is a date with any service left after
 * its holidays.
 */
public enum ClockKind {
    /** All time. A day is 24 hours. */
    RUNNING,
    /** Only time inside the bands: what starts outside them counts from the next opening. Takes hours and minutes. */
    OPEN_HOURS,
    /**
     * All hours of each business day, whatever its bands: what starts on another date counts from the midnight that begins the next
     * business day. A day is 24 such hours.
     */
    BUSINESS_DAY_24H,
    /**
     * D+N: the date of the start is left out, whatever its hour; due when the service of the N-th business day after it ends. A day
     * whose service ends during a pause does not count: nothing becomes due while the clock stands, and a pause costs as many days as
     * it outlasts. Takes whole days.
     */
    BUSINESS_DAYS;

    /** Whether an amount says something to this clock: opening hours know no days, business days no hours. */
    public boolean counts(Amount amount) {
        return switch (this) {
            case RUNNING, BUSINESS_DAY_24H -> true;
            case OPEN_HOURS -> !amount.days();
            case BUSINESS_DAYS -> amount.days();
        };
    }
}
