package org.guiche.tickets;

/** A ticket came in. Fired in its transaction. */
public record TicketOpened(long ticketId) {}
