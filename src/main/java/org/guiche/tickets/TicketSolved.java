package org.guiche.tickets;

/** Whoever asked for help said that it is solved. Fired in its transaction. */
public record TicketSolved(long ticketId, String byName) {}
