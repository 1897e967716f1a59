package org.guiche.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a deadline is when it is: day by day, what counted and what did not. The screen draws it as the deadline ruler. */
public record Explanation(Instant start, Amount amount, ClockKind kind, Instant due, List<Day> days) {

    private static final int MOST_DAYS = 400;

    public Explanation {
        days = List.copyOf(days);
    }

    /** What a day is to the deadline. */
    public enum DayKind {
        /** There is service. */
        OPEN,
        /** Saturday or Sunday without service. */
        WEEKEND,
        /** A holiday, or a day that is closed in part. */
        HOLIDAY,
        /** Another day without service. */
        CLOSED
    }

    /**
     * One local day between start and deadline.
     *
     * @param holiday the holiday's name, also when it closes only a part of the day
     * @param service the bands of that day, as instants
     * @param counted what of the day counted
     */
    public record Day(
            LocalDate date, DayKind kind, @Nullable String holiday, List<Span> service, List<Span> counted) {

        public Day {
            service = List.copyOf(service);
            counted = List.copyOf(counted);
        }

        /** How much of the day counted. */
        public Duration countedTime() {
            return counted.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
        }

        /** Whether nothing of it counted though the days around may. */
        public boolean isSkipped() {
            return counted.isEmpty();
        }
    }

    static Explanation of(ServiceCalendar calendar, Instant start, Amount amount, ClockKind kind, List<Span> pauses) {
        var due = calendar.due(start, amount, kind, pauses);
        var days = new ArrayList<Day>();
        var last = calendar.dayOf(due.minusNanos(1));
        for (var day = calendar.dayOf(start); !day.isAfter(last) && days.size() < MOST_DAYS; day = day.plusDays(1)) {
            days.add(day(calendar, day, start, due, kind, Span.joined(pauses)));
        }
        return new Explanation(start, amount, kind, due, days);
    }

    private static Day day(
            ServiceCalendar calendar, LocalDate day, Instant start, Instant due, ClockKind kind, List<Span> holes) {
        var service = calendar.bandsOn(day).stream()
                .map(band -> band.on(day, calendar.zone()))
                .toList();
        var holiday = calendar.holidayOn(day).orElse(null);
        var from = kind == ClockKind.RUNNING ? start : calendar.nextOpening(start);
        return new Day(
                day, kindOf(day, service, holiday), holiday, service, counted(calendar, day, from, due, kind, holes));
    }

    private static List<Span> counted(
            ServiceCalendar calendar, LocalDate day, Instant from, Instant due, ClockKind kind, List<Span> holes) {
        if (kind == ClockKind.BUSINESS_DAYS) {
            return calendar.dayOf(from).equals(day)
                    ? List.of()
                    : clip(calendar.countedOn(day, ClockKind.OPEN_HOURS, from, holes), due);
        }
        return clip(calendar.countedOn(day, kind, from, holes), due);
    }

    private static List<Span> clip(List<Span> spans, Instant due) {
        return spans.stream()
                .filter(span -> span.from().isBefore(due))
                .map(span -> span.to().isAfter(due) ? new Span(span.from(), due) : span)
                .toList();
    }

    private static DayKind kindOf(LocalDate day, List<Span> service, @Nullable String holiday) {
        if (!service.isEmpty()) {
            return DayKind.OPEN;
        }
        if (holiday != null) {
            return DayKind.HOLIDAY;
        }
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? DayKind.WEEKEND : DayKind.CLOSED;
    }

    /** The holidays between start and deadline on which nothing counted. */
    public List<Day> skippedHolidays() {
        return days.stream()
                .filter(day -> day.kind() == DayKind.HOLIDAY && day.isSkipped())
                .toList();
    }
}
