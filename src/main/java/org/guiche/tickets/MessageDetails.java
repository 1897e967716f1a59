package org.guiche.tickets;

import java.time.Instant;
import java.util.List;
import org.guiche.attachments.StoredFile;
import org.jspecify.annotations.Nullable;

/**
 * Something said in a ticket, with its files. The text is clean HTML.
 *
 * @param ticket where it is read
 * @param origin where it was said, if that was another ticket: one that was merged into this one, or that this one was split from
 * @param splitInto the ticket of its own that it was taken into, if it was
 */
public record MessageDetails(
        long id,
        TicketCode ticket,
        @Nullable PersonRef author,
        boolean byStaff,
        boolean internal,
        Channel channel,
        String html,
        List<String> cc,
        List<StoredFile> files,
        Instant at,
        @Nullable TicketCode origin,
        @Nullable TicketCode splitInto) {

    public MessageDetails {
        cc = List.copyOf(cc);
        files = List.copyOf(files);
    }
}
