package org.guiche.tickets;

import java.time.ZoneId;
import java.util.List;
import org.guiche.units.HoldReason;
import org.guiche.units.Status;
import org.jspecify.annotations.Nullable;

/** What a message to the outside may tell of a ticket: nothing internal, the text of a public message only. */
public record TicketNews(
        TicketCode code,
        String subject,
        String priorityName,
        Status status,
        @Nullable HoldReason reason,
        String requesterFirstName,
        String contactEmail,
        List<String> cc,
        @Nullable String assigneeEmail,
        String authorName,
        String text,
        @Nullable Deadline firstResponse,
        @Nullable Deadline resolution,
        ZoneId zone) {

    public TicketNews {
        cc = List.copyOf(cc);
    }
}
