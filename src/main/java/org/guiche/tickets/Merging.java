package org.guiche.tickets;

/** Into which ticket another one shall be merged. */
public record Merging(TicketCode into, Channel channel) {}
