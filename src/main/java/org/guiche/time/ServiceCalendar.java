package org.guiche.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a unit serves: bands by day of the week, in an IANA zone, without the holidays. Immutable. Answers when an amount of
 * time will have passed, how much has passed, and why (PRODUCT section 4, REQUIREMENTS 7.3).
 */
public final class ServiceCalendar {

    private static final int SEARCHED_DAYS = 3660;

    private final ZoneId zone;
    private final Map<DayOfWeek, List<Band>> week;
    private final Holidays holidays;

    /** Bands may come in any order; bands of one day that overlap are refused with IllegalArgumentException. */
    public ServiceCalendar(ZoneId zone, Map<DayOfWeek, List<Band>> week, Holidays holidays) {
        this.zone = zone;
        this.holidays = holidays;
        this.week = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, bands) -> this.week.put(day, inOrder(bands)));
    }

    private static List<Band> inOrder(List<Band> bands) {
        var sorted =
                bands.stream().sorted(Comparator.comparingInt(Band::fromMinute)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).fromMinute() < sorted.get(i - 1).toMinute()) {
                throw new IllegalArgumentException("bands of one day overlap: " + sorted);
            }
        }
        return sorted;
    }

    /** The zone of its local times. */
    public ZoneId zone() {
        return zone;
    }

    /** The bands of a day of the week, in order, holidays aside. */
    public List<Band> usual(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    /** The bands of that very day: none on a holiday, clipped where only a part of the day is closed. */
    public List<Band> bandsOn(LocalDate day) {
        var usual = usual(day.getDayOfWeek());
        return usual.isEmpty()
                ? usual
                : holidays.closure(day).map(closure -> clip(usual, closure)).orElse(usual);
    }

    private static List<Band> clip(List<Band> bands, Holidays.Closure closure) {
        var open = new ArrayList<Band>();
        for (var band : bands) {
            if (band.fromMinute() < closure.fromMinute()) {
                open.add(new Band(band.fromMinute(), Math.min(band.toMinute(), closure.fromMinute())));
            }
            if (band.toMinute() > closure.toMinute()) {
                open.add(new Band(Math.max(band.fromMinute(), closure.toMinute()), band.toMinute()));
            }
        }
        return open;
    }

    /** Whether there is service on that day. */
    public boolean isBusinessDay(LocalDate day) {
        return !bandsOn(day).isEmpty();
    }

    /** Whether there is service at that instant. */
    public boolean isOpen(Instant instant) {
        return nextOpening(instant).equals(instant);
    }

    /** The first instant from this one on at which there is service; refuses a calendar that never opens. */
    public Instant nextOpening(Instant from) {
        var day = dayOf(from);
        for (int i = 0; i < SEARCHED_DAYS; i++, day = day.plusDays(1)) {
            for (var band : bandsOn(day)) {
                var span = band.on(day, zone);
                if (from.isBefore(span.to()) && !span.isEmpty()) {
                    return from.isAfter(span.from()) ? from : span.from();
                }
            }
        }
        throw new NeverOpen();
    }

    /**
     * The instant at which the last counted minute ends. A start outside opening hours moves to the next opening, except for
     * {@link ClockKind#RUNNING}; pauses do not count. For {@link ClockKind#BUSINESS_DAYS} a business day counts unless the
     * pauses cover all its service.
     *
     * @throws IllegalArgumentException for an amount that the kind cannot count: BUSINESS_DAYS takes whole days, OPEN_HOURS
     *     takes hours and minutes
     * @throws NeverOpen for a calendar that does not open for ten years
     */
    public Instant due(Instant start, Amount amount, ClockKind kind, List<Span> pauses) {
        var holes = Span.joined(pauses);
        return switch (kind) {
            case RUNNING -> running(start, amount.duration(), holes);
            case OPEN_HOURS -> counted(nextOpening(start), hours(amount), ClockKind.OPEN_HOURS, holes);
            case BUSINESS_DAY_24H -> counted(nextOpening(start), amount.duration(), ClockKind.BUSINESS_DAY_24H, holes);
            case BUSINESS_DAYS -> businessDays(nextOpening(start), days(amount), holes);
        };
    }

    private static Duration hours(Amount amount) {
        if (amount.days()) {
            throw new IllegalArgumentException(
                    "opening hours are counted in hours and minutes, not in days: " + amount);
        }
        return amount.duration();
    }

    private static long days(Amount amount) {
        if (!amount.days()) {
            throw new IllegalArgumentException("business days are counted in whole days: " + amount);
        }
        return amount.value();
    }

    private static Instant running(Instant start, Duration amount, List<Span> holes) {
        var due = start.plus(amount);
        for (var hole : holes) {
            if (hole.to().isAfter(start) && hole.from().isBefore(due)) {
                var from = hole.from().isBefore(start) ? start : hole.from();
                due = due.plus(Duration.between(from, hole.to()));
            }
        }
        return due;
    }

    private Instant counted(Instant start, Duration amount, ClockKind kind, List<Span> holes) {
        var left = amount;
        var day = dayOf(start);
        for (int i = 0; i < SEARCHED_DAYS; i++, day = day.plusDays(1)) {
            for (var span : countedOn(day, kind, start, holes)) {
                if (left.compareTo(span.length()) <= 0) {
                    return span.from().plus(left);
                }
                left = left.minus(span.length());
            }
        }
        throw new NeverOpen();
    }

    private Instant businessDays(Instant start, long days, List<Span> holes) {
        var left = days;
        var day = dayOf(start).plusDays(1);
        for (int i = 0; i < SEARCHED_DAYS; i++, day = day.plusDays(1)) {
            var service = countedOn(day, ClockKind.OPEN_HOURS, Instant.MIN, holes);
            if (!service.isEmpty() && --left == 0) {
                return service.get(service.size() - 1).to();
            }
        }
        throw new NeverOpen();
    }

    /** The spans of that day that count for the kind, from the start on, without the holes. */
    List<Span> countedOn(LocalDate day, ClockKind kind, Instant start, List<Span> holes) {
        var bands = bandsOn(day);
        var whole = kind == ClockKind.RUNNING || (kind == ClockKind.BUSINESS_DAY_24H && !bands.isEmpty());
        if (whole) {
            return from(start, new Span(Band.instant(day, 0, zone), Band.instant(day, Band.DAY, zone)), holes);
        }
        if (kind == ClockKind.BUSINESS_DAY_24H) {
            return List.of();
        }
        var spans = new ArrayList<Span>(bands.size());
        bands.forEach(band -> spans.addAll(from(start, band.on(day, zone), holes)));
        return spans;
    }

    private static List<Span> from(Instant start, Span span, List<Span> holes) {
        if (!span.to().isAfter(start)) {
            return List.of();
        }
        return (span.from().isBefore(start) ? new Span(start, span.to()) : span).without(holes);
    }

    /** How much of the kind's time lies between two instants, pauses left out; for BUSINESS_DAYS, 24 h for each such day. */
    public Duration elapsed(Instant from, Instant to, ClockKind kind, List<Span> pauses) {
        if (!from.isBefore(to)) {
            return Duration.ZERO;
        }
        var holes = Span.joined(pauses);
        if (kind == ClockKind.RUNNING) {
            return total(new Span(from, to).without(holes));
        }
        var first = dayOf(from);
        var sum = Duration.ZERO;
        for (var day = first; !day.isAfter(dayOf(to)); day = day.plusDays(1)) {
            sum = sum.plus(
                    kind == ClockKind.BUSINESS_DAYS
                            ? day.equals(first) ? Duration.ZERO : wholeDay(day, to, holes)
                            : until(to, countedOn(day, kind, from, holes)));
        }
        return sum;
    }

    private Duration wholeDay(LocalDate day, Instant to, List<Span> holes) {
        var service = countedOn(day, ClockKind.OPEN_HOURS, Instant.MIN, holes);
        var ended = !service.isEmpty() && !service.get(service.size() - 1).to().isAfter(to);
        return ended ? Duration.ofDays(1) : Duration.ZERO;
    }

    private static Duration until(Instant to, List<Span> spans) {
        return total(spans.stream()
                .filter(span -> span.from().isBefore(to))
                .map(span -> span.to().isAfter(to) ? new Span(span.from(), to) : span)
                .toList());
    }

    private static Duration total(List<Span> spans) {
        return spans.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** The same deadline as {@link #due}, with what counted on each day and why other days did not. */
    public Explanation explain(Instant start, Amount amount, ClockKind kind, List<Span> pauses) {
        return Explanation.of(this, start, amount, kind, pauses);
    }

    Optional<String> holidayOn(LocalDate day) {
        return holidays.closure(day).map(Holidays.Closure::name);
    }

    LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The calendar has no service for ten years: nothing can become due in it. */
    public static final class NeverOpen extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        NeverOpen() {
            super("the calendar does not open within ten years");
        }
    }
}
