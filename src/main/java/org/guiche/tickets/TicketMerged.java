package org.guiche.tickets;

/**
 * A ticket goes on in another one.
 *
 * @param ticketId the one that ends
 * @param into the one that tells it from then on
 */
public record TicketMerged(long ticketId, TicketCode into) {}
