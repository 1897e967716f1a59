package org.guiche.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Draws up the explanation of a deadline, one local day after another. */
final class Ruler {

    private final ServiceCalendar calendar;
    private final ClockKind kind;
    private final Reckoning reckoning;
    private final long start;
    private final long due;
    private final Set<Long> countedDays = new HashSet<>();

    Ruler(ServiceCalendar calendar, ClockKind kind, Reckoning reckoning, long start, long due) {
        this.calendar = calendar;
        this.kind = kind;
        this.reckoning = reckoning;
        this.start = start;
        this.due = due;
    }

    List<Explanation.Day> days() {
        if (kind == ClockKind.BUSINESS_DAYS) {
            for (var day = reckoning.days(start, due + Reckoning.TWO_DAYS); day.next() && day.closing() <= due; ) {
                countedDays.add(day.day());
            }
        }
        var days = new ArrayList<Explanation.Day>();
        var date = LocalDate.ofEpochDay(calendar.dayOf(start));
        for (var from = midnight(date); from < due; ) {
            var to = midnight(date.plusDays(1));
            if (from < to) { // a zone that moves over the date line skips one
                days.add(day(date, from, to));
            }
            date = date.plusDays(1);
            from = to;
        }
        return days;
    }

    private Explanation.Day day(LocalDate date, long from, long to) {
        var plan = calendar.planOf(date);
        var service = spans(new CountedTime(calendar, ClockKind.OPEN_HOURS, from, to));
        var counts = kind != ClockKind.BUSINESS_DAYS || countedDays.contains(date.toEpochDay());
        var counted = counts ? spans(reckoning.counted(Math.max(from, start), Math.min(to, due))) : List.<Span>of();
        var paused = spans(reckoning.paused(Math.max(from, start), Math.min(to, due)));
        return new Explanation.Day(
                date, plan.kind(), plan.holiday(), axis(service, from, to), service, counted, paused);
    }

    private Span axis(List<Span> service, long from, long to) {
        var whole = kind == ClockKind.RUNNING || kind == ClockKind.BUSINESS_DAY_24H || service.isEmpty();
        return whole
                ? new Span(Nanos.instant(from), Nanos.instant(to))
                : new Span(
                        service.get(0).from(), service.get(service.size() - 1).to());
    }

    private long midnight(LocalDate date) {
        return Nanos.nearest(date.atStartOfDay(calendar.zone()).toInstant());
    }

    private static List<Span> spans(Stretches stretches) {
        var spans = new ArrayList<Span>();
        while (stretches.next()) {
            var from = Nanos.instant(stretches.from);
            var to = Nanos.instant(stretches.to);
            var last = spans.size() - 1;
            if (last >= 0 && spans.get(last).to().equals(from)) { // cut only by a change of the zone's offset
                spans.set(last, new Span(spans.get(last).from(), to));
            } else {
                spans.add(new Span(from, to));
            }
        }
        return spans;
    }
}
