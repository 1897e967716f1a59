package org.guiche.tickets;

import java.util.List;

/** Of these tickets nothing is left but figures and history: whoever told of them elsewhere takes that away. Fired in its transaction. */
public record TicketsEmptied(List<Long> ids) {

    public TicketsEmptied {
        ids = List.copyOf(ids);
    }
}
