package org.guiche.tickets.web;

import org.guiche.shared.Texts;
import org.guiche.tickets.TicketDetails;
import org.jspecify.annotations.Nullable;

/** Where a ticket stands in its queue, in a sentence (S4-06). */
final class QueuePlace {

    private QueuePlace() {}

    /** Null where it does not wait. Far back the place is not counted, and the sentence says that. */
    static @Nullable String of(TicketDetails ticket) {
        if (!ticket.isWaiting()) {
            return null;
        }
        var sector = ticket.sector().name();
        return ticket.queuePosition() == null
                ? Texts.get("tickets.opened.queue.far", sector, TicketDetails.COUNTED_PLACES)
                : Texts.get("tickets.opened.queue", sector, ticket.queuePosition());
    }
}
