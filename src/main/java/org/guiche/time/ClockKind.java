package org.guiche.time;

/** What a duration counts. "Horas úteis" alone is ambiguous, so every duration names one of these (REQUIREMENTS 7.3). */
public enum ClockKind {
    /** Wall clock, 24 hours on 7 days. */
    RUNNING,
    /** Only minutes inside the calendar's bands. */
    OPEN_HOURS,
    /** The 24 hours of each business day; weekends and holidays do not count. */
    BUSINESS_DAY_24H,
    /** D+N: the day of the start is not counted; due when the service of the N-th business day ends. */
    BUSINESS_DAYS
}
