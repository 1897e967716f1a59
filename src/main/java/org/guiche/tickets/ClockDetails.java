package org.guiche.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.guiche.tickets.Deadline.State;
import org.guiche.time.Explanation;
import org.guiche.time.ServiceCalendar;
import org.guiche.time.Span;
import org.guiche.units.HoldReason;
import org.guiche.units.ServiceMetric;
import org.guiche.units.Status;
import org.guiche.units.Target;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is measured of a ticket, and why it is due when it is.
 *
 * @param startedAt from when it counts
 * @param pauses when it stood still, oldest first
 * @param explanation day by day, from the start to the deadline as far as the pauses are known
 */
public record ClockDetails(
        ServiceMetric metric,
        Target target,
        Instant startedAt,
        Deadline deadline,
        List<Pause> pauses,
        Explanation explanation) {

    public ClockDetails {
        pauses = List.copyOf(pauses);
    }

    /** The pauses that it is known to have had by then; the one that lasts counts until then. */
    public List<Span> paused(Instant now) {
        return pauses.stream()
                .map(pause -> new Span(pause.from(), pause.to() == null ? later(pause.from(), now) : pause.to()))
                .filter(span -> span.from().isBefore(span.to()))
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** How much time it took until then, in what its clock counts. */
    public Duration used(Instant until, ServiceCalendar calendar) {
        return calendar.elapsed(startedAt, until, target.clock(), paused(until));
    }

    /** How much time is left then; none once it is over. */
    public Duration left(Instant now, ServiceCalendar calendar) {
        var left = target.amount().duration().minus(used(now, calendar));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Since when it stands still; null where it runs, or is done. */
    public @Nullable Pause standing() {
        var last = pauses.isEmpty() ? null : pauses.get(pauses.size() - 1);
        return last == null || last.to() != null || deadline.state() != State.PAUSED ? null : last;
    }

    /**
     * A time in which it stood still, and why.
     *
     * @param to null while it lasts
     */
    public record Pause(
            Instant from,
            @Nullable Instant to,
            Status status,
            @Nullable HoldReason reason) {}
}
