package org.guiche.tickets;

/**
 * A ticket came in. Fired in its transaction.
 *
 * @param contactIsOpener whether whom to talk to is whoever opened it, not an address that was typed
 */
public record TicketOpened(long ticketId, boolean contactIsOpener) {}
