package org.guiche.tickets.web;

import org.guiche.tickets.TicketSummary;
import org.jspecify.annotations.Nullable;

/**
 * A row of a requester's list, with its times said once: pages read it many times.
 *
 * @param due how the solution stands; null where nothing was promised
 */
public record TicketRow(TicketSummary ticket, Deadlines.@Nullable Look due, Time created, Time active) {

    /** An instant, briefly and in full. */
    public record Time(String text, String title) {}

    static TicketRow of(TicketSummary ticket, Deadlines deadlines, Moments moments) {
        return new TicketRow(
                ticket,
                deadlines.row(ticket),
                new Time(moments.past(ticket.createdAt()), moments.absolute(ticket.createdAt())),
                new Time(moments.past(ticket.lastActivityAt()), moments.absolute(ticket.lastActivityAt())));
    }
}
