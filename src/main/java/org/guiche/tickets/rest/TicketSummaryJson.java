package org.guiche.tickets.rest;

import java.time.Instant;
import org.guiche.tickets.Channel;
import org.guiche.tickets.TicketSummary;
import org.guiche.tickets.rest.TicketJson.DeadlineJson;
import org.guiche.tickets.rest.TicketJson.DeadlinesJson;
import org.guiche.tickets.rest.TicketJson.NamedJson;
import org.guiche.tickets.rest.TicketJson.SectorJson;
import org.guiche.tickets.rest.TicketJson.StatusJson;
import org.guiche.units.Priority;
import org.jspecify.annotations.Nullable;

/** A ticket as one row of a list; its members mean what they mean in a ticket. */
public record TicketSummaryJson(
        String code,
        String unit,
        String subject,
        StatusJson status,
        Priority priority,
        SectorJson sector,
        @Nullable NamedJson assignee,
        NamedJson requester,
        @Nullable NamedJson onBehalfOf,
        Channel channel,
        Instant createdAt,
        Instant lastActivityAt,
        DeadlinesJson deadlines,
        int version) {

    static TicketSummaryJson of(TicketSummary ticket, boolean staff) {
        var assignee = ticket.assignee();
        return new TicketSummaryJson(
                ticket.code().digits(),
                ticket.unit().key(),
                ticket.subject(),
                StatusJson.of(ticket.status(), staff),
                ticket.priority(),
                new SectorJson(ticket.sector().key(), ticket.sector().name()),
                assignee == null ? null : NamedJson.of(assignee),
                NamedJson.of(ticket.requester()),
                NamedJson.of(ticket.companyId(), ticket.companyName()),
                ticket.channel(),
                ticket.createdAt(),
                ticket.lastActivityAt(),
                new DeadlinesJson(DeadlineJson.of(ticket.firstResponse()), DeadlineJson.of(ticket.resolution())),
                ticket.version());
    }
}
