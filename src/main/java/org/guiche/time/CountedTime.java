package org.guiche.time;

import java.time.zone.ZoneRules;

/**
 * The stretches that a clock counts in a calendar between two instants. Walks from one change of the zone's offset to the next:
 * between two changes local time runs straight, so that skipped and repeated hours need no rule of their own.
 */
final class CountedTime extends Stretches {

    private final ServiceCalendar calendar;
    private final ZoneRules rules;
    private final ClockKind kind;
    private final long end;

    private YearPlan year;
    private long day;
    private int at;
    private long offset;
    private long segmentFrom;
    private long segmentTo;

    CountedTime(ServiceCalendar calendar, ClockKind kind, long start, long end) {
        this.calendar = calendar;
        this.rules = calendar.zone().getRules();
        this.kind = kind;
        this.end = end;
        enter(start);
        this.year = calendar.year(day);
    }

    private void enter(long nanos) {
        var instant = Nanos.instant(nanos);
        var change = rules.nextTransition(instant);
        offset = rules.getOffset(instant).getTotalSeconds() * Nanos.SECOND;
        segmentFrom = nanos;
        segmentTo = change == null ? end : Math.min(end, Nanos.nearest(change.getInstant()));
        day = Math.floorDiv(nanos + offset, Nanos.DAY);
        at = 0;
    }

    @Override
    boolean next() {
        while (segmentFrom < end) {
            var midnight = day * Nanos.DAY - offset;
            var counted = plan().counted(kind);
            while (at < counted.length) {
                from = Math.max(segmentFrom, midnight + counted[at]);
                to = Math.min(segmentTo, midnight + counted[at + 1]);
                at += 2;
                if (from < to) {
                    return true;
                }
            }
            nextDay(midnight + Nanos.DAY);
        }
        return false;
    }

    private void nextDay(long midnight) {
        day++;
        at = 0;
        if (midnight >= segmentTo) {
            enter(segmentTo);
        }
    }

    private DayPlan plan() {
        if (!year.holds(day)) {
            year = calendar.year(day);
        }
        return year.on(day);
    }

    /** The local date of the current stretch, in days since 1970. */
    long day() {
        return day;
    }
}
