package org.guiche.tickets;

import java.util.List;

/**
 * A ticket with what is measured of it, as one who may see it sees it at one moment.
 *
 * @param clocks in the order in which they began
 */
public record TicketClocks(TicketDetails ticket, List<ClockDetails> clocks) {

    public TicketClocks {
        clocks = List.copyOf(clocks);
    }
}
