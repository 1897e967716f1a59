package org.guiche.tickets;

import java.util.List;

/**
 * All that its requester may know of a ticket, whoever asks: no notes, nothing internal. Oldest first.
 *
 * @param ratings what the requester gave
 */
public record PublicHistory(
        TicketDetails ticket, List<MessageDetails> messages, List<EventDetails> events, TicketRatings ratings) {

    public PublicHistory {
        messages = List.copyOf(messages);
        events = List.copyOf(events);
    }
}
