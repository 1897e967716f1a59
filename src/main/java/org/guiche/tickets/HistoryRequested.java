package org.guiche.tickets;

/** Somebody asked for all that is public of a ticket. Fired in the transaction that writes it down. */
public record HistoryRequested(long ticketId, String recipient) {}
