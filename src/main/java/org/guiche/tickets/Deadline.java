package org.guiche.tickets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** By when something should be done, and how it stands. */
public record Deadline(Instant due, State state, @Nullable Instant metAt) {

    /** How a deadline stands. */
    public enum State {
        RUNNING,
        /** It stands still; the time that is left begins to count when the ticket goes on. */
        PAUSED,
        MET,
        MISSED
    }

    static @Nullable Deadline of(
            @Nullable Instant due, @Nullable Instant metAt, @Nullable Instant pausedAt, Instant now) {
        return due == null ? null : at(due, metAt, pausedAt, now);
    }

    static Deadline at(Instant due, @Nullable Instant metAt, @Nullable Instant pausedAt, Instant now) {
        if (metAt == null) {
            return new Deadline(due, open(due, pausedAt, now), null);
        }
        return new Deadline(due, metAt.isAfter(due) ? State.MISSED : State.MET, metAt);
    }

    private static State open(Instant due, @Nullable Instant pausedAt, Instant now) {
        if (pausedAt != null) {
            return pausedAt.isAfter(due) ? State.MISSED : State.PAUSED;
        }
        return now.isAfter(due) ? State.MISSED : State.RUNNING;
    }
}
