package org.guiche.tickets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * It is time that the requester hears from us about a ticket. Fired in the transaction that writes it down.
 *
 * @param goesOnAt when the ticket goes on without an answer; null for the notice that we are still at it
 */
public record TicketReminder(long ticketId, @Nullable Instant goesOnAt) {}
