package org.guiche.tickets;

import java.time.Duration;
import java.time.Instant;
import org.guiche.time.Amount;
import org.guiche.time.ClockKind;
import org.guiche.time.ServiceCalendar;
import org.guiche.units.Target;

/** A time that counts from a beginning to an end. */
record Term(Target target, Instant from, Instant due) {

    private static final int WHOLE = 100;

    static Term of(Target target, Instant from, ServiceCalendar calendar, PausedTime pauses) {
        return new Term(target, from, calendar.due(from, target.amount(), target.clock(), pauses.over()));
    }

    /**
     * When that percentage of it has passed. Business days have no part of a day: there it is that share of the service hours
     * between beginning and end.
     */
    Instant share(int percent, ServiceCalendar calendar, PausedTime pauses) {
        var clock = target.clock();
        var inDays = clock == ClockKind.BUSINESS_DAYS;
        var counted = inDays ? ClockKind.OPEN_HOURS : clock;
        var whole = inDays
                ? calendar.elapsed(from, due, counted, pauses.over())
                : target.amount().duration();
        return calendar.due(from, part(whole, percent), counted, pauses.over());
    }

    private static Amount part(Duration whole, int percent) {
        return Amount.minutes(Math.max(1, whole.toMinutes() * percent / WHOLE));
    }
}
