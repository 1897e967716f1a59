package org.guiche.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One year of a calendar, day by day, worked out once. */
final class YearPlan {

    private final long first;
    private final DayPlan[] days;

    private YearPlan(long first, DayPlan[] days) {
        this.first = first;
        this.days = days;
    }

    static YearPlan of(int year, WeeklyHours hours, Holidays holidays) {
        var usual = new EnumMap<DayOfWeek, DayPlan>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            usual.put(day, DayPlan.usual(day, hours.on(day)));
        }
        var closures = holidays.of(year);
        var days = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .map(date -> plan(date, usual, closures))
                .toArray(DayPlan[]::new);
        return new YearPlan(LocalDate.of(year, 1, 1).toEpochDay(), days);
    }

    private static DayPlan plan(LocalDate date, Map<DayOfWeek, DayPlan> usual, Map<LocalDate, List<Closure>> closures) {
        var plan = usual.getOrDefault(date.getDayOfWeek(), DayPlan.usual(date.getDayOfWeek(), List.of()));
        var closed = closures.get(date);
        return closed == null ? plan : plan.closed(closed);
    }

    boolean holds(long epochDay) {
        return epochDay >= first && epochDay < first + days.length;
    }

    DayPlan on(long epochDay) {
        return days[(int) (epochDay - first)];
    }
}
