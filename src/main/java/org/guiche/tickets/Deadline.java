package org.guiche.tickets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** By when something should be done, and how it stands. */
public record Deadline(Instant due, State state, @Nullable Instant metAt) {

    /** How a deadline stands. */
    public enum State {
        RUNNING,
        MET,
        MISSED
    }

    static @Nullable Deadline of(@Nullable Instant due, @Nullable Instant metAt, Instant now) {
        if (due == null) {
            return null;
        }
        if (metAt == null) {
            return new Deadline(due, now.isAfter(due) ? State.MISSED : State.RUNNING, null);
        }
        return new Deadline(due, metAt.isAfter(due) ? State.MISSED : State.MET, metAt);
    }
}
