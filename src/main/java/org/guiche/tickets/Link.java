package org.guiche.tickets;

/**
 * What shall belong together, or not any more.
 *
 * @param role what the other ticket is to the one that it is said of
 */
public record Link(LinkRole role, TicketCode other, Channel channel) {}
