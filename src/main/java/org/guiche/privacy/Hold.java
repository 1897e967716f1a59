package org.guiche.privacy;

import java.time.Instant;
import java.time.LocalDate;
import org.guiche.tickets.TicketCode;
import org.jspecify.annotations.Nullable;

/**
 * That somebody's data must stay, or a ticket with the data of whoever asked.
 *
 * @param until the last day of it; null for as long as nobody lifts it
 */
public record Hold(
        long id,
        @Nullable Long personId,
        @Nullable TicketCode ticket,
        String reason,
        @Nullable LocalDate until,
        Instant placedAt,
        long placedBy) {}
