package org.guiche.tickets;

import java.util.List;
import org.guiche.units.Sector;
import org.jspecify.annotations.Nullable;

/**
 * What became of tickets that somebody sorted, or took back.
 *
 * @param to where they are now; null where none moved
 * @param left those that stayed as they were, because somebody else was first
 */
public record Sorted(@Nullable Sector to, List<Moved> moved, List<Left> left) {

    public Sorted {
        moved = List.copyOf(moved);
        left = List.copyOf(left);
    }

    /** A ticket that moved, and the event that says so: who did it takes it back by that. */
    public record Moved(TicketCode code, long event) {}

    /** A ticket that did not, and why, in a sentence. */
    public record Left(TicketCode code, String reason) {}
}
