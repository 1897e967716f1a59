package org.guiche.tickets;

/** Somebody said something in public. Fired in its transaction. */
public record TicketReplied(long ticketId, long messageId, boolean byStaff) {}
