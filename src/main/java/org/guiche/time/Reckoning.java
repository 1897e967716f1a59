package org.guiche.time;

import java.util.List;
import org.guiche.shared.RuleViolation;

/** One clock in a calendar, with its pauses: when an amount is due, and how much has passed. In {@link Nanos}. */
final class Reckoning {

    /** How far a deadline may lie from its start: no calendar makes the search endless. */
    static final long FARTHEST = 3660 * Nanos.DAY;

    /** Longer than any local date, so that the service of the last one is whole. */
    static final long TWO_DAYS = 2 * Nanos.DAY;

    private final ServiceCalendar calendar;
    private final ClockKind kind;
    private final Pauses pauses;

    Reckoning(ServiceCalendar calendar, ClockKind kind, List<Span> pauses) {
        this.calendar = calendar;
        this.kind = kind;
        this.pauses = Pauses.of(pauses);
    }

    /** When the last counted nanosecond of the amount ends. */
    long due(long start, Amount amount) {
        if (!kind.counts(amount)) {
            throw new RuleViolation(amount.days() ? "time.amount.in-hours" : "time.amount.in-days", amount);
        }
        return kind == ClockKind.BUSINESS_DAYS ? dueInDays(start, amount) : dueInTime(start, amount);
    }

    private long dueInTime(long start, Amount amount) {
        var left = amount.duration().toMinutes() * Nanos.MINUTE;
        var counted = counted(start, start + FARTHEST);
        while (counted.next()) {
            var length = counted.to - counted.from;
            if (left <= length) {
                return counted.from + left;
            }
            left -= length;
        }
        throw neverDue(start, amount);
    }

    private long dueInDays(long start, Amount amount) {
        var left = amount.value();
        var days = days(start, start + FARTHEST);
        while (days.next()) {
            if (--left == 0) {
                return days.closing();
            }
        }
        throw neverDue(start, amount);
    }

    private RuleViolation neverDue(long start, Amount amount) {
        calendar.nextOpening(
                Nanos.instant(start)); // a calendar that never opens is another mistake, with a sentence of its own
        return new RuleViolation("time.calendar.never-due", amount);
    }

    /** How much it has counted between two instants; a whole day for each business day completed. */
    long elapsed(long from, long to) {
        return kind == ClockKind.BUSINESS_DAYS ? daysCompleted(from, to) * Nanos.DAY : total(counted(from, to));
    }

    private static long total(Stretches counted) {
        var total = 0L;
        while (counted.next()) {
            total += counted.to - counted.from;
        }
        return total;
    }

    private long daysCompleted(long from, long to) {
        var days = days(from, to + TWO_DAYS);
        var completed = 0L;
        while (days.next() && days.closing() <= to) {
            completed++;
        }
        return completed;
    }

    /** What it counts between two instants, for BUSINESS_DAYS the service of whatever day. */
    Stretches counted(long from, long to) {
        return pauses.leave(
                kind == ClockKind.RUNNING ? Stretches.whole(from, to) : new CountedTime(calendar, kind, from, to));
    }

    BusinessDays days(long from, long to) {
        return new BusinessDays(calendar, pauses, from, to);
    }

    /** Where it stands still between two instants. */
    Stretches paused(long from, long to) {
        return pauses.within(from, to);
    }
}
