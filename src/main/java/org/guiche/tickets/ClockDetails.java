package org.guiche.tickets;

import java.time.Instant;
import java.util.List;
import org.guiche.time.Explanation;
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
