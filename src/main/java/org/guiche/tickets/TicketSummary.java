package org.guiche.tickets;

import java.time.Instant;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Priority;
import org.guiche.units.Sector;
import org.guiche.units.Status;
import org.jspecify.annotations.Nullable;

/** A ticket as one row of a list. */
public record TicketSummary(
        TicketCode code,
        int version,
        String subject,
        BusinessUnit unit,
        Sector sector,
        Status status,
        Priority priority,
        PersonRef requester,
        @Nullable PersonRef assignee,
        @Nullable Long companyId,
        @Nullable String companyName,
        Channel channel,
        Instant createdAt,
        Instant queuedAt,
        Instant lastActivityAt,
        @Nullable Deadline firstResponse,
        @Nullable Deadline resolution) {}
