package org.guiche.tickets;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the help in a ticket was rated, as its requester and the staff see it; to everybody else there is nothing.
 *
 * @param open whether the reader may rate there
 * @param whole what was given to the ticket; null for nothing yet
 * @param replies what was given to its replies, by the ids of these messages
 */
public record TicketRatings(boolean open, @Nullable GivenRating whole, Map<Long, GivenRating> replies) {

    public TicketRatings {
        replies = Map.copyOf(replies);
    }

    /** Of those who may not see any. */
    static TicketRatings none() {
        return new TicketRatings(false, null, Map.of());
    }

    /** What was given to that message; null for nothing yet. */
    public @Nullable GivenRating of(long messageId) {
        return replies.get(messageId);
    }

    /** Whether the reader may rate that message, as far as can be seen. */
    public boolean isOpen(MessageDetails message) {
        return open
                && message.byStaff()
                && !message.internal()
                && message.origin() == null
                && message.channel() != Channel.SYSTEM;
    }
}
