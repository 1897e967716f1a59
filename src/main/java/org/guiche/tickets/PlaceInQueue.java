package org.guiche.tickets;

import org.jspecify.annotations.Nullable;

/**
 * Where a ticket stands in its queue, and what came to stand before it since: without these its place only ever falls (S4-06).
 * Reckoned from since when each stands where it stands, so that nothing is written when it is looked at.
 *
 * @param number one for the next; null where more than {@link TicketDetails#COUNTED_PLACES} wait before it
 * @param urgent how many urgent ones came to stand before it because they are
 * @param higher how many others did because their priority is higher
 * @param others how many did for another reason: older ones that came from another sector or back into the queue, or such as are due sooner
 */
public record PlaceInQueue(@Nullable Integer number, int urgent, int higher, int others) {

    static PlaceInQueue far() {
        return new PlaceInQueue(null, 0, 0, 0);
    }
}
