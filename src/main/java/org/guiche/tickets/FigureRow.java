package org.guiche.tickets;

import java.time.Instant;
import java.util.List;
import org.guiche.tickets.TicketFigures.Cuts;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a ticket that figures come from, stays and clocks aside.
 *
 * @param merged whether another one tells it
 * @param score what the requester gave to the whole of it; 0 where nothing was given
 * @param replies what was given to replies
 * @param firstLeft the key of the status that it was in first, once it left that one
 * @param handOvers when it went to other hands
 */
record FigureRow(
        long ticketId,
        Cuts cuts,
        Instant createdAt,
        @Nullable Instant answeredAt,
        @Nullable Instant solvedAt,
        boolean merged,
        int score,
        @Nullable Instant ratedAt,
        List<Given> replies,
        @Nullable String firstLeft,
        List<Instant> handOvers) {

    /** So many points. */
    record Given(int score, Instant at) {}

    FigureRow {
        replies = List.copyOf(replies);
        handOvers = List.copyOf(handOvers);
    }
}
