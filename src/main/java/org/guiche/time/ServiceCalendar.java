package org.guiche.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.guiche.shared.RuleViolation;

/**
 * When a unit serves: bands by day of the week, in an IANA zone, without the holidays. Answers when an amount of time will have
 * passed, how much has passed, and why (PRODUCT section 4, REQUIREMENTS 7.3). Immutable and safe to share; it remembers the years it
 * has worked out, so keep one per unit. Refuses instants before 1900 or after 2199.
 */
public final class ServiceCalendar {

    private final ZoneId zone;
    private final WeeklyHours hours;
    private final Holidays holidays;
    private final Map<Integer, YearPlan> years = new ConcurrentHashMap<>();

    /** A calendar of these weekly hours; without any it may exist, for those who count all time, but is refused where service counts. */
    public ServiceCalendar(ZoneId zone, WeeklyHours hours, Holidays holidays) {
        this.zone = zone;
        this.hours = hours;
        this.holidays = holidays;
    }

    /** The same from bands in any order. */
    public ServiceCalendar(ZoneId zone, Map<DayOfWeek, List<Band>> week, Holidays holidays) {
        this(zone, new WeeklyHours(week), holidays);
    }

    /** A zone by its IANA name; refuses unknown names and bare offsets, which know no summer time. */
    public static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new RuleViolation("time.zone.unknown", name);
        }
        return ZoneId.of(name);
    }

    /** The zone of its local times. */
    public ZoneId zone() {
        return zone;
    }

    /** The hours of a week without holidays. */
    public WeeklyHours hours() {
        return hours;
    }

    /** The days it keeps closed. */
    public Holidays holidays() {
        return holidays;
    }

    /** The bands of a day of the week, in order, holidays aside. */
    public List<Band> usual(DayOfWeek day) {
        return hours.on(day);
    }

    /** The bands of that very day: none on a holiday, cut where only a part of the day is closed. */
    public List<Band> bandsOn(LocalDate day) {
        return planOf(day).bands();
    }

    /** Whether there is service on that day. */
    public boolean isBusinessDay(LocalDate day) {
        return planOf(day).isOpen();
    }

    /** What closes that day or a part of it, where it has usual service or not. */
    public Optional<String> holidayOn(LocalDate day) {
        return Optional.ofNullable(planOf(day).holiday());
    }

    /** Whether there is service at that instant. */
    public boolean isOpen(Instant instant) {
        var now = Nanos.of(instant);
        return new CountedTime(this, ClockKind.OPEN_HOURS, now, now + 1).next();
    }

    /** The first instant from this one on at which there is service, itself if it is open; refuses a calendar that never opens. */
    public Instant nextOpening(Instant from) {
        var start = Nanos.of(from);
        var service = new CountedTime(this, ClockKind.OPEN_HOURS, start, start + Reckoning.FARTHEST);
        if (!service.next()) {
            throw new RuleViolation(hours.isNever() ? "time.calendar.no-bands" : "time.calendar.never-opens");
        }
        return Nanos.instant(service.from);
    }

    /** When the service that is open at this instant ends, be it for lunch; empty when it is closed or goes on for ten years. */
    public Optional<Instant> closing(Instant instant) {
        var start = Nanos.of(instant);
        var end = start;
        var service = new CountedTime(this, ClockKind.OPEN_HOURS, start, start + Reckoning.FARTHEST);
        while (service.next() && service.from == end) {
            end = service.to;
        }
        return end == start || end == start + Reckoning.FARTHEST ? Optional.empty() : Optional.of(Nanos.instant(end));
    }

    /**
     * The instant at which the last counted minute ends: what counts is told at {@link ClockKind}. Time in pauses does not count;
     * they may overlap and come in any order.
     *
     * <p>Refuses parts of days for BUSINESS_DAYS and days for OPEN_HOURS (where a day has no fixed length), a calendar that does not
     * open within ten years, and a deadline that is further away than that.
     */
    public Instant due(Instant start, Amount amount, ClockKind kind, List<Span> pauses) {
        return Nanos.instant(new Reckoning(this, kind, pauses).due(Nanos.of(start), amount));
    }

    /**
     * How much of the kind's time lies between two instants, pauses left out; for BUSINESS_DAYS, 24 h for each day completed. None
     * when {@code to} is not after {@code from}. So {@code elapsed(start, due(start, amount)) = amount}.
     */
    public Duration elapsed(Instant from, Instant to, ClockKind kind, List<Span> pauses) {
        return Duration.ofNanos(new Reckoning(this, kind, pauses).elapsed(Nanos.of(from), Nanos.of(to)));
    }

    /** The same deadline as {@link #due}, with what counted on each day and why other days did not; refuses the same. */
    public Explanation explain(Instant start, Amount amount, ClockKind kind, List<Span> pauses) {
        var reckoning = new Reckoning(this, kind, pauses);
        var due = reckoning.due(Nanos.of(start), amount);
        var ruler = new Ruler(this, kind, reckoning, Nanos.of(start), due);
        return new Explanation(start, amount, kind, Nanos.instant(due), ruler.days());
    }

    /** The local date of an instant, in days since 1970. */
    long dayOf(long nanos) {
        var offset = zone.getRules().getOffset(Nanos.instant(nanos)).getTotalSeconds();
        return Math.floorDiv(nanos + offset * Nanos.SECOND, Nanos.DAY);
    }

    DayPlan planOf(LocalDate day) {
        return year(day.toEpochDay()).on(day.toEpochDay());
    }

    /** The year of a local date given in days since 1970. */
    YearPlan year(long epochDay) {
        return years.computeIfAbsent(
                LocalDate.ofEpochDay(epochDay).getYear(), year -> YearPlan.of(year, hours, holidays));
    }
}
