package org.guiche.time;

/**
 * The days that {@link ClockKind#BUSINESS_DAYS} counts after a start, one after another: a cursor over the ends of their service. A day
 * whose service the zone skips altogether does not count; an hour that it repeats ends the second time.
 */
final class BusinessDays {

    private final CountedTime service;
    private final Pauses pauses;
    private final long end;
    private boolean more;
    private long day;
    private long closing;

    /** Searches as far as {@code end}; what that cuts off is no closing. */
    BusinessDays(ServiceCalendar calendar, Pauses pauses, long start, long end) {
        this.service = new CountedTime(calendar, ClockKind.OPEN_HOURS, start, end);
        this.pauses = pauses;
        this.end = end;
        this.more = service.next();
        this.day = calendar.dayOf(start);
        passDay();
    }

    /** Moves on to the next counted day; false when there is none. */
    boolean next() {
        while (more) {
            day = service.day();
            passDay();
            if (closing < end && !pauses.holdBefore(closing)) {
                return true;
            }
        }
        return false;
    }

    private void passDay() {
        while (more && service.day() <= day) {
            closing = service.to;
            more = service.next();
        }
    }

    /** The local date of the current day, in days since 1970. */
    long day() {
        return day;
    }

    /** When the service of the current day ends. */
    long closing() {
        return closing;
    }
}
