package org.guiche.tickets;

/** The staff took a ticket to another status without a word to the requester. Fired in its transaction. */
public record TicketProgressed(long ticketId) {}
