package org.guiche.tickets;

import org.guiche.accounts.Person;

/** Something about a ticket is different now: pages that show it should look again. Fired in its transaction. */
public record TicketChanged(long ticketId, long sectorId, long groupId, long requesterId) {

    /** Whether that person may see the ticket, and so may know that it changed. */
    public boolean concerns(Person person) {
        return TicketAccess.canRead(person, groupId, requesterId);
    }
}
