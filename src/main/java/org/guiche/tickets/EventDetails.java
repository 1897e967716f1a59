package org.guiche.tickets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a ticket's history.
 *
 * @param reason why the status was chosen, by the key of its reason
 */
public record EventDetails(
        long id,
        EventType type,
        Instant at,
        @Nullable PersonRef actor,
        Channel channel,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason) {

    /** The same without why. */
    EventDetails unexplained() {
        return new EventDetails(id, type, at, actor, channel, from, to, null);
    }
}
