package org.guiche.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The same questions answered in the dullest way: look at every minute and ask whether it counts. Shares nothing with the real thing but
 * the names of the clocks; knows bands as pairs of minutes, of which those that end before they begin go on into the next morning,
 * closures by date, and holidays from a table.
 */
record NaiveCalendar(ZoneId zone, Map<DayOfWeek, List<int[]>> bands, Map<LocalDate, List<int[]>> closures) {

    private static final Map<Integer, String> PASSION = Map.ofEntries(
            Map.entry(2008, "03-21"),
            Map.entry(2009, "04-10"),
            Map.entry(2010, "04-02"),
            Map.entry(2011, "04-22"),
            Map.entry(2012, "04-06"),
            Map.entry(2013, "03-29"),
            Map.entry(2014, "04-18"),
            Map.entry(2015, "04-03"),
            Map.entry(2016, "03-25"),
            Map.entry(2017, "04-14"),
            Map.entry(2018, "03-30"),
            Map.entry(2019, "04-19"),
            Map.entry(2020, "04-10"),
            Map.entry(2021, "04-02"),
            Map.entry(2022, "04-15"),
            Map.entry(2023, "04-07"),
            Map.entry(2024, "03-29"),
            Map.entry(2025, "04-18"),
            Map.entry(2026, "04-03"),
            Map.entry(2027, "03-26"),
            Map.entry(2028, "04-14"),
            Map.entry(2029, "03-30"),
            Map.entry(2030, "04-19"),
            Map.entry(2031, "04-11"),
            Map.entry(2032, "03-26"));

    private static final List<String> FIXED =
            List.of("01-01", "04-21", "05-01", "09-07", "10-12", "11-02", "11-15", "12-25");

    static Set<LocalDate> nationalHolidays() {
        var days = new TreeSet<LocalDate>();
        PASSION.forEach((year, passion) -> {
            days.add(LocalDate.parse(year + "-" + passion));
            FIXED.forEach(day -> days.add(LocalDate.parse(year + "-" + day)));
            if (year >= 2024) {
                days.add(LocalDate.parse(year + "-11-20"));
            }
        });
        return days;
    }

    Instant due(Instant start, long minutes, ClockKind kind, List<Span> pauses) {
        var counts = new Minutes(kind, pauses);
        var left = minutes;
        for (var minute = start; ; minute = minute.plusSeconds(60)) {
            if (counts.test(minute) && --left == 0) {
                return minute.plusSeconds(60);
            }
        }
    }

    Duration elapsed(Instant from, Instant to, ClockKind kind, List<Span> pauses) {
        var counts = new Minutes(kind, pauses);
        var minutes = 0;
        for (var minute = from; minute.isBefore(to); minute = minute.plusSeconds(60)) {
            minutes += counts.test(minute) ? 1 : 0;
        }
        return Duration.ofMinutes(minutes);
    }

    Instant dueInDays(Instant start, long days, List<Span> pauses) {
        var left = days;
        for (var date = date(start).plusDays(1); ; date = date.plusDays(1)) {
            var closing = closing(date);
            if (closing != null && !paused(closing.minusSeconds(60), pauses) && --left == 0) {
                return closing;
            }
        }
    }

    Duration daysCompleted(Instant from, Instant to, List<Span> pauses) {
        var days = 0;
        for (var date = date(from).plusDays(1); !date.isAfter(date(to)); date = date.plusDays(1)) {
            var closing = closing(date);
            var completed = closing != null && !closing.isAfter(to) && !paused(closing.minusSeconds(60), pauses);
            days += completed ? 1 : 0;
        }
        return Duration.ofDays(days);
    }

    /** The end of the last minute of service of a date; null when it has none. */
    private @Nullable Instant closing(LocalDate date) {
        Instant closing = null;
        var minute = date.atStartOfDay(zone).toInstant().minus(2, ChronoUnit.HOURS);
        for (int i = 0; i < 30 * 60; i++, minute = minute.plusSeconds(60)) {
            if (date.equals(date(minute)) && serves(minute.atZone(zone))) {
                closing = minute.plusSeconds(60);
            }
        }
        return closing;
    }

    boolean serves(ZonedDateTime local) {
        return serves(local.toLocalDate(), local.getHour() * 60 + local.getMinute());
    }

    private boolean serves(LocalDate date, int minute) {
        var served = false;
        for (var band : bands.getOrDefault(date.getDayOfWeek(), List.of())) {
            served |= band[0] <= minute && (minute < band[1] || band[1] <= band[0]);
        }
        for (var band : bands.getOrDefault(date.minusDays(1).getDayOfWeek(), List.of())) {
            served |= band[1] <= band[0] && minute < band[1];
        }
        return served && !within(minute, closures.getOrDefault(date, List.of()));
    }

    private boolean isBusinessDay(LocalDate date) {
        for (int minute = 0; minute < 24 * 60; minute++) {
            if (serves(date, minute)) {
                return true;
            }
        }
        return false;
    }

    private static boolean within(int minute, List<int[]> ranges) {
        for (var range : ranges) {
            if (range[0] <= minute && minute < range[1]) {
                return true;
            }
        }
        return false;
    }

    private static boolean paused(Instant minute, List<Span> pauses) {
        for (var pause : pauses) {
            if (!minute.isBefore(pause.from()) && minute.isBefore(pause.to())) {
                return true;
            }
        }
        return false;
    }

    private LocalDate date(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** Whether a minute counts; remembers which dates are business days, for asking each minute anew would take all day. */
    private final class Minutes {

        private final ClockKind kind;
        private final List<Span> pauses;
        private final Map<LocalDate, Boolean> businessDays = new HashMap<>();

        Minutes(ClockKind kind, List<Span> pauses) {
            this.kind = kind;
            this.pauses = pauses;
        }

        boolean test(Instant minute) {
            if (paused(minute, pauses)) {
                return false;
            }
            return switch (kind) {
                case RUNNING -> true;
                case OPEN_HOURS -> serves(minute.atZone(zone));
                case BUSINESS_DAY_24H -> businessDays.computeIfAbsent(date(minute), NaiveCalendar.this::isBusinessDay);
                case BUSINESS_DAYS -> throw new IllegalArgumentException("counts dates, not minutes");
            };
        }
    }
}
