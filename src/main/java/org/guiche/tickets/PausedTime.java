package org.guiche.tickets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.guiche.time.Span;
import org.guiche.units.ServiceMetric;
import org.jspecify.annotations.Nullable;

/**
 * When a clock of a ticket stood still.
 *
 * @param over the pauses that are over
 * @param since since when it stands still now; null where it runs
 */
record PausedTime(List<Span> over, @Nullable Instant since) {

    private static final PausedTime NONE = new PausedTime(List.of(), null);

    PausedTime {
        over = List.copyOf(over);
    }

    /** A clock that never stood still. */
    static PausedTime none() {
        return NONE;
    }

    /** What follows for that clock from where the ticket stayed, oldest first. */
    static PausedTime of(List<Stay> stays, ServiceMetric metric) {
        var over = new ArrayList<Span>();
        @Nullable Instant since = null;
        for (var stay : stays) {
            if (since != null && !stay.pauses(metric)) {
                if (since.isBefore(stay.from())) {
                    over.add(new Span(since, stay.from()));
                }
                since = null;
            } else if (since == null && stay.pauses(metric)) {
                since = stay.from();
            }
        }
        return new PausedTime(over, since);
    }

    /** The pauses until then, also one that went on: whoever is solved while waiting did not wait for us (PRODUCT 4). */
    List<Span> until(Instant end) {
        if (since == null || !since.isBefore(end)) {
            return over;
        }
        return Stream.concat(over.stream(), Stream.of(new Span(since, end))).toList();
    }
}
