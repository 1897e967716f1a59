package org.guiche.tickets;

import java.util.List;

/**
 * Where tickets go from the entry sector that they wait in. Sectors by key; to the entry sector itself means that they stay.
 */
public record TriageMove(List<TicketCode> tickets, String from, String to, Channel channel) {

    public TriageMove {
        tickets = List.copyOf(tickets);
    }
}
