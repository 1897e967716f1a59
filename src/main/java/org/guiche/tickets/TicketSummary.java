package org.guiche.tickets;

import java.time.Instant;
import org.guiche.units.Priority;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/** A ticket as one row of a list. */
public record TicketSummary(
        TicketCode code,
        String subject,
        StatusCategory category,
        String statusKey,
        String statusName,
        String publicStatusName,
        Priority priority,
        String unitName,
        String sectorKey,
        String sectorName,
        String requesterName,
        @Nullable String companyName,
        @Nullable Long assigneeId,
        @Nullable String assigneeName,
        Channel channel,
        Instant createdAt,
        Instant queuedAt,
        Instant lastActivityAt,
        @Nullable Deadline firstResponse,
        @Nullable Deadline resolution,
        String unitKey,
        long requesterId,
        @Nullable Long companyId,
        int version) {}
