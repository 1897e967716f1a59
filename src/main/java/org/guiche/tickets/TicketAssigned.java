package org.guiche.tickets;

/** Somebody gave a ticket to another person of the staff, who has it now. Fired in its transaction. */
public record TicketAssigned(long ticketId, String byName) {}
