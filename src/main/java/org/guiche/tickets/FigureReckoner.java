package org.guiche.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.guiche.tickets.TicketFigures.Counted;
import org.guiche.tickets.TicketFigures.Lasted;
import org.guiche.time.ClockKind;
import org.guiche.time.Span;
import org.guiche.units.BusinessUnit;
import org.guiche.units.ServiceMetric;
import org.jspecify.annotations.Nullable;

/** Reckons what reports count of one ticket; a function of what is written of it and of its unit's calendar, whatever the time is. */
final class FigureReckoner {

    private final BusinessUnit unit;
    private final FigureRow row;
    private final List<Stay> stays;
    private final List<Stretch> stretches;
    private final List<Counted> counted = new ArrayList<>();

    /** A time in a status. */
    private record Stretch(
            Instant from, long statusId, @Nullable Long reasonId) {}

    private FigureReckoner(BusinessUnit unit, FigureRow row, List<Stay> stays) {
        this.unit = unit;
        this.row = row;
        this.stays = stays;
        stretches = stretches();
    }

    /** Of a ticket that stood in its first status without a pause, that stay is not written down. */
    private List<Stretch> stretches() {
        var all = new ArrayList<Stretch>();
        if (stays.isEmpty() || row.createdAt().isBefore(stays.get(0).from())) {
            all.add(new Stretch(row.createdAt(), first(), null));
        }
        stays.forEach(stay -> all.add(new Stretch(stay.from(), stay.statusId(), stay.reasonId())));
        return all;
    }

    private long first() {
        var left = row.firstLeft();
        return left == null
                ? row.cuts().statusId()
                : Stream.concat(unit.statuses().stream(), unit.retired().statuses().stream())
                        .filter(status -> status.key().equals(left))
                        .findFirst()
                        .orElse(unit.initialStatus())
                        .id();
    }

    /** The figures of the ticket of that row, from its stays and clocks, oldest first. */
    static TicketFigures of(BusinessUnit unit, FigureRow row, List<Stay> stays, List<ServiceClock> clocks) {
        var reckoner = new FigureReckoner(unit, row, stays);
        reckoner.countStays();
        reckoner.countOpenings();
        clocks.forEach(reckoner::countClock);
        row.handOvers().forEach(at -> reckoner.counted.add(Counted.once(at, Figure.HANDED_OVER)));
        reckoner.countRating();
        return new TicketFigures(
                row.ticketId(),
                row.cuts(),
                row.createdAt(),
                unit.calendar().zone(),
                reckoner.lasted(row.answeredAt(), ServiceMetric.FIRST_RESPONSE),
                row.merged() ? null : reckoner.lasted(row.solvedAt(), ServiceMetric.RESOLUTION),
                reckoner.counted);
    }

    /** How long a ticket of that unit took from its opening to that instant, as the clocks of that metric count. */
    static Duration business(BusinessUnit unit, Instant from, Instant to, List<Span> pauses) {
        return unit.calendar().elapsed(from, to, clock(unit), pauses);
    }

    /** What business time is at that unit: its service hours, or all the time where it has none. */
    static ClockKind clock(BusinessUnit unit) {
        return unit.calendar().hours().isNever() ? ClockKind.RUNNING : ClockKind.OPEN_HOURS;
    }

    private @Nullable Lasted lasted(@Nullable Instant at, ServiceMetric metric) {
        if (at == null) {
            return null;
        }
        var pauses = PausedTime.of(stays, metric).until(at);
        return new Lasted(at, business(unit, row.createdAt(), at, pauses), running(row.createdAt(), at));
    }

    /** A demo's clock may have been set back meanwhile. */
    private static Duration running(Instant from, Instant to) {
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }

    private void countStays() {
        for (int i = 0; i + 1 < stretches.size(); i++) {
            var stretch = stretches.get(i);
            var end = stretches.get(i + 1).from();
            count(end, Figure.STAYED, stretch.statusId(), stretch.from());
            var reason = stretch.reasonId();
            if (reason != null) {
                count(end, Figure.HELD, reason, stretch.from());
            }
        }
    }

    private void count(Instant at, Figure figure, long part, Instant since) {
        counted.add(new Counted(at, figure, part, business(unit, since, at, List.of()), running(since, at)));
    }

    private void countOpenings() {
        var open = false;
        var first = true;
        for (var stay : stretches) {
            var opens = unit.status(stay.statusId()).category().isUnfinished();
            if (opens && !open) {
                counted.add(Counted.once(stay.from(), Figure.OPENED));
                if (!first) {
                    counted.add(Counted.once(stay.from(), Figure.REOPENED));
                }
            } else if (!opens && open) {
                counted.add(Counted.once(stay.from(), Figure.SETTLED));
            }
            open = opens;
            first = false;
        }
    }

    private void countClock(ServiceClock clock) {
        var stopped = clock.stoppedAt();
        var late = clock.missedAt() != null || (stopped != null && stopped.isAfter(clock.dueAt()));
        if (late) {
            counted.add(Counted.once(clock.dueAt(), Figure.missed(clock.metric())));
        } else if (stopped != null) {
            counted.add(Counted.once(stopped, Figure.kept(clock.metric())));
        }
        if (stopped != null && clock.metric() == ServiceMetric.NEXT_RESPONSE) {
            count(stopped, Figure.ANSWERED_AGAIN, 0, clock.startedAt());
        }
    }

    private void countRating() {
        var rated = row.ratedAt();
        if (rated != null) {
            countRating(rated, Figure.RATED, row.score());
        }
        row.replies().forEach(given -> countRating(given.at(), Figure.REPLY_RATED, given.score()));
    }

    private void countRating(Instant at, Figure figure, int score) {
        counted.add(new Counted(at, figure, score, Duration.ZERO, Duration.ZERO));
    }
}
