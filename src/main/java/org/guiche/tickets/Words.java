package org.guiche.tickets;

import java.time.Instant;

/** What somebody wrote in a ticket, without its form. */
public record Words(TicketCode ticket, Instant at, String text) {}
