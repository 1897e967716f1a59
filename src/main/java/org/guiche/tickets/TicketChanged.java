package org.guiche.tickets;

/** Something about a ticket is different now: pages that show it should look again. Fired in its transaction. */
public record TicketChanged(long ticketId, long sectorId, long groupId, long requesterId) {}
